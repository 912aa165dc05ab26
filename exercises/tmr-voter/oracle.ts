/**
 * Votes by their definitions: every input is counted, every set of inputs is tried. Pipelines from the end: each wire asks the wires
 * before it for its value.
 */

export type Input = number | null;
export type Inexact = { readonly value: number; readonly agreement: number } | 'NO_MAJORITY';
export type Voters = 'triplicated' | 'single';

export interface Fault {
  readonly part: 'module' | 'voter';
  readonly stage: number;
  readonly lane: number;
  readonly output: Input;
}

export const LANES = [0, 1, 2];

export function exactVote(inputs: readonly Input[]): number | 'NO_MAJORITY' {
  // The comparison takes 0 and -0 for one value, and NaN for equal to nothing.
  const winner = present(inputs).find((value) => 2 * inputs.filter((input) => input === value).length > inputs.length);
  return winner ?? 'NO_MAJORITY';
}

export function inexactVote(inputs: readonly Input[], tolerance: number): Inexact {
  const values = present(inputs);
  const agreement = largestAgreement(values, tolerance);
  const value = lowerMiddle(values);
  return value === undefined || 2 * agreement <= inputs.length ? 'NO_MAJORITY' : { value, agreement };
}

export function pipelineOutputs(
  input: number,
  stages: readonly ((x: number) => number)[],
  faults: readonly Fault[],
  voters: Voters,
): Input[] {
  const faultOf = (part: Fault['part'], stage: number, lane: number): Fault | undefined =>
    faults.find((fault) => fault.part === part && fault.stage === stage && fault.lane === lane);
  const fedTo = (stage: number, lane: number): Input => (stage === 0 ? input : voterOutput(stage - 1, voters === 'single' ? 0 : lane));
  const moduleOutput = (stage: number, lane: number): Input => {
    const fault = faultOf('module', stage, lane);
    if (fault) return fault.output;
    const received = fedTo(stage, lane);
    return received === null || Number.isNaN(received) ? null : (stages[stage]?.(received) ?? null);
  };
  const voterOutput = (stage: number, lane: number): Input => {
    const fault = faultOf('voter', stage, lane);
    if (fault) return fault.output;
    const vote = exactVote(LANES.map((from) => moduleOutput(stage, from)));
    return vote === 'NO_MAJORITY' ? null : vote;
  };
  return (voters === 'single' ? [0] : LANES).map((lane) => fedTo(stages.length, lane));
}

function present(inputs: readonly Input[]): number[] {
  return inputs.filter((input): input is number => input !== null && !Number.isNaN(input));
}

/** The size of the largest of all sets of which any two differ by at most `tolerance`. */
function largestAgreement(values: readonly number[], tolerance: number): number {
  const grow = (chosen: readonly number[], rest: readonly number[]): number => {
    const [next, ...others] = rest;
    if (next === undefined) return chosen.length;
    const without = grow(chosen, others);
    return chosen.every((value) => value === next || Math.abs(value - next) <= tolerance)
      ? Math.max(without, grow([...chosen, next], others))
      : without;
  };
  return grow([], values);
}

/** The value that has at most half of the others before it and more than half not behind it. */
function lowerMiddle(values: readonly number[]): number | undefined {
  const rank = Math.ceil(values.length / 2);
  return values.find((value) => values.filter((one) => one < value).length < rank && values.filter((one) => one <= value).length >= rank);
}
