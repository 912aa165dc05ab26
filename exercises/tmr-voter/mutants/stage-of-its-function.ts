// MUTANT pipeline: a stage goes by the first place at which its function stands.
export interface Fault {
  readonly part: 'module' | 'voter';
  readonly stage: number;
  readonly lane: number;
  readonly output: number | null;
}

type Input = number | null;

const isPresent = (input: Input): input is number => input !== null && !Number.isNaN(input);

export function voteExact(inputs: readonly Input[]): number | 'NO_MAJORITY' {
  // A Map takes 0 and -0 for the same key, as the contract does.
  const votes = new Map<number, number>();
  for (const value of inputs.filter(isPresent)) votes.set(value, (votes.get(value) ?? 0) + 1);
  for (const [value, count] of votes) if (count > inputs.length / 2) return value;
  return 'NO_MAJORITY';
}

export function voteInexact(inputs: readonly Input[], tolerance: number): { value: number; agreement: number } | 'NO_MAJORITY' {
  if (!(tolerance >= 0)) throw new RangeError(`${tolerance} is no tolerance`);
  // Subtracting infinities would give NaN, so the order is found by comparing.
  const sorted = inputs.filter(isPresent).sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  // In order of size the least and the greatest of a set differ most: they decide for all pairs.
  const near = (low: number, high: number): boolean => low === high || high - low <= tolerance;
  const agreement = Math.max(0, ...sorted.map((low, at) => sorted.slice(at).filter((high) => near(low, high)).length));
  if (agreement <= inputs.length / 2) return 'NO_MAJORITY';
  return { value: sorted[Math.floor((sorted.length - 1) / 2)], agreement };
}

export function runPipeline(
  input: number,
  stages: readonly ((x: number) => number)[],
  faults: readonly Fault[],
  voters: 'triplicated' | 'single',
): Input[] {
  const voterLanes = voters === 'triplicated' ? [0, 1, 2] : [0];
  for (const { part, stage, lane } of faults) {
    const lanes = part === 'module' ? [0, 1, 2] : voterLanes;
    if (!(stage in stages) || !lanes.includes(lane)) throw new RangeError(`there is no ${part} ${lane} in stage ${stage}`);
  }
  /** A faulty part gives its output; only a sound one works. */
  const outputOf = (part: Fault['part'], stage: number, lane: number, work: () => Input): Input => {
    const fault = faults.find((one) => one.part === part && one.stage === stage && one.lane === lane);
    return fault ? fault.output : work();
  };

  let signals: Input[] = voterLanes.map(() => input);
  stages.forEach((compute) => {
    const stage = stages.indexOf(compute);
    const results = [0, 1, 2].map((lane) => {
      const signal = voters === 'triplicated' ? signals[lane] : signals[0];
      return outputOf('module', stage, lane, () => (isPresent(signal) ? compute(signal) : null));
    });
    const vote = voteExact(results);
    signals = voterLanes.map((lane) => outputOf('voter', stage, lane, () => (vote === 'NO_MAJORITY' ? null : vote)));
  });
  return signals;
}
