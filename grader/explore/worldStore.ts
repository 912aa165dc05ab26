/**
 * The distinct worlds that a search has seen, each a short row of integers, in the order in which they were found.
 *
 * Rows lie one behind the other in segments of typed arrays, so that growing never copies a world; an open-addressing table of
 * indices finds equals. Beside each world stand its parent and the step that led from there, which is all that a schedule needs.
 */

export interface WorldStore {
  /** How many worlds there are. Their indices are 0 to count - 1. */
  readonly count: number;
  /** The index of the world that was added or met last. */
  readonly last: number;
  /** Bytes in use, tables and spare room included. */
  readonly bytes: number;
  /**
   * Adds the world that `row` describes, unless there is an equal one. Answers whether it was new; `row` is copied.
   * `parent` is the index of the world that it was reached from, -1 for a first one.
   */
  add(row: Int32Array, parent: number, step: number): boolean;
  /** Copies a world's row. */
  read(index: number, into: Int32Array): void;
  /** The steps that lead from a first world to this one, each with the world that it was taken in. */
  pathTo(index: number): Step[];
  /** The number of the step that led to it. */
  stepTo(index: number): number;
  /** How many steps lead to it. */
  depthOf(index: number): number;
}

/** A step of a search: the number of the world in which it was taken, and its number there. */
interface Step {
  readonly from: number;
  readonly step: number;
}

/**
 * The end of a row that says what may still happen, as packed counters (see `sim/budgets.ts`). A world that agrees with a known one in
 * everything else and may do nothing more than that one is known too: whatever follows from it follows from the other.
 */
export interface Allowance {
  /** The guard bit of each counter, for each of the last integers of a row. */
  readonly guards: Int32Array;
}

/** Worlds in one segment: 2^14, about half a megabyte of nine integers a world. */
const SEGMENT_BITS = 14;
const SEGMENT_MASK = (1 << SEGMENT_BITS) - 1;
/**
 * Bits of an entry of the table for the index, far above what the limits on steps allow. The others hold a part of the world's hash: where that
 * differs, the world itself, which is seldom in the processor's cache, need not be looked at.
 */
const INDEX_MASK = (1 << 24) - 1;
const FIRST_TABLE_SIZE = 1 << 15;
/** The table is doubled when more than this part of it is taken: beyond, probes grow long. */
const MAX_LOAD = 0.8;

