/**
 * Breadth-first search through the worlds of a system. Every kind of exploring is this loop.
 *
 * The store keeps worlds in the order in which they were found, so the store is the queue: the next world to expand is the next index.
 * The first world that breaks a promise is therefore at the end of a shortest schedule.
 */
import { newWorldStore } from './worldStore.ts';

/** What can be explored: worlds as rows of integers, and the steps from each. */
export interface System {
  /** Integers of a row. */
  readonly width: number;
  /** Writes the first world. */
  first(row: Int32Array): void;
  /**
   * Tells every step that is possible in `world`: writes the world it leads to into `next` and calls `taken(step)`. `world` stays as
   * it is; `next` may be overwritten after each call.
   */
  expand(world: Int32Array, next: Int32Array, taken: (step: number) => void): void;
  /** The number of a broken promise, or -1. Asked once for each distinct world. */
  violation(world: Int32Array): number;
}

export interface Bounds {
  readonly maxWorlds: number;
  readonly maxBytes: number;
}

export type Searched = {
  readonly worlds: number;
  readonly steps: number;
  readonly bytes: number;
} & (
  | { readonly kind: 'exhausted' }
  /** A limit was reached first. */
  | { readonly kind: 'bounded'; readonly limit: 'worlds' | 'bytes' }
  /** The steps of a shortest run to a world that breaks a promise. */
  | { readonly kind: 'violated'; readonly promise: number; readonly path: readonly number[] }
);

/** Searches until every world within reach is known, a promise is broken, or a limit is reached. */
export function search(system: System, bounds: Bounds): Searched {
  const store = newWorldStore(system.width);
  const world = new Int32Array(system.width);
  const next = new Int32Array(system.width);
  let steps = 0;
  let expanded = -1;
  let promise = -1;

  const taken = (step: number): void => {
    steps += 1;
    if (promise < 0 && store.add(next, expanded, step)) promise = system.violation(next);
  };
  const counts = () => ({ worlds: store.count, steps, bytes: store.bytes });

  system.first(next);
  store.add(next, -1, 0);
  promise = system.violation(next);
  for (expanded = 0; expanded < store.count; expanded += 1) {
    if (promise >= 0) return { kind: 'violated', promise, path: store.pathTo(store.count - 1), ...counts() };
    if (store.count > bounds.maxWorlds) return { kind: 'bounded', limit: 'worlds', ...counts() };
    if (store.bytes > bounds.maxBytes) return { kind: 'bounded', limit: 'bytes', ...counts() };
    store.read(expanded, world);
    system.expand(world, next, taken);
  }
  if (promise >= 0) return { kind: 'violated', promise, path: store.pathTo(store.count - 1), ...counts() };
  return { kind: 'exhausted', ...counts() };
}
