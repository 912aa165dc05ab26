/** The contract of the voters and of the pipeline, spelled out: by counting and by trying every subset. Slow, and only for few inputs. */

export type Input = number | null;

export interface Fault {
  readonly part: 'module' | 'voter';
  readonly stage: number;
  readonly lane: number;
  readonly output: number | null;
}

/** `(x) => …` by its source and by what it does. */
export interface Stage {
  readonly source: string;
  readonly apply: (x: number) => number;
}

export type Voters = 'triplicated' | 'single';

function isPresent(input: Input): input is number {
  return input !== null && !Number.isNaN(input);
}

/** The value that more than half of all inputs have. */
export function exactVote(inputs: readonly Input[]): number | 'NO_MAJORITY' {
  const winner = inputs.filter(isPresent).find((value) => inputs.filter((other) => other === value).length * 2 > inputs.length);
  return winner ?? 'NO_MAJORITY';
}

/** The middle value, and the largest set of inputs of which any two are near each other. */
export function inexactVote(inputs: readonly Input[], tolerance: number): { value: number; agreement: number } | 'NO_MAJORITY' {
  const present = inputs.filter(isPresent);
  const agreement = Math.max(0, ...nearSets(present, tolerance).map((set) => set.length));
  if (agreement * 2 <= inputs.length) return 'NO_MAJORITY';
  const ordered = [...present].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  // Of two middle ones the smaller: as many are below it as above it, or one fewer.
  return { value: ordered[Math.ceil(ordered.length / 2) - 1] ?? NaN, agreement };
}

/** The sets of which any two members are near each other: a set that has two that are not can be part of none. */
function nearSets(values: readonly number[], tolerance: number): number[][] {
  const isNear = (left: number, right: number): boolean => left === right || Math.abs(left - right) <= tolerance;
  return values.reduce<number[][]>(
    (sets, value) => sets.concat(sets.filter((set) => set.every((other) => isNear(other, value))).map((set) => set.concat(value))),
    [[]],
  );
}

const LANES = [0, 1, 2];

/** What the last voters give. */
export function pipelineOutputs(input: number, stages: readonly Stage[], faults: readonly Fault[], voters: Voters): Input[] {
  const voterLanes = voters === 'triplicated' ? LANES : [0];
  const faultOf = (part: Fault['part'], stage: number, lane: number): Fault | undefined =>
    faults.find((fault) => fault.part === part && fault.stage === stage && fault.lane === lane);
  let signals: Input[] = voterLanes.map(() => input);
  stages.forEach(({ apply }, stage) => {
    const outputs = LANES.map((lane) => {
      const fault = faultOf('module', stage, lane);
      const signal = signals[voters === 'triplicated' ? lane : 0] ?? null;
      return fault ? fault.output : isPresent(signal) ? apply(signal) : null;
    });
    const vote = exactVote(outputs);
    signals = voterLanes.map((lane) => {
      const fault = faultOf('voter', stage, lane);
      return fault ? fault.output : vote === 'NO_MAJORITY' ? null : vote;
    });
  });
  return signals;
}
