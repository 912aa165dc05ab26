/**
 * The search through the worlds of a system. Every kind of exploring is this loop; what differs is which world comes next.
 *
 * The store keeps worlds in the order in which they were found. Breadth-first the store itself is the queue: the next world is the next
 * index, and the first world that breaks a promise is at the end of a shortest schedule.
 */
import { newWorldStore, type Allowance, type WorldStore } from './worldStore.ts';

/** What can be explored: worlds as rows of integers, and the steps from each. */
export interface System {
  /** Integers of a row. */
  readonly width: number;
  /** What the last integers of a row allow, where worlds that may do less are to be left out. */
  readonly allowance?: Allowance | undefined;
  /** Writes the first world. */
  first(row: Int32Array): void;
  /**
   * Tells every step that is possible in `world`, always in the same order: writes the world it leads to into `next` and calls `taken`.
   * `world` stays as it is; `next` may be overwritten after each call.
   */
  expand(world: Int32Array, next: Int32Array, taken: () => void): void;
  /** Puts another world in the place of one that both stand for. Answers whether it did. Where this is, a world has less than `TURNED` steps. */
  readonly canonical?: ((world: Int32Array) => boolean) | undefined;
  /** The promises broken in a world, a bit each. Asked once for each distinct world. */
  broken(world: Int32Array): number;
}

export interface Bounds {
  readonly maxWorlds: number;
  readonly maxBytes: number;
  /** Steps are what takes time. */
  readonly maxSteps: number;
}

/** Chooses the world whose steps are taken next. */
export interface Frontier {
  /** Its index, or -1 to end the search. `count` worlds are known. */
  next(count: number): number;
  /** A step of the world chosen last led to this one, new or not. */
  reached?(index: number): void;
}

/** What is told while the search goes on. */
export interface Visitor {
  /** Before the steps of a world are taken. Answers whether to go on. */
  onWorld?(index: number, world: Int32Array, store: WorldStore): boolean;
  /** A new world breaks promises. Answers whether to go on. */
  onBroken?(bits: number, index: number, store: WorldStore): boolean;
  /** Now and then. */
  onProgress?(worlds: number, store: WorldStore): void;
}

export interface Searched {
  readonly store: WorldStore;
  readonly worlds: number;
  readonly steps: number;
  readonly bytes: number;
  /** `ended`: a visitor did not want to go on. `bounded`: a limit was reached first. */
  readonly kind: 'exhausted' | 'ended' | 'bounded';
  readonly limit?: keyof Bounds;
  /** Goes on from where it stood, as if these had been the bounds from the beginning. For a search that a limit ended. */
  goOn(bounds: Bounds): Searched;
}

/**
 * A bit of the number of the step that led to a world: set where the world in the store is the image of the one that the steps lead to, for a system
 * with `canonical`.
 */
export const TURNED = 1 << 15;

/** Worlds between two words about progress: some ten a second. */
const PROGRESS_WORLDS = 1 << 13;

function breadthFirst(): Frontier {
  let expanded = -1;
  return {
    next(count) {
      expanded += 1;
      return expanded < count ? expanded : -1;
    },
  };
}

/** Searches until nothing is left, nobody wants to go on, or a limit is reached. */
export function search(system: System, bounds: Bounds, visitor: Visitor = {}, frontier: Frontier = breadthFirst()): Searched {
  const store = newWorldStore(system.width, system.allowance);
  const world = new Int32Array(system.width);
  const next = new Int32Array(system.width);
  let steps = 0;
  let from = -1;
  let ordinal = 0;
  let turned = 0;
  let goesOn = true;

  const taken = (): void => {
    steps += 1;
    const step = system.canonical ? ordinal | (system.canonical(next) ? turned ^ TURNED : turned) : ordinal;
    if (store.add(next, from, step)) {
      const bits = system.broken(next);
      if (bits !== 0 && visitor.onBroken && !visitor.onBroken(bits, store.last, store)) goesOn = false;
    }
    frontier.reached?.(store.last);
    ordinal += 1;
  };
  const ended = (kind: Searched['kind'], limit?: keyof Bounds): Searched => ({
    store,
    worlds: store.count,
    steps,
    bytes: store.bytes,
    kind,
    ...(limit ? { limit } : {}),
    goOn: run,
  });

  system.first(next);
  taken();
  steps = 0;
  let told = 0;
  from = frontier.next(store.count);
  return run(bounds);

  function run({ maxWorlds, maxSteps, maxBytes }: Bounds): Searched {
    for (; from >= 0; from = frontier.next(store.count)) {
      if (!goesOn) return ended('ended');
      if (store.count > maxWorlds) return ended('bounded', 'maxWorlds');
      if (steps > maxSteps) return ended('bounded', 'maxSteps');
      if (store.bytes > maxBytes) return ended('bounded', 'maxBytes');
      if (store.count - told >= PROGRESS_WORLDS) {
        told = store.count;
        visitor.onProgress?.(store.count, store);
      }
      store.read(from, world);
      if (visitor.onWorld && !visitor.onWorld(from, world, store)) return ended('ended');
      ordinal = 0;
      turned = store.stepTo(from) & TURNED;
      system.expand(world, next, taken);
      if (system.canonical && ordinal > TURNED) return ended('bounded', 'maxSteps');
    }
    return ended(goesOn ? 'exhausted' : 'ended');
  }
}
