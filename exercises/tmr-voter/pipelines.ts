/** Calls of `runPipeline`, with what they must answer. */
import { array, constantFrom, integer, nat, record, tuple, uniqueArray, type Arbitrary } from 'fast-check';
import { Callback, isList, type Crossed } from '../../grader/base/data.ts';
import { sameData } from '../../grader/base/sameData.ts';
import { showData } from '../../grader/base/showData.ts';
import { refuses, returns, type Case } from '../../grader/checks/functionCheck.ts';
import { pipelineOutputs, type Fault, type Stage, type Voters } from './oracle.ts';

export const THREE_STAGES: readonly Stage[] = [
  { source: '(x) => x + 1', apply: (x) => x + 1 },
  { source: '(x) => x * 2', apply: (x) => x * 2 },
  { source: '(x) => x - 3', apply: (x) => x - 3 },
];
const MORE_STAGES: readonly Stage[] = [...THREE_STAGES, { source: '(x) => x * x', apply: (x) => x * x }];
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
function countedCase(stages: readonly Stage[], faults: readonly Fault[], voters: Voters): Case {
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
      // Read after the call, so that the learner sees the counts.
      get text() {
        return `${showData(expected)}, with at most three calls of each stage's function; called ${calls.join(', ')} times`;
      },
      holds: (value) => sameData(value, expected) && calls.every((count) => count <= 3),
    },
  };
}

const callbacks = new WeakMap<Stage, Callback>();

