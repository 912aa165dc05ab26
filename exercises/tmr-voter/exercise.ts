/** Voters and a triplicated pipeline. The oracle counts and tries subsets; see `oracle.ts`. */
import { array, constantFrom, integer, oneof, tuple, type Arbitrary } from 'fast-check';
import type { Exercise } from '../../grader/checks/exercise.ts';
import type { Input } from './oracle.ts';
import {
  anyLanePerStage,
  anyPipeline,
  countedFaults,
  functionTwice,
  lastVoters,
  oneLanePerStage,
  severalFaults,
  singleAndDouble,
} from './pipelines.ts';
import { exact, inexact, middleValues, missingInputs, noMajorities, oddValues, reading, twoOfThree } from './votes.ts';

export const tmrVoter: Exercise = {
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
      cases: twoOfThree,
      generated: {
        arbitrary: tuple(integer(), oneof(integer(), constantFrom(null)), integer({ min: 0, max: 2 })).map(([right, wrong, lane]) =>
          exact([0, 1, 2].map((at) => (at === lane ? wrong : right))),
        ),
        runs: 80,
      },
    },
    {
      id: 'inexact',
      title: 'The middle value comes with the number of inputs that agree among each other',
      kind: 'safety',
      points: 15,
      cases: middleValues,
      generated: {
        arbitrary: tuple(array(reading, { minLength: 3, maxLength: 7 }), constantFrom(0, 0.1, 0.3, 0.5, 1, 2)).map(([inputs, tolerance]) =>
          inexact(inputs, tolerance),
        ),
      },
    },
    {
      id: 'pipeline',
      title: 'Every single and double fault in three stages has the result that the contract gives it',
      kind: 'safety',
      points: 20,
      cases: function* () {
        for (const voters of ['triplicated', 'single'] as const) {
          yield* singleAndDouble(voters);
          yield* severalFaults(voters);
          yield* functionTwice(voters);
        }
      },
      generated: { arbitrary: anyPipeline, runs: 50 },
    },
    {
      id: 'one-per-stage',
      title: 'With triplicated voters one lane may fail in each stage',
      kind: 'safety',
      points: 10,
      cases: oneLanePerStage,
      generated: { arbitrary: anyLanePerStage, runs: 30 },
    },
    {
      id: 'missing',
      title: 'null and NaN are no votes and do not disturb the order',
      kind: 'edge',
      points: 10,
      cases: missingInputs,
      generated: {
        arbitrary: tuple(
          array(oneof(reading, constantFrom<Input>(null, NaN)), { maxLength: 7 }),
          constantFrom(0.25, 0.5, 1, 2),
          constantFrom('voteExact', 'voteInexact'),
        ).map(([inputs, tolerance, fn]) => (fn === 'voteExact' ? exact(inputs) : inexact(inputs, tolerance))),
        runs: 120,
      },
    },
    {
      id: 'no-majority',
      title: 'Without a majority there is no guess',
      kind: 'edge',
      points: 10,
      cases: noMajorities,
      generated: { arbitrary: fewValues().map((inputs) => exact(inputs)), runs: 100 },
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
      cases: oddValues,
    },
    {
      id: 'calls',
      title: 'The function of a stage is called at most three times in a run',
      kind: 'cost',
      points: 5,
      cases: function* () {
        for (const voters of ['triplicated', 'single'] as const) yield* countedFaults(voters);
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
