/**
 * How likely two of three are right, against the reliability of one and against the length of a mission.
 *
 * Reliabilities are probabilities, times are in mean lifetimes (MTTF) of one module. Modules fail independently, and a module's life is
 * exponential: it does not age. Source: R. E. Lyons, W. Vanderkulk, 1962.
 */
/** At least two of three, each right with probability `r`. */
export function tmr(r: number): number {
  return 3 * r ** 2 - 2 * r ** 3;
}

/** At least `k` of `n`, each right with probability `r`. */
export function atLeast(k: number, n: number, r: number): number {
  let sum = 0;
  for (let right = k; right <= n; right += 1) sum += choose(n, right) * r ** right * (1 - r) ** (n - right);
  return sum;
}

/** The probability that a module still works after `t` mean lifetimes. */
export function survival(t: number): number {
  return Math.exp(-t);
}

/** Up to here, in mean lifetimes of a module, three are likelier to work than one. */
export const CROSSOVER = Math.LN2;

export interface ChainReliability {
  readonly simplex: number;
  /** The last voter among those that must work. */
  readonly singleVoters: number;
  /** Two of the three last voters give the right result. */
  readonly triplicatedVoters: number;
}

/** Stages in a row, with modules of reliability `r` and voters of reliability `v`. */
export function chain(stages: number, r: number, v: number): ChainReliability {
  return {
    simplex: r ** stages,
    singleVoters: (tmr(r) * v) ** stages,
    // A voter shares the lane, and so the fate, of the module that it feeds. The first modules and the last voters stand alone.
    triplicatedVoters: tmr(r) * tmr(v * r) ** (stages - 1) * tmr(v),
  };
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let at = 1; at <= k; at += 1) ways = (ways * (n - k + at)) / at;
  return Math.round(ways);
}
