// How it differs: a class whose wires ask back for their values and remember them; votes are counted in a Map; agreement by rank.
type Reading = number | null;
interface Fault {
  readonly part: 'module' | 'voter';
  readonly stage: number;
  readonly lane: number;
  readonly output: Reading;
}

export function voteExact(inputs: readonly Reading[]): number | 'NO_MAJORITY' {
  // A Map takes 0 and -0 for one key, and NaN for equal to itself.
  const counts = new Map<Reading, number>();
  for (const input of inputs) counts.set(input, (counts.get(input) ?? 0) + 1);
  counts.delete(null);
  counts.delete(NaN);
  for (const [value, count] of counts) if (count > inputs.length / 2) return value as number;
  return 'NO_MAJORITY';
}

export function voteInexact(inputs: readonly Reading[], tolerance: number): { value: number; agreement: number } | 'NO_MAJORITY' {
  if (tolerance < 0 || tolerance !== tolerance) throw new RangeError('tolerance');
  const sorted = Object.freeze(inputs.filter((x): x is number => x != null && x === x)).toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  const near = (a: number, b: number): boolean => a === b || b - a <= tolerance;
  // The largest size for which some row of neighbours fits.
  let agreement = sorted.length;
  while (agreement > 0 && !sorted.some((low, at) => at + agreement <= sorted.length && near(low, sorted[at + agreement - 1]))) agreement--;
  return agreement > inputs.length / 2 ? { agreement, value: sorted.at(-(sorted.length >> 1) - 1)! } : 'NO_MAJORITY';
}

class Circuit {
  #known = new Map<string, Reading>();

  constructor(
    readonly input: number,
    readonly stages: readonly ((x: number) => number)[],
    readonly faults: readonly Fault[],
    readonly width: number,
  ) {
    const parts = new Set(
      stages.flatMap((_, stage) =>
        [0, 1, 2].flatMap((lane) => [`module ${stage} ${lane}`, ...(lane < width ? [`voter ${stage} ${lane}`] : [])]),
      ),
    );
    for (const { part, stage, lane } of faults)
      if (!parts.has(`${part} ${stage} ${lane}`)) throw new (class NoSuchPart extends RangeError {})();
  }

  output(part: 'module' | 'voter', stage: number, lane: number): Reading {
    const key = `${part} ${stage} ${lane}`;
    if (!this.#known.has(key)) {
      const fault = this.faults.find((one) => `${one.part} ${one.stage} ${one.lane}` === key);
      this.#known.set(key, fault ? fault.output : part === 'module' ? this.#computed(stage, lane) : this.#voted(stage));
    }
    return this.#known.get(key)!;
  }

  #computed(stage: number, lane: number): Reading {
    const fed = stage === 0 ? this.input : this.output('voter', stage - 1, Math.min(lane, this.width - 1));
    return fed === null || fed !== fed ? null : this.stages[stage](fed);
  }

  #voted(stage: number): Reading {
    const vote = voteExact([0, 1, 2].map((lane) => this.output('module', stage, lane)));
    return typeof vote === 'number' ? vote : null;
  }
}

export function runPipeline(
  input: number,
  stages: readonly ((x: number) => number)[],
  faults: readonly Fault[],
  voters: 'triplicated' | 'single',
): Reading[] {
  const width = voters === 'single' ? 1 : 3;
  const circuit = new Circuit(input, stages, faults, width);
  return Array.from({ length: width }, (_, lane) => (stages.length === 0 ? input : circuit.output('voter', stages.length - 1, lane)));
}