/** A stage that stands twice in a pipeline is one function there too. */
function toCallback(stage: Stage): Callback {
  const known = callbacks.get(stage);
  if (known) return known;
  const made = new Callback(stage.source, (x) => stage.apply(toNumber(x)), { isPure: true });
  callbacks.set(stage, made);
  return made;
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

/** No fault, every single fault and every pair of faults in three stages: pairs that agree, and pairs that do not where it matters. */
export function* singleAndDouble(voters: Voters): Iterable<Case> {
  const parts = partsOf(3, voters);
  yield pipelineCase(INPUT, THREE_STAGES, [], voters);
  for (const part of parts) {
    for (const output of [99, null]) yield pipelineCase(INPUT, THREE_STAGES, [{ ...part, output }], voters);
  }
  for (const [at, part] of parts.entries()) {
    for (const other of parts.slice(at + 1)) {
      const first = { ...part, output: 99 };
      yield pipelineCase(INPUT, THREE_STAGES, [first, { ...other, output: 99 }], voters);
      if (part.stage !== other.stage || part.part === 'voter' || other.part === 'voter') continue;
      for (const output of [42, null]) yield pipelineCase(INPUT, THREE_STAGES, [first, { ...other, output }], voters);
    }
  }
}

/** Two modules of a stage that agree on a value easily taken for none, and more faults than two, in a stage that receives nothing too. */
export function* severalFaults(voters: Voters): Iterable<Case> {
  for (const output of [0, null, 99]) {
    const agreed: Fault[] = [0, 2].map((lane) => ({ part: 'module', stage: 1, lane, output }));
    yield pipelineCase(INPUT, THREE_STAGES, agreed, voters, 'Two modules of one stage give the same.');
    yield pipelineCase(INPUT, THREE_STAGES, [...agreed, { part: 'voter', stage: 1, lane: 0, output: 12 }], voters);
  }
  const silent: Fault[] = [0, 1].map((lane) => ({ part: 'module', stage: 0, lane, output: null }));
  for (const output of [0, 99]) {
    const agreed: Fault[] = [0, 2].map((lane) => ({ part: 'module', stage: 1, lane, output }));
    yield pipelineCase(INPUT, THREE_STAGES, [...silent, ...agreed], voters, 'A faulty module gives its output, even out of nothing.');
  }
}

/** The same function first and last: which of its two stages a fault is in, only the place of the stage tells. */
export function* functionTwice(voters: Voters): Iterable<Case> {
  const stages = [...THREE_STAGES.slice(0, 2), ...THREE_STAGES.slice(0, 1)];
  for (const stage of [0, 2]) {
    const agreed: Fault[] = [0, 1].map((lane) => ({ part: 'module', stage, lane, output: 99 }));
    yield pipelineCase(INPUT, stages, agreed, voters, 'The first and the last stage have the same function.');
  }
}

/** No fault, and every single one in three stages: none is a reason to call a function more often. */
export function* countedFaults(voters: Voters): Iterable<Case> {
  yield countedCase(THREE_STAGES.slice(0, 1), [], voters);
  yield countedCase(THREE_STAGES, [], voters);
  for (const part of partsOf(3, voters)) yield countedCase(THREE_STAGES, [{ ...part, output: 99 }], voters);
  yield countedCase([...THREE_STAGES, ...THREE_STAGES, ...THREE_STAGES], [], voters);
}

/** Pipelines of up to four stages, with up to six faults in any order. */
export const anyPipeline: Arbitrary<Case> = record({
  stages: array(constantFrom(...MORE_STAGES), { maxLength: 4 }),
  input: integer({ min: -5, max: 5 }),
  broken: uniqueArray(tuple(nat(23), constantFrom(0, 1, 4, null)), { selector: ([part]) => part, maxLength: 6 }),
  voters: constantFrom<Voters>('triplicated', 'single'),
}).map(({ stages, input, broken, voters }) => {
  const parts = partsOf(stages.length, voters);
  const faults = broken.flatMap(([at, output]) => (parts[at] ? [{ ...parts[at], output }] : []));
  return pipelineCase(input, stages, faults, voters);
});

/** In each of up to four stages one lane is hit: its module, the voter that feeds it, or both. Some last voters are faulty besides. */
export const anyLanePerStage: Arbitrary<Case> = record({
  stages: array(constantFrom(...MORE_STAGES), { minLength: 1, maxLength: 4 }),
  input: integer({ min: -3, max: 3 }),
  lanes: array(nat(2), { minLength: 4, maxLength: 4 }),
  hit: array(nat(2), { minLength: 4, maxLength: 4 }),
  output: constantFrom(99, 0, 1, null),
  last: uniqueArray(nat(2), { maxLength: 2 }),
}).map(({ stages, input, lanes, hit, output, last }) => {
  const faults = stages.flatMap((_, stage): Fault[] => {
    const lane = lanes[stage] ?? 0;
    const inModule: Fault = { part: 'module', stage, lane, output };
    const inFeeder: Fault = { part: 'voter', stage: stage - 1, lane, output };
    return stage === 0 || hit[stage] === 0 ? [inModule] : hit[stage] === 1 ? [inFeeder] : [inModule, inFeeder];
  });
  const besides = last.map((lane): Fault => ({ part: 'voter', stage: stages.length - 1, lane, output }));
  return rightInSoundLanes(input, stages, [...faults, ...besides], last);
});

/** Sound last voters give what the functions give one after the other; what the lanes in `faulty` give is not looked at. */
function rightInSoundLanes(input: number, stages: readonly Stage[], faults: readonly Fault[], faulty: readonly number[]): Case {
  const right = stages.reduce((value, { apply }) => apply(value), input);
  return {
    fn: 'runPipeline',
    args: [input, stages.map(toCallback), faults.map(toData), 'triplicated'],
    expected: {
      kind: 'satisfies',
      text: `${right} in every lane${faulty.length === 0 ? '' : ` but ${faulty.join(' and ')}, where the last voter is faulty`}`,
      holds: (outputs) =>
        isList(outputs) && outputs.length === 3 && outputs.every((output, lane) => faulty.includes(lane) || sameData(output, right)),
    },
  };
}

/** In each of the first two of three stages at most one lane is hit: its module, the voter that feeds it, or both. */
export function* oneLanePerStage(): Iterable<Case> {
  for (const first of hits(0)) {
    for (const second of hits(1)) yield rightInSoundLanes(INPUT, THREE_STAGES, [...first, ...second], []);
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
  for (const count of [1, 3]) {
    const stages = THREE_STAGES.slice(0, count);
    for (const output of [99, null, 0]) {
      for (const lane of [0, 1, 2]) {
        yield pipelineCase(INPUT, stages, [{ part: 'voter', stage: count - 1, lane, output }], 'triplicated', 'One last voter is faulty.');
      }
      yield pipelineCase(INPUT, stages, [{ part: 'voter', stage: count - 1, lane: 0, output }], 'single', 'The only last voter is faulty.');
    }
    const all = [0, 1, 2].map((lane): Fault => ({ part: 'voter', stage: count - 1, lane, output: 99 }));
    for (const sound of [0, 1, 2]) {
      const two = all.filter((fault) => fault.lane !== sound);
      yield pipelineCase(INPUT, stages, two, 'triplicated', 'Two last voters are faulty, and nobody votes on them.');
    }
    yield pipelineCase(INPUT, stages, all, 'triplicated', 'All last voters are faulty.');
  }
}
