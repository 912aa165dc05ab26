/** The classifier of failures: known traces and generated ones, each check with its own family of faults. */
import { array, constant, constantFrom, oneof, tuple, type Arbitrary } from 'fast-check';
import type { Crossed } from '../../grader/base/data.ts';
import type { Exercise } from '../../grader/checks/exercise.ts';
import type { Case, Expected, FunctionCheck } from '../../grader/checks/functionCheck.ts';
import { BOUNDARIES, LAST_EXCHANGE, WORST } from './edgeTraces.ts';
import { examples, planOf, plans, type Example, type Fault } from './generated.ts';
import { isArbitrary, subtypesIn, verdictOn } from './oracle.ts';
import { exchange, type Verdict } from './trace.ts';
import { ARBITRARY, CRASH, OBSERVABILITY, OMISSION, RESPONSE, SPEC, TIMING, type Known } from './traces.ts';

/** Generated traces of each check: traces are large, and most of the time goes into handing them over. */
const RUNS = 16;
const UP_TO_THREE = { min: 1, max: 3 };
const OMISSIONS: readonly Fault[] = ['lost', 'partly', 'unanswered'];
const EVERY_FAULT: readonly Fault[] = [...OMISSIONS, 'early', 'late', 'value', 'split', 'step', 'ghost', 'junk'];

export const classifyFailure: Exercise = {
  id: 'classify-failure',
  title: 'Name the failure',
  lesson: 'failure-models',
  level: 'easy',
  core: true,
  exports: ['classify'],
  checks: [
    {
      id: 'crash',
      title: 'A server that does its work, and one that is silent from some exchange on',
      kind: 'safety',
      points: 10,
      ...tracesOf(CRASH, oneof(examples(plans([], { min: 1, max: 3, unlogged: true })), crashes(1, true))),
    },
    {
      id: 'omission',
      title: 'Receive and send omission are told apart, and from a crash',
      kind: 'safety',
      points: 15,
      ...tracesOf(OMISSION, oneSubtype('omission', [['lost'], ['partly', 'unanswered']], 1)),
    },
    {
      id: 'timing',
      title: 'A reply outside its interval is early or late',
      kind: 'safety',
      points: 10,
      ...tracesOf(TIMING, oneSubtype('timing', [['early'], ['late']])),
    },
    {
      id: 'response',
      title: 'A wrong value and a wrong step are told apart',
      kind: 'safety',
      points: 15,
      ...tracesOf(RESPONSE, oneSubtype('response', [['value'], ['step']])),
    },
    {
      id: 'arbitrary',
      title: 'Different values to different observers, junk, and a reply out of nothing are arbitrary',
      kind: 'safety',
      points: 10,
      ...tracesOf(ARBITRARY, ofClass('arbitrary', examples(plans(['junk', 'split', 'ghost'], UP_TO_THREE)))),
    },
    {
      id: 'observability',
      title: 'How a crash is noticed, and whether the arbitrary can do harm',
      kind: 'safety',
      points: 10,
      ...tracesOf(
        OBSERVABILITY,
        oneof(
          crashes(1),
          ofClass('arbitrary', examples(plans(['junk'], { min: 1, max: 3 }))),
          ofClass('arbitrary', examples(plans(['junk', 'junk', 'ghost', 'value', 'late', 'split', 'partly'], { min: 1, max: 3, most: 2 }))),
        ),
        true,
      ),
    },
    {
      id: 'worst',
      title: 'Of several classes in one trace the worst one counts, and both of its subtypes are mixed',
      kind: 'edge',
      points: 10,
      ...tracesOf(WORST, examples(plans(EVERY_FAULT, { min: 1, max: 3, most: 2 })).filter(hasSeveral)),
    },
    {
      id: 'last-exchange',
      title: 'Silence to the end is a crash; one later request in the log, or one later answer, makes it an omission',
      kind: 'edge',
      points: 10,
      ...tracesOf(LAST_EXCHANGE, oneof(crashes(0), examples(plans(OMISSIONS, UP_TO_THREE)).filter(endsInOmission))),
    },
    {
      id: 'boundaries',
      title: 'An empty trace, a reply exactly at a bound, and what only some observers see',
      kind: 'edge',
      points: 10,
      ...tracesOf(BOUNDARIES, examples(plans([], { min: 0, max: 3 })).map(atItsBounds)),
    },
  ],
  hints: [
    'Take one exchange alone. What can be wrong with it? Go through the log (received, step), then through what each observer got, and write down every deviation with its class and subtype. Only then look at the whole trace.',
    'Somebody got no reply. Which line of the log tells you whether the request was never taken in or the reply never sent? And does one silence already say that the server is gone?',
    'A crash is a claim about two stretches of the trace: what must be true before the exchange in which it happens, and what after it? Which exchange is the only one that it can have happened in?',
    'Two observers got different numbers. What about two exchanges with different numbers? And which of all the replies decide whether an arbitrary failure could have misled anybody?',
    "A neighbouring problem: the worst grade of a school report, and the subjects in which it was given. `const worst = ['F', 'D', 'C'].find((grade) => report.some((entry) => entry.grade === grade))`, then `const subjects = new Set(report.filter((entry) => entry.grade === worst).map((entry) => entry.subject))`. The subjects of better grades are out of it.",
  ],
};

