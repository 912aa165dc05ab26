/**
 * What was made of the beginnings of rows met lately: a table of fixed size that forgets.
 *
 * Steps of one world, and of its neighbours in the search, come to the same few rows again and again, so a small table that the cache of the
 * processor holds answers most of them. What it has forgotten is computed anew, which comes to the same.
 */
export interface RecentRows {
  /** What was noted for a row that begins like this one, with this number; -1 where nothing is remembered. */
  get(row: Int32Array, number: number): number;
  /** Of the row and the number that were asked for last, as they were then. Values are from 0 to 2^31 - 2. */
  set(value: number): void;
}

/** Rows that are remembered: about a megabyte. */
const SLOTS = 1 << 15;

/** `width`: how many integers of a row count. */
export function newRecentRows(width: number): RecentRows {
  /** The integers of a row, the number, and the value plus one: 0 where nothing is noted. */
  const stride = width + 2;
  const slots = new Int32Array(SLOTS * stride);
  const asked = new Int32Array(width + 1);
  let at = 0;

  return {
    get(row, number) {
      let hash = number;
      for (let i = 0; i < width; i += 1) {
        const part = row[i] ?? 0;
        asked[i] = part;
        hash = Math.imul(hash ^ part, 0x9e3779b1) ^ (hash >>> 13);
      }
      asked[width] = number;
      at = ((Math.imul(hash, 0x85ebca6b) >>> 15) & (SLOTS - 1)) * stride;
      for (let i = 0; i <= width; i += 1) if (slots[at + i] !== asked[i]) return -1;
      return (slots[at + width + 1] ?? 0) - 1;
    },
    set(value) {
      slots.set(asked, at);
      slots[at + width + 1] = value + 1;
    },
  };
}
