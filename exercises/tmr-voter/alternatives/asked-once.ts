// How it differs: each stage function is asked once for each value; faults are laid over a table; the middle value is found by throwing out extremes.
type R = number | null;
type F = { part: 'module' | 'voter'; stage: number; lane: number; output: R };
const NONE = 'NO_MAJORITY' as const;
export function voteExact(inputs: readonly R[]) {
  const votes = inputs.filter((x) => x !== null && !isNaN(x)).sort((a, b) => a! - b!) as number[];
  // A majority of all has the middle of the sorted votes among it.
  const middle = votes[votes.length >> 1];
  let count = 0;
  for (const vote of votes) if (vote === middle) count++;
  return middle !== undefined && count + count > inputs.length ? middle : NONE;
}
export function voteInexact(inputs: readonly R[], tolerance: number) {
  if (!(tolerance >= 0)) throw new RangeError();
  const votes = inputs.filter((x): x is number => typeof x === 'number' && !Number.isNaN(x));
  let agreement = 0;
  for (const low of votes) {
    let n = 0;
    for (const x of votes) if (x >= low && (x === low || x - low <= tolerance)) n++;
    if (n > agreement) agreement = n;
  }
  if (agreement * 2 <= inputs.length) return NONE;
  const rest = [...votes];
  while (rest.length > 2) {
    rest.splice(rest.indexOf(Math.max(...rest)), 1);
    rest.splice(rest.indexOf(Math.min(...rest)), 1);
  }
  return { value: Math.min(...rest), agreement };
}
export function runPipeline(
  input: number,
  stages: readonly ((x: number) => number)[],
  faults: readonly F[],
  voters: 'triplicated' | 'single',
) {
  const n = voters === 'single' ? 1 : 3;
  const table = stages.map(() => ({
    module: [undefined, undefined, undefined] as (R | undefined)[],
    voter: Array<R | undefined>(n).fill(undefined),
  }));
  for (const f of faults) {
    const row = table[f.stage]?.[f.part];
    if (!row || !Object.hasOwn(row, f.lane)) throw RangeError(`${f.part}`);
    row[f.lane] = f.output;
  }
  let fed: R[] = Array<R>(n).fill(input);
  table.forEach((row, s) => {
    const seen = new Map<number, number>();
    const ask = (x: R | undefined) => {
      if (x == null || isNaN(x)) return null;
      if (!seen.has(x)) seen.set(x, stages[s](x));
      return seen.get(x)!;
    };
    const out = row.module.map((f, lane) => (f === undefined ? ask(fed[n === 1 ? 0 : lane]) : f));
    const v = voteExact(out);
    fed = row.voter.map((f) => (f === undefined ? (v === NONE ? null : v) : f));
  });
  return fed;
}
