/** Calls of `runPipeline`, with what they must answer. */
import { Callback, isList, type Crossed } from '../../grader/base/data.ts';
import { sameData } from '../../grader/base/sameData.ts';
import { showData } from '../../grader/base/showData.ts';
import { refuses, returns, type Case } from '../../grader/checks/functionExercise.ts';
import { pipelineOutputs, type Fault, type Stage, type Voters } from './oracle.ts';

export const THREE_STAGES: readonly Stage[] = [
  { source: '(x) => x + 1', apply: (x) => x + 1 },
  { source: '(x) => x * 2', apply: (x) => x * 2 },
  { source: '(x) => x - 3', apply: (x) => x - 3 },
];
const INPUT = 5;

export function pipelineCase(input: number, stages: readonly Stage[], faults: readonly Fault[], voters: Voters, about?: string): Case {
  return returns(
    'runPipeline',
    [input, stages.map(toCallback), faults.map(toData), voters],
    pipelineOutputs(input, stages, faults, voters),
    about,
  );
}

/** A pipeline with a fault that names no part. */
export function refusedPipeline(stages: readonly Stage[], faults: readonly Fault[], voters: Voters): Case {
  return refuses('runPipeline', [INPUT, stages.map(toCallback), faults.map(toData), voters], 'The fault names a part that does not exist.');
}

/** The answer is right, and no stage's function is called more often than it has modules. */
export function countedCase(stages: readonly Stage[], faults: readonly Fault[], voters: Voters): Case {
  const calls = stages.map(() => 0);
  const counted = stages.map(
    (stage, at) =>
      new Callback(stage.source, (x) => {
        calls[at] = (calls[at] ?? 0) + 1;
        return stage.apply(toNumber(x));
      }),
  );
  const expected = pipelineOutputs(INPUT, stages, faults, voters);
  return {
    fn: 'runPipeline',
    args: [INPUT, counted, faults.map(toData), voters],
    expected: {
      kind: 'satisfies',
      text: `${showData(expected)}, with at most three calls of each stage's function`,
      holds: (value) => sameData(value, expected) && calls.every((count) => count <= 3),
    },
  };
}

function toCallback({ source, apply }: Stage): Callback {
  return new Callback(source, (x) => apply(toNumber(x)));
}

/** As JavaScript's operators would take it: null is 0, what is no number at all is NaN. */
function toNumber(x: Crossed): number {
  return typeof x === 'object' && x !== null && !isList(x) ? NaN : Number(x);
}

function toData({ part, stage, lane, output }: Fault): { part: string; stage: number; lane: number; output: number | null } {
  return { part, stage, lane, output };
}

/** Every part of a pipeline. */
function partsOf(stages: number, voters: Voters): { part: Fault['part']; stage: number; lane: number }[] {
  return Array.from({ length: stages }, (_, stage) => [
    ...[0, 1, 2].map((lane) => ({ part: 'module' as const, stage, lane })),
    ...(voters === 'triplicated' ? [0, 1, 2] : [0]).map((lane) => ({ part: 'voter' as const, stage, lane })),
  ]).flat();
}

/** No fault, every single fault and every pair of faults in three stages, as `outputs` say. */
export function* singleAndDouble(voters: Voters, outputs: readonly (readonly [number | null, number | null])[]): Iterable<Case> {
  const parts = partsOf(3, voters);
  yield pipelineCase(INPUT, THREE_STAGES, [], voters);
  for (const output of new Set(outputs.flat())) {
    for (const part of parts) yield pipelineCase(INPUT, THREE_STAGES, [{ ...part, output }], voters);
  }
  for (const [first, second] of outputs) {
    for (const [at, part] of parts.entries()) {
      for (const other of parts.slice(at + 1)) {
        yield pipelineCase(
          INPUT,
          THREE_STAGES,
          [
            { ...part, output: first },
            { ...other, output: second },
          ],
          voters,
        );
      }
    }
  }
}

/** In each of three stages at most one lane is hit: its module, the voter that feeds it, or both. */
export function* oneLanePerStage(): Iterable<Case> {
  for (const first of hits(0)) {
    for (const second of hits(1)) {
      for (const third of hits(2)) {
        yield pipelineCase(INPUT, THREE_STAGES, [...first, ...second, ...third], 'triplicated', 'In each stage at most one lane is hit.');
      }
    }
  }
}

function hits(stage: number): Fault[][] {
  return [
    [],
    ...[0, 1, 2].flatMap((lane) => {
      // The same wrong value everywhere: two wrong parts must not outvote a sound one.
      const inModule: Fault = { part: 'module', stage, lane, output: 99 };
      const inFeeder: Fault = { part: 'voter', stage: stage - 1, lane, output: 99 };
      return stage === 0 ? [[inModule]] : [[inModule], [inFeeder], [inFeeder, inModule]];
    }),
  ];
}

/** Each last voter at fault alone, and the last single voter. */
export function* lastVoters(): Iterable<Case> {
  for (const count of [1, 2, 3]) {
    const stages = THREE_STAGES.slice(0, count);
    for (const output of [99, null, 0]) {
      for (const lane of [0, 1, 2]) {
        yield pipelineCase(INPUT, stages, [{ part: 'voter', stage: count - 1, lane, output }], 'triplicated', 'One last voter is faulty.');
      }
      yield pipelineCase(INPUT, stages, [{ part: 'voter', stage: count - 1, lane: 0, output }], 'single', 'The only last voter is faulty.');
    }
  }
}
