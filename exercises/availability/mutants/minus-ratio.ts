// MUTANT availability: MTTR / MTTF is taken off 1, which is near the truth only while MTTR is small.
export type Diagram =
  | { readonly type: 'component'; readonly name: string }
  | { readonly type: 'series'; readonly parts: readonly Diagram[] }
  | { readonly type: 'parallel'; readonly parts: readonly Diagram[] }
  | { readonly type: 'k-of-n'; readonly k: number; readonly parts: readonly Diagram[] };

const SECONDS = { day: 86_400, week: 7 * 86_400, month: 30 * 86_400, year: 365 * 86_400 };

export function availability(mttf: number, mttr: number): number {
  // `!(x >= 0)` is true of NaN too, which `x < 0` is not.
  if (!(mttf >= 0) || !(mttr >= 0) || mttr === Infinity || mttf + mttr === 0) {
    throw new RangeError(`there is no availability for MTTF ${mttf} and MTTR ${mttr}`);
  }
  return mttf === Infinity ? 1 : Math.max(0, 1 - mttr / mttf);
}

export function downtime(a: number, period: 'day' | 'week' | 'month' | 'year'): number {
  // 1 - a first: near 1 that difference is exact, while the difference of two long times is not.
  return (1 - probability(a)) * SECONDS[period];
}

export function nines(a: number): number {
  const unavailability = 1 - probability(a);
  if (unavailability === 0) return Infinity;
  let n = 0;
  // The definition, with its allowance; the logarithm of 1 - 0.999 lies just below 3.
  while (unavailability < 10 ** -(n + 1) * (1 + 1e-6)) n += 1;
  return n;
}

export function series(parts: readonly number[]): number {
  return parts.reduce((all, part) => all * probability(part), 1);
}

/** Down only if every part is down. */
export function parallel(parts: readonly number[]): number {
  return 1 - series(parts.map((part) => 1 - probability(part)));
}

export function kOfN(k: number, n: number, p: number): number {
  count(k);
  count(n);
  probability(p);
  // atLeast[j]: the probability that at least j of the parts seen so far work. Only sums of products: nothing is lost by subtraction.
  const atLeast = Array.from({ length: k + 1 }, (_, j) => Number(j === 0));
  for (let part = 0; part < n; part += 1) {
    for (let j = k; j > 0; j -= 1) atLeast[j] = p * atLeast[j - 1] + (1 - p) * atLeast[j];
  }
  return atLeast[k];
}

export function tmr(r: number, rv: number, voters: 1 | 3): number {
  probability(r);
  probability(rv);
  return voters === 1 ? kOfN(2, 3, r) * rv : kOfN(2, 3, r * rv);
}

export function evaluate(diagram: Diagram, probabilities: { readonly [name: string]: number }): number {
  Object.values(probabilities).forEach(probability);
  const names = [...new Set(namesIn(diagram))];
  for (const name of names) {
    if (!Object.hasOwn(probabilities, name)) throw new RangeError(`${name} has no probability`);
  }
  // Each name is decided once, for every place where it occurs; then the diagram works or does not.
  const up = new Set<string>();
  const given = (decided: number): number => {
    if (decided === names.length) return works(diagram, up) ? 1 : 0;
    const name = names[decided];
    const p = probabilities[name];
    up.add(name);
    const withIt = given(decided + 1);
    up.delete(name);
    return p * withIt + (1 - p) * given(decided + 1);
  };
  return given(0);
}

function works(diagram: Diagram, up: ReadonlySet<string>): boolean {
  switch (diagram.type) {
    case 'component':
      return up.has(diagram.name);
    case 'series':
      return diagram.parts.every((part) => works(part, up));
    case 'parallel':
      return diagram.parts.some((part) => works(part, up));
    case 'k-of-n':
      return diagram.parts.filter((part) => works(part, up)).length >= diagram.k;
  }
}

/** @throws RangeError if a k is no count. */
function namesIn(diagram: Diagram): string[] {
  if (diagram.type === 'component') return [diagram.name];
  if (diagram.type === 'k-of-n') count(diagram.k);
  return diagram.parts.flatMap(namesIn);
}

function probability(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability`);
  return p;
}

function count(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is no count`);
}
