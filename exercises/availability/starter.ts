export type Diagram =
  /** The same name is the same component: it works everywhere or fails everywhere at once. */
  | { readonly type: 'component'; readonly name: string }
  | { readonly type: 'series'; readonly parts: readonly Diagram[] }
  | { readonly type: 'parallel'; readonly parts: readonly Diagram[] }
  | { readonly type: 'k-of-n'; readonly k: number; readonly parts: readonly Diagram[] };

/** The share of time that something is up, from its mean time to failure and its mean time to repair. */
export function availability(mttf: number, mttr: number): number {
  // TODO: two of the four extremes, 0 and Infinity for either time, have an answer whatever the other is. What does a division make of them?
  return mttf / mttr;
}

/** Expected seconds of downtime. A month has 30 days, a year 365. */
export function downtime(a: number, period: 'day' | 'week' | 'month' | 'year'): number {
  // TODO: at nine nines, how many digits of the answer survive your subtraction?
  return a;
}

/** The largest n with 1 - a <= 10^-n, where one part in a million too much is forgiven: 3 for 0.999. */
export function nines(a: number): number {
  // TODO: print 1 - 0.999 before you trust a logarithm.
  return Math.floor(-Math.log10(1 - a));
}

/** All parts are needed. */
export function series(parts: readonly number[]): number {
  // TODO: and if there are no parts?
  return Math.min(...parts);
}

/** One part is enough. */
export function parallel(parts: readonly number[]): number {
  // TODO: two parts are better than the better of the two.
  return Math.max(...parts);
}

/** At least k of n independent parts work, each with probability p. */
export function kOfN(k: number, n: number, p: number): number {
  // TODO: n may be 40, and the answer may be 1e-40.
  return p;
}

/** Triple modular redundancy: 1 voter behind three modules, or 3 voters, each in one lane with its module. */
export function tmr(r: number, rv: number, voters: 1 | 3): number {
  // TODO: a voter fails too.
  return r;
}

/** The probability that the diagram works. */
export function evaluate(diagram: Diagram, probabilities: { readonly [name: string]: number }): number {
  // TODO: the same name in two places is one component. What do your formulas take for granted?
  return 0;
}
