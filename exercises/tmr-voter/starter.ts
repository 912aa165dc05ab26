export interface Fault {
  readonly part: 'module' | 'voter';
  readonly stage: number;
  readonly lane: number;
  readonly output: number | null;
}

/** The value that more than half of all inputs have. */
export function voteExact(inputs: readonly (number | null)[]): number | 'NO_MAJORITY' {
  // TODO: an input may be missing, and there may be nothing to agree on.
  return inputs[0] ?? 'NO_MAJORITY';
}

/** The middle one of the inputs present, and how many inputs agree with each other. */
export function voteInexact(inputs: readonly (number | null)[], tolerance: number): { value: number; agreement: number } | 'NO_MAJORITY' {
  // TODO: one wild reading moves a mean as far as it likes.
  const sum = inputs.reduce<number>((total, input) => total + (input ?? 0), 0);
  return { value: sum / inputs.length, agreement: inputs.length };
}

/** What the last voters say: three of them, or one. */
export function runPipeline(
  input: number,
  stages: readonly ((x: number) => number)[],
  faults: readonly Fault[],
  voters: 'triplicated' | 'single',
): (number | null)[] {
  // TODO: a voter is a part that can fail, like a module.
  return [stages.reduce((value, stage) => stage(value), input)];
}
