/**
 * Chance in simulations: numbers that depend on a seed, and on what they are drawn for, and on nothing else.
 *
 * Each thing draws from a stream of its own, named by a text. So a run in which one fault is left out is, apart from that fault, the same run.
 */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  /** The same items in another order. */
  shuffled<T>(items: readonly T[]): T[];
}

export function chanceFor(seed: number, what: string): Chance {
  let state = hash(seed, what);
  const next = (): number => {
    // mulberry32, as `ctx.random` in the sandbox.
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    pick: ([first, ...others]) => others[between(0, others.length) - 1] ?? first,
    shuffled(items) {
      const keyed = items.map((item) => ({ item, key: next() }));
      return keyed.sort((left, right) => left.key - right.key).map(({ item }) => item);
    },
  };
}

/** A whole number from 0 to 2^32 - 1 that depends on a seed and a text: FNV-1a, then mixed, since similar texts must give unlike numbers. */
export function hash(seed: number, what: string): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = 0; at < what.length; at += 1) value = Math.imul(value ^ what.charCodeAt(at), 0x01000193);
  return mixed(value);
}

function mixed(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), state | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return (bits ^ (bits >>> 14)) >>> 0;
}
