/**
 * A table from pairs of small integers to integers, in typed arrays: what a Map with a text as its key would do, without the texts.
 *
 * Open addressing, keys and value side by side, so that a look-up touches one line of the cache.
 */
export interface PairTable {
  /** The value of a pair, or -1. */
  get(left: number, right: number): number;
  /** Values are at least 0. */
  set(left: number, right: number, value: number): void;
  clear(): void;
}

const FIRST_SLOTS = 1 << 10;
/** Doubled when more than this part is taken. */
const MAX_LOAD = 0.5;

export function newPairTable(): PairTable {
  let slots = new Int32Array(FIRST_SLOTS * 3).fill(-1);
  let mask = FIRST_SLOTS - 1;
  let count = 0;

  function slotOf(left: number, right: number): number {
    let slot = mix(left, right) & mask;
    for (;;) {
      const at = slot * 3;
      const value = slots[at + 2] ?? -1;
      if (value < 0 || (slots[at] === left && slots[at + 1] === right)) return at;
      slot = (slot + 1) & mask;
    }
  }

  function grow(): void {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * 3).fill(-1);
    for (let at = 0; at < old.length; at += 3) {
      const left = old[at] ?? 0;
      const right = old[at + 1] ?? 0;
      const value = old[at + 2] ?? -1;
      if (value >= 0) write(slotOf(left, right), left, right, value);
    }
  }

  function write(at: number, left: number, right: number, value: number): void {
    slots[at] = left;
    slots[at + 1] = right;
    slots[at + 2] = value;
  }

  return {
    get: (left, right) => slots[slotOf(left, right) + 2] ?? -1,
    set(left, right, value) {
      const at = slotOf(left, right);
      if ((slots[at + 2] ?? -1) < 0) count += 1;
      write(at, left, right, value);
      if (count > (mask + 1) * MAX_LOAD) grow();
    },
    clear() {
      slots.fill(-1);
      count = 0;
    },
  };
}

function mix(left: number, right: number): number {
  let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}
