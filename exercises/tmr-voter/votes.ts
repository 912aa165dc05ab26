/** Known cases: votes by hand, and the pipelines that go with them. */
import { integer } from 'fast-check';
import { refuses, returns, type Case } from '../../grader/checks/functionCheck.ts';
import { exactVote, inexactVote, type Fault, type Input, type Stage } from './oracle.ts';
import { pipelineCase, refusedPipeline, THREE_STAGES } from './pipelines.ts';

export const exact = (inputs: readonly Input[], about?: string): Case => returns('voteExact', [inputs], exactVote(inputs), about);
export const inexact = (inputs: readonly Input[], tolerance: number, about?: string): Case =>
  returns('voteInexact', [inputs, tolerance], inexactVote(inputs, tolerance), about);

/** Readings that a few tenths part, so that agreement and chains both occur. */
export const reading = integer({ min: -12, max: 12 }).map((tenths) => tenths / 10);
const CONSTANT: Stage = { source: '() => 7', apply: () => 7 };
const ROOT: Stage = { source: '(x) => Math.sqrt(x)', apply: Math.sqrt };
const NEGATE: Stage = { source: '(x) => -x', apply: (x) => -x };

export function* twoOfThree(): Iterable<Case> {
  for (const [right, wrong] of [
    [1, 2],
    [0, 1],
    [5, -5],
    [10, 100],
    [0.1, 0.2],
    [7, 0],
  ] as const) {
    yield exact([right, right, right]);
    for (const other of [wrong, null]) {
      for (const lane of [0, 1, 2]) yield exact([right, right, right].map((value, at) => (at === lane ? other : value)));
    }
  }
}

export function* middleValues(): Iterable<Case> {
  yield inexact([10, 10.1, 55], 0.5, 'One reading is far off.');
  yield inexact([10, 10, 100], 0.5, 'The mean would be 40.');
  yield inexact([1, 1.4, 1.8], 0.5, 'Neighbours are near each other, but the first and the last are not.');
  yield inexact([1, 1.25, 1.5], 0.5, 'All three are within the tolerance.');
  yield inexact([0.1 + 0.2, 0.3, 9], 1e-9, 'Two readings differ by a rounding error.');
  yield inexact([55, 10.1, 10], 0.5, 'The order of the inputs does not matter.');
  yield inexact([2, 10, 9], 1.5, 'Numbers are ordered by size, not as text.');
  yield inexact([-3, -20, -3.25], 1);
  yield inexact([1, 1.4, 1.8, 2.2, 2.6], 0.8, 'Three of five are within the tolerance.');
  yield inexact([1, 1.4, 1.8, 2.2, 2.6], 0.5, 'Each is near its neighbours only.');
  yield inexact([0, 1, 1, 1, 2], 0, 'The middle three agree exactly.');
  yield inexact([1, 2, 3, 100, 101], 2, 'The middle one of all inputs, not of those that agree.');
  yield inexact([1, 2, 3, 4], 2, 'Of the two in the middle it is the smaller.');
  yield inexact([0, 0.5000000001, 9], 0.5, 'The difference is just above the tolerance.');
  yield inexact([0.3, 0.4, 9], 0.1, '0.4 - 0.3 is above 0.1.');
  yield inexact([0.9, 1, 9], 0.1, '1 - 0.9 is below 0.1.');
}

export function* missingInputs(): Iterable<Case> {
  for (const none of [null, NaN]) {
    yield exact([none, none, 5], 'Two inputs are missing: one of three is no majority.');
    yield exact([none, 5, 5], 'One input is missing.');
    yield exact([5, none, none, 5, 5]);
    yield exact([5, none, none, none, 5], 'Two of five is no majority, even if nobody else votes.');
    yield inexact([none, 1, 1.25], 0.5, 'One input is missing.');
    yield inexact([1.25, none, 1], 0.5, 'One input is missing.');
    yield inexact([9, none, 1.25, 1, 1.5], 0.5);
    yield inexact([none, none, 5], 0.5, 'Two inputs are missing: one of three is no majority.');
    yield inexact([3, none, 1, none, 2], 2, 'The middle one is that of the inputs present.');
    yield inexact([none, 2, 10, none, 9, 2.5, 3], 1);
  }
  yield exact([null, NaN, null]);
  const allNull: Fault[] = [0, 1, 2].map((lane) => ({ part: 'module', stage: 0, lane, output: null }));
  yield pipelineCase(
    5,
    [NEGATE, CONSTANT],
    allNull,
    'triplicated',
    'A module that receives null gives null, whatever its function would say.',
  );
  yield pipelineCase(5, [NEGATE, CONSTANT], allNull, 'single', 'A module that receives null gives null, whatever its function would say.');
  yield pipelineCase(-4, [ROOT, CONSTANT], [], 'triplicated', 'The first stage gives NaN, which is no vote.');
  yield pipelineCase(-4, [ROOT], [], 'single', 'The stage gives NaN, which is no vote.');
  yield pipelineCase(NaN, [CONSTANT], [], 'triplicated', 'A module that receives NaN gives null.');
  yield pipelineCase(NaN, [CONSTANT], [], 'single', 'A module that receives NaN gives null.');
  const silent: Fault[] = [0, 1].map((lane) => ({ part: 'voter', stage: 0, lane, output: null }));
  yield pipelineCase(5, [NEGATE, CONSTANT], silent, 'triplicated', 'Two modules receive nothing.');
  yield pipelineCase(5, [NEGATE, CONSTANT], silent.slice(0, 1), 'triplicated', 'One module receives nothing.');
  yield pipelineCase(5, [NEGATE, CONSTANT], silent.slice(0, 1), 'single', 'All modules receive nothing.');
}

