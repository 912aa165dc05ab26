// MUTANT no-majority: the exact voter takes values that differ by a rounding error for one.
export interface Fault {
  readonly part: 'module' | 'voter';
  readonly stage: number;
  readonly lane: number;
  readonly output: number | null;
}

export function voteExact(inputs: readonly (number | null)[]): number | 'NO_MAJORITY' {
  for (const candidate of present(inputs)) {
    // === and not Object.is: 0 and -0 are one value.
    if (isMajority(inputs.filter((input) => input !== null && Math.abs(input - candidate) < 1e-9).length, inputs)) return candidate;
  }
  return 'NO_MAJORITY';
}

export function voteInexact(inputs: readonly (number | null)[], tolerance: number): { value: number; agreement: number } | 'NO_MAJORITY' {
  if (!(tolerance >= 0)) throw new RangeError(`${tolerance} is no tolerance`);
  const sorted = present(inputs).sort((left, right) => left - right);
  // In order of size, any two of a set agree if its first and its last do. So for each last one we look for the farthest first one.
  let agreement = 0;
  for (const [end, last] of sorted.entries()) {
    const start = sorted.findIndex((first) => first === last || last - first <= tolerance);
    agreement = Math.max(agreement, end - start + 1);
  }
  if (!isMajority(agreement, inputs)) return 'NO_MAJORITY';
  return { value: sorted[Math.floor((sorted.length - 1) / 2)], agreement };
}

export function runPipeline(
  input: number,
  stages: readonly ((x: number) => number)[],
  faults: readonly Fault[],
  voters: 'triplicated' | 'single',
): (number | null)[] {
  const voterLanes = voters === 'single' ? [0] : [0, 1, 2];
  for (const { part, stage, lane } of faults) {
    const lanes = part === 'module' ? [0, 1, 2] : voterLanes;
    if (!(stage in stages) || !lanes.includes(lane)) throw new RangeError(`there is no ${part} ${lane} in stage ${stage}`);
  }
  let fed: (number | null)[] = voterLanes.map(() => input);
  for (const [stage, compute] of stages.entries()) {
    const faulty = (part: string, lane: number) =>
      faults.find((fault) => fault.part === part && fault.stage === stage && fault.lane === lane);
    const outputs = [0, 1, 2].map((lane) => {
      const fault = faulty('module', lane);
      return fault ? fault.output : sound(compute, fed[lane % fed.length]);
    });
    const vote = voteExact(outputs);
    fed = voterLanes.map((lane) => {
      const fault = faulty('voter', lane);
      return fault ? fault.output : vote === 'NO_MAJORITY' ? null : vote;
    });
  }
  return fed;
}

/** A sound module. Out of nothing it makes nothing: its function is not asked. */
function sound(compute: (x: number) => number, input: number | null): number | null {
  return input === null || Number.isNaN(input) ? null : compute(input);
}

function present(inputs: readonly (number | null)[]): number[] {
  return inputs.filter((input): input is number => input !== null && !Number.isNaN(input));
}

/** Missing inputs are no votes, but they count among all. */
function isMajority(votes: number, inputs: readonly unknown[]): boolean {
  return 2 * votes > inputs.length;
}