function tracesOf(
  known: readonly Known[],
  generated: Arbitrary<Example>,
  withObservability = false,
): Pick<FunctionCheck, 'cases' | 'generated'> {
  return {
    cases: () => known.map((one) => knownCase(one, withObservability)),
    generated: {
      arbitrary: generated.map(({ trace, spec }) => classified({ trace, spec }, verdictOn(trace, spec), withObservability)),
      runs: RUNS,
    },
  };
}

function knownCase({ lines, verdict, haltDetected = 'no', spec = SPEC, about }: Known, withObservability: boolean): Case {
  const trace = { exchanges: lines.map(exchange), haltDetected };
  return { ...classified({ trace, spec }, verdict, withObservability), ...(about === undefined ? {} : { about }) };
}

function classified({ trace, spec }: Example, verdict: Verdict, withObservability: boolean): Case {
  const expected: Expected =
    withObservability || verdict.observability === null ? { kind: 'value', value: verdict } : anyObservability(verdict);
  return { fn: 'classify', args: [trace, spec], expected };
}

/** Who confuses fail-safe and fail-arbitrary fails one check, not six. */
function anyObservability(verdict: Verdict): Expected {
  return {
    kind: 'satisfies',
    text: `{ class: '${verdict.class}', observability: (judged by another check), subtype: null }`,
    holds: (value) => {
      const keys = isRecord(value) ? Object.keys(value).sort().join() : '';
      return isRecord(value) && keys === 'class,observability,subtype' && value['class'] === verdict.class && value['subtype'] === null;
    },
  };
}

function isRecord(value: Crossed): value is { readonly [key: string]: Crossed } {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Nothing is wrong, then one exchange is answered in part at most, then at least `silent` are lost. */
function crashes(silent: number, unlogged = false): Arbitrary<Example> {
  const fine = plans([], { min: 0, max: 2, unlogged });
  const halting = planOf(
    constantFrom(...OMISSIONS).map((fault) => [fault]),
    unlogged,
  );
  const lost = array(planOf(constant<Fault[]>(['lost'])), { minLength: silent, maxLength: 2 });
  return examples(tuple(fine, halting, lost).map((stretches) => stretches.flat()));
}

/** One class and one subtype; the last `fine` exchanges are as they should be. */
function oneSubtype(name: Verdict['class'], kinds: readonly (readonly Fault[])[], fine = 0): Arbitrary<Example> {
  const ending = plans([], { min: fine, max: fine });
  const faulty = kinds.map((faults) => tuple(plans(faults, UP_TO_THREE), ending).map((stretches) => stretches.flat()));
  return ofClass(name, examples(oneof(...faulty)));
}

function ofClass(name: Verdict['class'], some: Arbitrary<Example>): Arbitrary<Example> {
  return some.filter(({ trace, spec }) => verdictOn(trace, spec).class === name);
}

function hasSeveral({ trace, spec }: Example): boolean {
  return subtypesIn(trace.exchanges, spec).size + (trace.exchanges.some(isArbitrary) ? 1 : 0) > 1;
}

/** Mixed omissions are judged by `worst`. */
function endsInOmission({ trace, spec }: Example): boolean {
  const { class: name, subtype } = verdictOn(trace, spec);
  return name !== 'none' && subtype !== 'mixed';
}

/** Every reply comes at one of its two bounds. */
function atItsBounds({ trace, spec }: Example): Example {
  const at = [spec.earliest, spec.latest];
  const exchanges = trace.exchanges.map((one, turn) => ({
    ...one,
    replies: Object.fromEntries(
      Object.entries(one.replies).map(([name, reply], place) => [name, reply && { ...reply, after: at[(turn + place) % 2] ?? 0 }]),
    ),
  }));
  return { trace: { ...trace, exchanges }, spec };
}
