/** Voters and a triplicated pipeline. The oracle counts and tries subsets; see `oracle.ts`. */
import { array, constantFrom, integer, oneof, tuple, type Arbitrary } from 'fast-check';
import { refuses, returns, type Case, type FunctionExercise } from '../../grader/checks/functionExercise.ts';
import { exactVote, inexactVote, type Fault, type Input, type Stage } from './oracle.ts';
import { countedCase, lastVoters, oneLanePerStage, pipelineCase, refusedPipeline, singleAndDouble, THREE_STAGES } from './pipelines.ts';

const exact = (inputs: readonly Input[], about?: string): Case => returns('voteExact', [inputs], exactVote(inputs), about);
const inexact = (inputs: readonly Input[], tolerance: number, about?: string): Case =>
  returns('voteInexact', [inputs, tolerance], inexactVote(inputs, tolerance), about);

/** Readings that a few tenths part, so that agreement and chains both occur. */
const reading = integer({ min: -12, max: 12 }).map((tenths) => tenths / 10);
const CONSTANT: Stage = { source: '() => 7', apply: () => 7 };
const ROOT: Stage = { source: '(x) => Math.sqrt(x)', apply: Math.sqrt };
const NEGATE: Stage = { source: '(x) => -x', apply: (x) => -x };

export const tmrVoter: FunctionExercise = {
  id: 'tmr-voter',
  title: 'Voters and triple modular redundancy',
  lesson: 'physical-redundancy',
  level: 'medium',
  core: true,
  exports: ['voteExact', 'voteInexact', 'runPipeline'],
  checks: [
    {
      id: 'exact',
      title: 'One wrong or missing input of three is outvoted',
      kind: 'safety',
      points: 20,
      cases: function* () {
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
      },
      generated: {
        arbitrary: tuple(integer(), oneof(integer(), constantFrom(null)), integer({ min: 0, max: 2 })).map(([right, wrong, lane]) =>
          exact([0, 1, 2].map((at) => (at === lane ? wrong : right))),
        ),
      },
    },
    {
      id: 'inexact',
      title: 'The middle value comes with the number of inputs that agree among each other',
      kind: 'safety',
      points: 15,
      cases: function* () {
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
      },
      generated: {
        arbitrary: tuple(array(reading, { minLength: 3, maxLength: 7 }), constantFrom(0.25, 0.5, 1, 2)).map(([inputs, tolerance]) =>
          inexact(inputs, tolerance),
        ),
      },
    },
    {
      id: 'pipeline',
      title: 'Every single and double fault in three stages has the result that the contract gives it',
      kind: 'safety',
      points: 20,
      complete: true,
      cases: function* () {
        for (const voters of ['triplicated', 'single'] as const)
          yield* singleAndDouble(voters, [
            [99, 99],
            [null, 42],
          ]);
      },
    },
    {
      id: 'one-per-stage',
      title: 'With triplicated voters one lane may fail in each stage',
      kind: 'safety',
      points: 10,
      complete: true,
      cases: oneLanePerStage,
    },
    {
      id: 'missing',
      title: 'null and NaN are no votes and do not disturb the order',
      kind: 'edge',
      points: 10,
      cases: function* () {
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
        yield pipelineCase(
          5,
          [NEGATE, CONSTANT],
          allNull,
          'single',
          'A module that receives null gives null, whatever its function would say.',
        );
        yield pipelineCase(-4, [ROOT, CONSTANT], [], 'triplicated', 'The first stage gives NaN, which is no vote.');
        yield pipelineCase(-4, [ROOT], [], 'single', 'The stage gives NaN, which is no vote.');
        yield pipelineCase(NaN, [CONSTANT], [], 'triplicated', 'A module that receives NaN gives null.');
      },
      generated: {
        arbitrary: tuple(
          array(oneof(reading, constantFrom<Input>(null, NaN)), { maxLength: 7 }),
          constantFrom(0.25, 0.5, 1, 2),
          constantFrom('voteExact', 'voteInexact'),
        ).map(([inputs, tolerance, fn]) => (fn === 'voteExact' ? exact(inputs) : inexact(inputs, tolerance))),
      },
    },
    {
      id: 'no-majority',
      title: 'Without a majority there is no guess',
      kind: 'edge',
      points: 10,
      cases: function* () {
        yield exact([1, 2, 3], 'All three differ.');
        yield exact([1, 1, 2, 3, 4], 'The most frequent value is no majority.');
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
        for (const inputs of [
          [],
          [4],
          [1, 2],
          [1, 1.25],
          [1, 1.25, 5, 5.25],
          [1, 1.25, 1.5, 5],
          [8, 1, 1.25, 5, 5.25],
          [1, 5, 1.25, 9, 1.5],
        ]) {
          yield inexact(inputs, 0.5, `There are ${inputs.length} inputs.`);
        }
        yield inexact([null, null], 0.5);
      },
      generated: { arbitrary: fewValues().map((inputs) => exact(inputs)) },
    },
    {
      id: 'last-voter',
      title: 'A faulty last voter shows, and only in its lane',
      kind: 'edge',
      points: 5,
      cases: lastVoters,
    },
    {
      id: 'odd-values',
      title: '-0, infinities, tolerance 0, bad tolerances and faults that name no part',
      kind: 'edge',
      points: 5,
      cases: function* () {
        yield exact([0, -0, 1], '0 and -0 are the same value.');
        yield exact([-0, 5, 0], '0 and -0 are the same value.');
        yield exact([Infinity, Infinity, 1]);
        yield exact([Infinity, -Infinity, -Infinity]);
        yield inexact([0, -0, 5], 0, '0 and -0 are the same value.');
        yield inexact([Infinity, Infinity, 1], 0, 'Two equal infinities differ by 0.');
        yield inexact([-Infinity, -Infinity, -Infinity], 0.5);
        yield inexact([-Infinity, 3, Infinity], 1000);
        yield inexact([-Infinity, 3, Infinity], Infinity, 'Any two differ by at most Infinity.');
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
        ];
        for (const fault of bad) yield refusedPipeline(THREE_STAGES, [{ ...fault, output: 9 }], 'triplicated');
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
      },
    },
    {
      id: 'calls',
      title: 'The function of a stage is called at most three times in a run',
      kind: 'cost',
      points: 5,
      cases: function* () {
        for (const voters of ['triplicated', 'single'] as const) {
          yield countedCase(THREE_STAGES, [], voters);
          yield countedCase(THREE_STAGES, [{ part: 'module', stage: 1, lane: 1, output: 99 }], voters);
          yield countedCase(THREE_STAGES, [{ part: 'voter', stage: 0, lane: 0, output: 99 }], voters);
          yield countedCase(
            Array.from({ length: 8 }, () => NEGATE),
            [],
            voters,
          );
        }
      },
    },
  ],
  hints: [
    'Before you count votes: what does "more than half" refer to when inputs are missing? Write down what [null, null, 5] must give, and why.',
    'In the inexact vote, two neighbours can be near each other while the ends of the row are far apart. Of which two members of a set do you have to know the difference to know all the others, once the inputs are in order?',
    'Draw one stage of the pipeline: which wires go into module 2, and where do they come from with three voters, and with one? Then let a fault replace the output of a part. Does the rest of the stage need to know?',
    'A neighbouring problem: the longest stretch of days with at most 3 degrees between coldest and warmest. In the sorted list of temperatures, for each coldest day go up as far as it is allowed: `for (let low = 0; low < t.length; low++) { let high = low; while (high + 1 < t.length && t[high + 1] - t[low] <= 3) high++; best = Math.max(best, high - low + 1); }`',
  ],
};

/** Up to six inputs of three values: majorities and ties both occur often. */
function fewValues(): Arbitrary<Input[]> {
  return array(constantFrom<Input>(1, 2, 3, null), { maxLength: 6 });
}
