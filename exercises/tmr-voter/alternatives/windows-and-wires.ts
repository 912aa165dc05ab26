// How it differs: Boyer and Moore's majority vote, a sliding window, wires as a recursive function; module functions of faulty modules are called too.
type Input = number | null;
type Fault = { part: 'module' | 'voter'; stage: number; lane: number; output: Input };

function given(input: Input | undefined): input is number {
  return typeof input === 'number' && input === input;
}

export const voteExact = (inputs: readonly Input[]): number | 'NO_MAJORITY' => {
  let candidate: number | undefined;
  let lead = 0;
  inputs.forEach((input) => {
    if (lead === 0 && given(input)) [candidate, lead] = [input, 1];
    else lead += given(input) && input === candidate ? 1 : lead > 0 ? -1 : 0;
  });
  let count = 0;
  for (const input of inputs) if (given(input) && input === candidate) count += 1;
  return candidate !== undefined && 2 * count > inputs.length ? candidate : 'NO_MAJORITY';
};

export const voteInexact = (inputs: readonly Input[], tolerance: number) => {
  if (Number.isNaN(tolerance) || tolerance < 0) throw RangeError('tolerance');
  const present = Float64Array.from(inputs.filter(given)).sort();
  let agreement = 0;
  for (let low = 0, high = 0; high < present.length; high++) {
    while (present[low] !== present[high] && present[high] - present[low] > tolerance) low++;
    agreement = Math.max(agreement, high - low + 1);
  }
  if (2 * agreement <= inputs.length) return 'NO_MAJORITY' as const;
  return Object.assign(Object.create(null), { agreement, value: present[(present.length - 1) >> 1] }) as {
    value: number;
    agreement: number;
  };
};

export function runPipeline(
  input: number,
  stages: readonly ((x: number) => number)[],
  faults: readonly Fault[],
  voters: 'triplicated' | 'single',
) {
  const width = voters === 'single' ? 1 : 3;
  const table = new Map<string, Input>();
  for (const { part, stage, lane, output } of faults) {
    const exists =
      Number.isInteger(stage) &&
      stage >= 0 &&
      stage < stages.length &&
      Number.isInteger(lane) &&
      lane >= 0 &&
      lane < (part === 'module' ? 3 : width);
    if (!exists) throw new RangeError('no such part');
    table.set(`${part}/${stage}/${lane}`, output);
  }
  const go = (wires: Input[], stage: number): Input[] => {
    if (stage === stages.length) return wires;
    const outputs = [0, 1, 2].map((lane) => {
      const wire = wires[lane % width];
      const sound = given(wire) ? stages[stage](wire) : null;
      const key = `module/${stage}/${lane}`;
      return table.has(key) ? table.get(key)! : sound;
    });
    const winner = voteExact(outputs);
    const next = Array.from({ length: width }, (_, lane) => {
      const key = `voter/${stage}/${lane}`;
      return table.has(key) ? table.get(key)! : winner === 'NO_MAJORITY' ? null : winner;
    });
    return go(next, stage + 1);
  };
  return go(new Array<Input>(width).fill(input), 0);
}
