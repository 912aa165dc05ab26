/**
 * What documents for other programs say of each check: nothing is left out of them, whatever became of the submission.
 *
 * An answer that could not be graded is an error of every check, apart from a failure; so is a check that reached a limit first, for nobody
 * knows whether it holds.
 */
import type { CheckResult, Diagnostic } from '../base/report.ts';
import { clipped } from './clipped.ts';
import { evidenceText } from './evidenceText.ts';
import { pathOf, type Graded } from './graded.ts';
import { oneLine, safeText, shownText } from './safeText.ts';
import { replayCommand, runLength, runLines } from './wrongRun.ts';

export interface Outcome {
  readonly graded: Graded;
  readonly id: string;
  /** `encode: All nibbles have their code words`, on one line. Unique in its grading. */
  readonly name: string;
  readonly kind: 'passed' | 'failed' | 'unknown' | 'error' | 'not-run';
  /** A word for programs: the kind of a check that failed, the code of a diagnostic. */
  readonly type: string;
  readonly points: number;
  readonly maxPoints: number;
  /** What happened; of a check that passed, how far that reaches. Safe on any screen. */
  readonly message: string;
  /** What shows it, as lines. Safe on any screen. */
  readonly details: readonly string[];
}

/** Characters of a name: a title is a sentence. */
const MAX_NAME_CHARS = 300;

/** The checks of a grading in the order of their contract; at least one. */
export function outcomesOf(graded: Graded): Outcome[] {
  const { checks, diagnostics, exercise } = graded.report;
  const unique = uniqueNames();
  const outcomes = checks.map((check) => outcomeOf(check, unique(`${check.id}: ${check.title}`), graded));
  if (outcomes.length > 0) return outcomes;
  const [first] = diagnostics;
  const reason = first ? unreadable(diagnostics, graded) : { message: `No check of ${oneLine(exercise)} was run.`, details: [] };
  return [{ graded, id: 'grading', name: 'grading', kind: 'error', type: first?.code ?? 'nothing', points: 0, maxPoints: 0, ...reason }];
}

function outcomeOf(check: CheckResult, name: string, graded: Graded): Outcome {
  const { id, points, maxPoints } = check;
  return { graded, id: oneLine(id), name, points, maxPoints, ...becameOf(check, graded) };
}

type Became = Pick<Outcome, 'kind' | 'type' | 'message' | 'details'>;

function becameOf(check: CheckResult, graded: Graded): Became {
  const { diagnostics, verdict } = graded.report;
  if (verdict === 'error') return { kind: 'error', type: diagnostics[0]?.code ?? 'error', ...unreadable(diagnostics, graded) };
  const message = safeText(check.message ?? '');
  const details = detailsOf(check, graded);
  switch (check.status) {
    case 'passed':
      return { kind: 'passed', type: check.kind, message: evidenceText(check.evidence), details };
    case 'failed':
      return { kind: 'failed', type: check.kind, message: message || 'This check failed.', details };
    case 'inconclusive':
      return { kind: 'unknown', type: 'inconclusive', message: message || 'A limit was reached before this was decided.', details };
    case 'not-run':
      return { kind: 'not-run', type: 'not-run', message: 'Not run: another check was asked for alone.', details };
  }
}

/** Why nothing could be graded: the first reason, then all with their places. */
function unreadable(diagnostics: readonly Diagnostic[], graded: Graded): Pick<Outcome, 'message' | 'details'> {
  return {
    message: safeText(diagnostics[0]?.message ?? '') || 'The submission could not be graded.',
    details: diagnostics.map((one) => diagnosticText(one, graded)),
  };
}

/** `answers/hamming.ts:3:8 E_IMPORT 'fs' cannot be imported.` */
export function diagnosticText({ code, message, line, column }: Diagnostic, graded: Graded): string {
  const place = line === undefined ? '' : `:${line}:${column ?? 1}`;
  return `${oneLine(pathOf(graded))}${place} ${oneLine(code)} ${safeText(message)}`;
}

/** The call or the run that goes wrong, as a person at a terminal sees it. */
function detailsOf({ counterexample, evidence }: CheckResult, { report, file }: Graded): string[] {
  if (!counterexample) return [];
  if (counterexample.kind === 'call') {
    const { call, expected, actual } = counterexample;
    return [`call      ${safeText(call)}`, `expected  ${safeText(expected)}`, `actual    ${safeText(actual)}`];
  }
  const replay = oneLine(replayCommand(report.exercise, file, counterexample.schedule));
  return [...runLines(counterexample).map(shownText), `${runLength(counterexample, evidence)}. Replay: ${replay}`];
}

/** The message and what shows it. Why something could not be graded stands in the details already. */
export function explanation({ kind, message, details }: Outcome, maxChars: number): string {
  const lines = kind === 'error' && details.length > 0 ? details : [message, ...details];
  return clipped(lines.join('\n'), maxChars);
}

/** Names that nothing else in the same document has: a second one of the same words is numbered. */
export function uniqueNames(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const words = clipped(oneLine(name).replace(/\s+/g, ' ').trim() || 'unnamed', MAX_NAME_CHARS);
    let unique = words;
    // A number may itself be taken: `a`, `a (2)`, `a` again.
    for (let count = seen.get(words) ?? 0; seen.has(unique); count += 1) unique = `${words} (${count + 1})`;
    seen.set(words, (seen.get(words) ?? 0) + 1);
    if (unique !== words) seen.set(unique, 1);
    return unique;
  };
}
