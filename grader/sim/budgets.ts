/**
 * How many faults of each kind may still happen, packed into a few integers of a world's row.
 *
 * Each count has a guard bit above it, always 0. So whether one world may do all that another may is a subtraction a word: where a count
 * is too small, it borrows from its guard.
 */
export interface Budgets {
  /** Integers that they take. */
  readonly words: number;
  readonly first: Int32Array;
  /** The guard bits of each word. */
  readonly guards: Int32Array;
  /** The place of a counter; -1 where nothing of that kind may ever happen. */
  place(name: string): number;
}

/** Bits used of each word: the sign is left alone. */
const WORD_BITS = 30;

/** Counters by name, with what each may spend. */
export function newBudgets(counters: ReadonlyMap<string, number>): Budgets {
  const places = new Map<string, number>();
  const first: number[] = [];
  const guards: number[] = [];
  let used = WORD_BITS;
  for (const [name, most] of counters) {
    if (most === 0) continue;
    const bits = 32 - Math.clz32(most) + 1;
    if (used + bits > WORD_BITS) {
      first.push(0);
      guards.push(0);
      used = 0;
    }
    const word = first.length - 1;
    first[word] = (first[word] ?? 0) | (most << used);
    guards[word] = (guards[word] ?? 0) | (1 << (used + bits - 1));
    places.set(name, (word << 10) | (used << 5) | (bits - 1));
    used += bits;
  }
  return {
    words: first.length,
    first: Int32Array.from(first),
    guards: Int32Array.from(guards),
    place: (name) => places.get(name) ?? -1,
  };
}

/** What is left of a counter in the words that begin at `base` of a row. */
export function left(row: Int32Array, base: number, place: number): number {
  if (place < 0) return 0;
  return ((row[base + (place >> 10)] ?? 0) >> ((place >> 5) & 31)) & ((1 << (place & 31)) - 1);
}

/** Exchanges what is left of two counters. */
export function swap(row: Int32Array, base: number, one: number, other: number): void {
  const less = left(row, base, one) - left(row, base, other);
  add(row, base, one, -less);
  add(row, base, other, less);
}

function add(row: Int32Array, base: number, place: number, count: number): void {
  if (place < 0) return;
  const at = base + (place >> 10);
  row[at] = (row[at] ?? 0) + (count << ((place >> 5) & 31));
}

/** Takes one from a counter that has something left. */
export function spend(row: Int32Array, base: number, place: number): void {
  add(row, base, place, -1);
}
