import { check as checkProperty, property } from 'fast-check';
import { Callback, isList, type Argument, type Crossed } from '../base/data.ts';
import { firstForeign } from '../base/firstForeign.ts';
import { GENERATED_CASES, MAX_RUN_OPERATIONS, REPEATED_CASES } from '../base/limits.ts';
import type { CheckResult, WrongCall } from '../base/report.ts';
import { sameData } from '../base/sameData.ts';
import { showCall, showData } from '../base/showData.ts';
import type { Outcome } from '../sandbox/outcome.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { stoppedText } from '../sandbox/stoppedText.ts';
import { chanceFor } from '../sim/chance.ts';
import type { Case, Expected, FunctionCheck } from './functionCheck.ts';

/** What was found wrong with one call. */
interface Finding {
  readonly message: string;
  readonly counterexample: WrongCall;
  /** The sandbox is of no more use, or the budget of the grading is used up: no further call makes sense. */
  readonly ends: 'check' | 'run' | undefined;
}

/**
 * Runs one check in a sandbox that has just loaded the submission. The first known case that goes wrong decides; generated cases are
 * shrunk; where all are right, some known cases are called again in another order, for no answer may depend on earlier calls. The same sandbox state and seed give the same result.
 */
export function runCheck(sandbox: Sandbox, check: FunctionCheck, seed: number): CheckResult {
  let cases = 0;
  const again = (one: Case): Finding | undefined => judge(one, sandbox.call(one.fn, one.args));
  const attempt = (one: Case): Finding | undefined => {
    cases += 1;
    return again(one);
  };
  const known: Case[] = [];
  const finding = firstKnown(check, known, attempt) ?? smallestGenerated(check, seed, attempt) ?? firstRepeated(check, known, seed, again);
  const { id, title, kind, points: maxPoints } = check;
  const passed = finding === undefined;
  return {
    id,
    title,
    kind,
    points: passed ? maxPoints : 0,
    maxPoints,
    status: passed ? 'passed' : finding.ends === 'run' ? 'inconclusive' : 'failed',
    evidence: { method: 'examples', cases, complete: passed && check.complete === true },
    ...(passed ? {} : { message: finding.message }),
    ...(passed || finding.ends === 'run' ? {} : { counterexample: finding.counterexample }),
  };
}

type Attempt = (one: Case) => Finding | undefined;

/** Adds the cases that it has tried to `tried`. */
function firstKnown(check: FunctionCheck, tried: Case[], attempt: Attempt): Finding | undefined {
  for (const one of check.cases()) {
    tried.push(one);
    const finding = attempt(one);
    if (finding) return finding;
  }
  return undefined;
}

function smallestGenerated(check: FunctionCheck, seed: number, attempt: Attempt): Finding | undefined {
  if (!check.generated) return undefined;
  let last: Finding | undefined;
  const details = checkProperty(
    property(check.generated.arbitrary, (one) => {
      // A runaway is told as it was found: shrinking it would run away a hundred times more.
      if (last?.ends) return true;
      const finding = attempt(one);
      if (finding) last = finding;
      return finding === undefined;
    }),
    { seed, numRuns: check.generated.runs ?? GENERATED_CASES },
  );
  // While it shrinks, fast-check goes on from each smaller failure, so the last one seen is the smallest.
  return details.failed ? last : undefined;
}

/** Calls some of the `known` cases again, in an order that depends on the seed alone. */
function firstRepeated(check: FunctionCheck, known: readonly Case[], seed: number, attempt: Attempt): Finding | undefined {
  const short = [...known.keys()].filter((at) => known[at]?.isLong !== true);
  const repeated = chanceFor(seed, check.id).shuffled(short).slice(0, REPEATED_CASES);
  // What an oracle has said holds still; but a function of the grader's that remembers its calls must be a new one.
  const mustBeNew = repeated.some((at) => known[at]?.args.some(remembersCalls));
  const cases = mustBeNew ? [...check.cases()] : known;
  for (const at of repeated) {
    const one = cases[at];
    const finding = one && attempt(one);
    if (finding?.ends === 'run') return finding;
    if (finding) return { ...finding, message: `${finding.message} ${ANSWERED_BEFORE}` };
  }
  return undefined;
}

/** Whether a function of the grader's is in an argument that need not answer the same each time. */
function remembersCalls(value: Argument): boolean {
  if (value instanceof Callback) return !value.isPure;
  if (typeof value !== 'object' || value === null) return false;
  const parts: readonly Argument[] = isList(value) ? value : Object.values(value);
  return parts.some(remembersCalls);
}

const ANSWERED_BEFORE = 'Earlier the same call was answered as it should be: an answer must not depend on the calls before it.';

function judge(one: Case, outcome: Outcome): Finding | undefined {
  // Nearly all calls are right, and showing one costs more than judging it.
  const call = (): string => showCall(one.fn, one.args);
  const found = (actual: string, message: string, ends?: 'check' | 'run'): Finding => ({
    message: one.about === undefined ? message : `${one.about} ${message}`,
    counterexample: { kind: 'call', call: call(), expected: showExpected(one.expected), actual },
    ends,
  });
  if (outcome.kind === 'stopped')
    return found(...stoppedText(outcome, call(), MAX_RUN_OPERATIONS), outcome.why === 'run' ? 'run' : 'check');
  if (outcome.kind === 'threw') {
    if (one.expected.kind === 'range-error' && outcome.error.isRangeError) {
      return outcome.argumentsKept ? undefined : found('its arguments changed', changed(call()));
    }
    const where = outcome.error.place ? ` at line ${outcome.error.place.line}` : '';
    const instead = one.expected.kind === 'range-error' ? 'where it must throw a RangeError' : 'where it must return an answer';
    return found(`threw ${outcome.error.text}${where}`, `${call()} threw ${outcome.error.text}${where}, ${instead}.`);
  }
  if (!meets(outcome.value, one.expected)) {
    const foreign = firstForeign(outcome.value, '');
    const actual = showData(outcome.value);
    if (foreign) {
      const where = foreign.path === '' ? 'The result' : `\`${foreign.path}\` of the result`;
      return found(actual, `${where} of ${call()} is ${foreign.what}, which is not plain data.`);
    }
    const instead = one.expected.kind === 'range-error' ? 'where it must throw a RangeError' : 'that is not right';
    return found(actual, `${call()} returned an answer ${instead}.`);
  }
  return outcome.argumentsKept ? undefined : found('its arguments changed', changed(call()));
}

function meets(value: Crossed, expected: Expected): boolean {
  switch (expected.kind) {
    case 'value':
      return sameData(value, expected.value);
    case 'satisfies':
      return expected.holds(value);
    case 'range-error':
      return false;
  }
}

function showExpected(expected: Expected): string {
  switch (expected.kind) {
    case 'value':
      return showData(expected.value);
    case 'satisfies':
      return expected.text;
    case 'range-error':
      return 'a RangeError is thrown';
  }
}

function changed(call: string): string {
  return `${call} changed its arguments, which belong to the caller. Copy what you want to change.`;
}