/** An empty store of worlds of `width` integers each. Steps are numbers below 65,536. */
export function newWorldStore(width: number, allowance?: Allowance): WorldStore {
  const guards = allowance?.guards ?? new Int32Array(0);
  /** The integers that must be equal. */
  const core = width - guards.length;
  const segments: Int32Array[] = [];
  const parents: Int32Array[] = [];
  const steps: Uint16Array[] = [];
  /** So that growing needs not look at the worlds. */
  const hashes: Int32Array[] = [];
  /** Index + 1 of a world, with a part of its hash; 0 where free. */
  let table = new Int32Array(FIRST_TABLE_SIZE);

  /** The slot of a world that is equal, or the free one where it belongs. */
  function slotOf(row: Int32Array, hash: number): number {
    const mask = table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const entry = at(table, slot);
      if (entry === 0 || (((entry ^ hash) & ~INDEX_MASK) === 0 && equals((entry & INDEX_MASK) - 1, row))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function equals(index: number, row: Int32Array): boolean {
    const segment = segments[index >>> SEGMENT_BITS] ?? row;
    const base = (index & SEGMENT_MASK) * width;
    for (let i = 0; i < core; i += 1) if (segment[base + i] !== row[i]) return false;
    for (let i = core; i < width; i += 1) {
      const guard = at(guards, i - core);
      if ((((at(segment, base + i) | guard) - at(row, i)) & guard) !== guard) return false;
    }
    return true;
  }

  function grow(): void {
    table = new Int32Array(table.length * 2);
    const mask = table.length - 1;
    let index = 0;
    for (const segment of hashes) {
      for (let place = 0; place < segment.length && index < store.count; place += 1) {
        // No two worlds are one, so only a free slot is looked for.
        const hash = at(segment, place);
        let slot = hash & mask;
        while (table[slot] !== 0) slot = (slot + 1) & mask;
        index += 1;
        table[slot] = index | (hash & ~INDEX_MASK);
      }
    }
    measure();
  }

  function measure(): void {
    store.bytes = segments.length * (width * 4 + 10) * (1 << SEGMENT_BITS) + table.byteLength;
  }

  // Plain fields: getters of a literal would make every store but the first slow, since V8 gives each of them a map of its own.

  const store = {
    count: 0,
    last: -1,
    bytes: table.byteLength,
    add(row: Int32Array, parent: number, step: number): boolean {
      const { count } = store;
      const hash = hashRow(row, core);
      const slot = slotOf(row, hash);
      const entry = at(table, slot);
      if (entry !== 0) {
        store.last = (entry & INDEX_MASK) - 1;
        return false;
      }
      const number = count >>> SEGMENT_BITS;
      const place = count & SEGMENT_MASK;
      if (place === 0) {
        segments.push(new Int32Array(width << SEGMENT_BITS));
        parents.push(new Int32Array(1 << SEGMENT_BITS));
        steps.push(new Uint16Array(1 << SEGMENT_BITS));
        hashes.push(new Int32Array(1 << SEGMENT_BITS));
        measure();
      }
      const segment = segments[number] ?? row;
      // A loop: for a few integers a call of `set` costs more.
      for (let i = 0, base = place * width; i < width; i += 1) segment[base + i] = row[i] ?? 0;
      set(parents[number], place, parent);
      set(steps[number], place, step);
      set(hashes[number], place, hash);
      store.last = count;
      store.count = count + 1;
      table[slot] = (count + 1) | (hash & ~INDEX_MASK);
      if (count + 1 > table.length * MAX_LOAD) grow();
      return true;
    },
    read(index: number, into: Int32Array): void {
      const segment = segments[index >>> SEGMENT_BITS];
      const base = (index & SEGMENT_MASK) * width;
      for (let i = 0; i < width; i += 1) into[i] = segment?.[base + i] ?? 0;
    },
    pathTo(index: number): Step[] {
      const path: Step[] = [];
      for (let world = index; world >= 0;) {
        const parent = parents[world >>> SEGMENT_BITS]?.[world & SEGMENT_MASK] ?? -1;
        if (parent >= 0) path.push({ from: parent, step: store.stepTo(world) });
        world = parent;
      }
      return path.toReversed();
    },
    stepTo: (index: number) => steps[index >>> SEGMENT_BITS]?.[index & SEGMENT_MASK] ?? 0,
    depthOf(index: number): number {
      let depth = -1;
      for (let world = index; world >= 0; depth += 1) world = parents[world >>> SEGMENT_BITS]?.[world & SEGMENT_MASK] ?? -1;
      return depth;
    },
  };
  return store;
}

/** Odd, without a pattern: multiples of the golden ratio's fraction, scrambled. */
const FACTORS = Int32Array.from({ length: 64 }, (_, i) => scrambled(Math.imul(i + 1, 0x9e3779b9)) | 1);
const FACTORS_MASK = 63;

/** The finish of MurmurHash3: every bit depends on every other. */
function scrambled(number: number): number {
  const half = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return most ^ (most >>> 16);
}

function at(list: Int32Array, index: number): number {
  return list[index] ?? 0;
}

function set(list: Int32Array | Uint16Array | undefined, index: number, value: number): void {
  if (list) list[index] = value;
}

/** Each integer times a factor of its own, so that no multiplication waits for the one before. */
function hashRow(row: Int32Array, width: number): number {
  let hash = 0;
  for (let i = 0; i < width; i += 1) hash = (hash + Math.imul(at(row, i), at(FACTORS, i & FACTORS_MASK))) | 0;
  return scrambled(hash);
}