export function* noMajorities(): Iterable<Case> {
  yield exact([1, 2, 3], 'All three differ.');
  yield exact([1, 1, 2, 3, 4], 'The most frequent value is no majority.');
  yield exact([0.1 + 0.2, 0.3, 9], 'An exact voter takes no two values for one.');
  yield exact([1, 1 + 2 ** -52, 2], 'An exact voter takes no two values for one.');
  for (const inputs of [
    [],
    [4],
    [1, 2],
    [1, 1],
    [1, 1, 2, 2],
    [1, 1, 1, 2],
    [1, 2, 1, 3],
    [3, 1, 2, 1, 1],
    [1, 2, 2, 1, 3],
    [2, 2, 1, 1, 1],
  ]) {
    yield exact(inputs, `There are ${inputs.length} inputs.`);
  }
  yield exact([null, null]);
  yield inexact([1, 2, 3], 0.5, 'No two agree.');
  for (const inputs of [[], [4], [1, 2], [1, 1.25], [1, 1.25, 5, 5.25], [1, 1.25, 1.5, 5], [8, 1, 1.25, 5, 5.25], [1, 5, 1.25, 9, 1.5]]) {
    yield inexact(inputs, 0.5, `There are ${inputs.length} inputs.`);
  }
  yield inexact([null, null], 0.5);
}

export function* oddValues(): Iterable<Case> {
  yield exact([0, -0, 1], '0 and -0 are the same value.');
  yield exact([-0, 5, 0], '0 and -0 are the same value.');
  yield exact([Infinity, Infinity, 1]);
  yield exact([Infinity, -Infinity, -Infinity]);
  yield inexact([0, -0, 5], 0, '0 and -0 are the same value.');
  yield inexact([Infinity, Infinity, 1], 0, 'Two equal infinities differ by 0.');
  yield inexact([-Infinity, -Infinity, -Infinity], 0.5);
  yield inexact([-Infinity, 3, Infinity], 1000);
  yield inexact([-Infinity, 3, Infinity], Infinity, 'Any two differ by at most Infinity.');
  yield exact([1, Infinity, Infinity, 2, Infinity], 'Three of five are Infinity.');
  yield inexact([1, Infinity, Infinity, 2, Infinity], 0.5, 'Two equal infinities differ by 0.');
  yield inexact([1, Infinity, 1.25, Infinity, 1.5], 0.5, 'Infinities have their place in the order of size.');
  yield inexact([1e308, -1e308, 0], 1e308, '1e308 - -1e308 is Infinity.');
  yield inexact([1e308, -1e308, 0], Infinity, '1e308 - -1e308 is Infinity.');
  yield inexact([0.1 + 0.2, 0.3, 0.3], 0, 'The tolerance is 0: a rounding error is a difference.');
  yield inexact([0.1 + 0.2, 0.3, 9], 0, 'The tolerance is 0: a rounding error is a difference.');
  yield inexact([1, 1.5, 9], 0.5, 'The difference is exactly the tolerance.');
  for (const tolerance of [-1, -1e-9, NaN, -Infinity]) {
    yield refuses('voteInexact', [[1, 1, 1], tolerance]);
    yield refuses('voteInexact', [[], tolerance], 'The tolerance is looked at even where there is nothing to vote on.');
  }
  const bad: readonly Omit<Fault, 'output'>[] = [
    { part: 'module', stage: 3, lane: 0 },
    { part: 'voter', stage: -1, lane: 0 },
    { part: 'module', stage: 0, lane: 3 },
    { part: 'voter', stage: 1, lane: -1 },
    { part: 'module', stage: 0.5, lane: 0 },
    { part: 'voter', stage: 2, lane: 1.5 },
    { part: 'module', stage: NaN, lane: 0 },
    { part: 'voter', stage: 0, lane: NaN },
    { part: 'module', stage: Infinity, lane: 1 },
  ];
  for (const fault of bad) yield refusedPipeline(THREE_STAGES, [{ ...fault, output: 9 }], 'triplicated');
  const good: Fault = { part: 'module', stage: 0, lane: 0, output: 9 };
  for (const fault of bad) yield refusedPipeline(THREE_STAGES, [good, { ...fault, output: null }], 'single');
  yield refusedPipeline(THREE_STAGES, [{ part: 'voter', stage: 1, lane: 1, output: 9 }], 'single');
  yield refusedPipeline([], [{ part: 'module', stage: 0, lane: 0, output: 9 }], 'triplicated');
  yield pipelineCase(5, [], [], 'triplicated', 'There are no stages.');
  yield pipelineCase(5, [], [], 'single', 'There are no stages.');
  yield pipelineCase(
    0,
    [NEGATE],
    [
      { part: 'module', stage: 0, lane: 1, output: 0 },
      { part: 'module', stage: 0, lane: 2, output: 4 },
    ],
    'triplicated',
    '0 and -0 are the same value.',
  );
  yield pipelineCase(Infinity, [NEGATE], [{ part: 'module', stage: 0, lane: 0, output: 4 }], 'single');
}
