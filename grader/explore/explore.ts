/** Explores one scenario: every schedule within its bounds, each world carried on, until all promises are broken or nothing is left. */
import { MAX_FLOODED_ENTRIES, MAX_FLOODED_WORLDS, MAX_NETWORK_ENTRIES, MAX_STEPS, MAX_WORLD_BYTES, MAX_WORLDS } from '../base/limits.ts';
import { GradingEnded } from '../sim/broken.ts';
import type { Order } from '../sim/settling.ts';
import type { Symmetry } from '../sim/symmetry.ts';
import type { World } from '../sim/world.ts';
import { newCarryOn } from './carryOn.ts';
import { search, TURNED, type Bounds, type Searched, type System, type Visitor } from './search.ts';
import type { Walks } from './walks.ts';
import type { WorldStore } from './worldStore.ts';

/** How a promise is broken: the steps of the search, and the order in which the world they lead to is carried on. */
export interface Found {
  /** The world in which each step was taken, with the step's number there. `turned`: it stands for its image, in which the step was taken. */
  readonly path: readonly { readonly world: Int32Array; readonly step: number; readonly turned: boolean }[];
  readonly order: Order | undefined;
}

export interface Explored {
  readonly worlds: number;
  readonly steps: number;
  readonly bytes: number;
  /** `settled`: every promise is broken. `bounded`: a limit was reached first; `ended` says if it is one of the whole grading. */
  readonly kind: 'exhausted' | 'settled' | 'bounded';
  readonly ended?: GradingEnded;
  /** By the place of the promise; shortest first found. */
  readonly found: ReadonlyMap<number, Found>;
  /** The promises that some run, carried on to its end, keeps: a bit each. */
  readonly witnessed: number;
  /** Whether some run, carried on, had messages without end. */
  readonly isFlooded: boolean;
  /** Where there were more worlds than the bounds allow: goes on from there, as if these had been the bounds from the beginning. Undefined elsewhere. */
  readonly goOn?: (bounds: Partial<Bounds>) => Explored | undefined;
}

export interface ExploreOptions {
  readonly reduced: boolean;
  /** Whether worlds in which two processes have changed places are one; so unless said, where it is known (see `World.prepareTrim`). */
  readonly symmetric?: boolean;
  readonly bounds?: Partial<Bounds>;
  /** Whether the program is known to have runs with messages without end. */
  readonly isFlooded?: boolean;
  /** Promises that need be kept by some run only. */
  readonly sometimes?: number;
  /** Walks at random in place of every schedule. */
  readonly walks?: Walks | undefined;
  readonly onProgress?: ((worlds: number, depth: number) => void) | undefined;
}

/** The worlds of a scenario as the search sees them. */
function systemOf(world: World, reduced: boolean, symmetry: Symmetry | undefined, walks?: Walks): System {
  const expand = reduced ? world.expandReduced : world.expand;
  return {
    width: world.width,
    allowance: reduced && world.budgets.words > 0 ? { guards: world.budgets.guards } : undefined,
    first: (row) => world.first(row),
    expand: walks
      ? (row, next, taken) =>
          expand(row, next, (kind) => {
            walks.kind(kind);
            taken();
          })
      : expand,
    canonical: symmetry?.canonical,
    broken: (row) => world.watchers.settledIn(row[world.watch] ?? 0),
  };
}

/** Steps of carrying on between two words about progress. */
const PROGRESS_STEPS = 1 << 16;

export function explore(world: World, properties: number, options: ExploreOptions): Explored {
  const all = 2 ** properties - 1;
  const found = new Map<number, Found>();
  const carryOn = newCarryOn(world);
  const { walks, reduced } = options;
  const symmetry = reduced && !walks && options.symmetric !== false ? world.symmetry() : undefined;
  const image = new Int32Array(world.width);
  const sometimes = options.sometimes ?? 0;
  let open = all & ~sometimes;
  let witnessed = 0;
  const goesOn = (): boolean => open !== 0 || (sometimes & ~witnessed) !== 0;

  const note = (bits: number, one: () => Found): boolean => {
    const fresh = bits & open;
    const first = bits & sometimes;
    for (let place = 0; place < properties; place += 1) {
      if ((fresh | first) & (1 << place) && !found.has(place)) found.set(place, one());
    }
    if (fresh !== 0) {
      open &= ~fresh;
      world.watchers.settle(fresh);
    }
    return goesOn();
  };

  const pathTo = (store: WorldStore, index: number): Found['path'] =>
    store.pathTo(index).map(({ from, step }) => {
      const row = new Int32Array(world.width);
      store.read(from, row);
      return symmetry
        ? { world: row, step: step & ~TURNED, turned: (store.stepTo(from) & TURNED) !== 0 }
        : { world: row, step, turned: false };
    });

  let bounds = boundsWith(options.bounds);
  let worlds = 0;
  let steps = 0;
  let bytes = 0;
  let isBounded = false;
  let told = 0;
  const wasFlooded = options.isFlooded === true;
  const isFloodedNow = (): boolean => wasFlooded || carryOn.isFlooded;
  const counts = () => ({
    worlds,
    steps: steps + carryOn.steps,
    bytes: bytes + carryOn.bytes(),
    found,
    witnessed,
    isFlooded: isFloodedNow(),
  });
  const visitor: Visitor = {
    onBroken: (bits, index, store) => note(bits, () => ({ path: pathTo(store, index), order: undefined })),
    onWorld(index, row, store) {
      worlds = store.count;
      bytes = store.bytes;
      const isFlooded = isFloodedNow() && (worlds > MAX_FLOODED_WORLDS || world.sites.entries() > MAX_FLOODED_ENTRIES);
      if (carryOn.steps > bounds.maxSteps || world.sites.entries() > MAX_NETWORK_ENTRIES || isFlooded) {
        isBounded = true;
        return false;
      }
      if (!world.mayStop(row)) return true;
      if (carryOn.steps - told > PROGRESS_STEPS) {
        told = carryOn.steps;
        options.onProgress?.(store.count, store.depthOf(index));
      }
      // The world that the steps lead to; the other of the two would come to the same, with the names exchanged.
      const isTurned = symmetry !== undefined && (store.stepTo(index) & TURNED) !== 0 && symmetry.image(row, image);
      carryOn.from(isTurned ? image : row, (bits, order) => {
        witnessed |= all & ~bits;
        if ((bits & (open | sometimes)) !== 0) note(bits, () => ({ path: pathTo(store, index), order }));
      });
      return goesOn();
    },
    onProgress(count, store) {
      options.onProgress?.(count, store.depthOf(count - 1));
    },
  };
  return explored(() => search(systemOf(world, reduced, symmetry, walks), bounds, visitor, walks));

  function explored(work: () => Searched): Explored {
    try {
      const searched = work();
      ({ worlds, steps, bytes } = searched);
      const kind = searched.kind !== 'ended' ? searched.kind : isBounded ? 'bounded' : 'settled';
      // With fewer steps allowed than were taken, it would have ended before.
      const mayGoOn = ({ maxSteps }: Bounds): boolean => steps <= maxSteps && carryOn.steps <= maxSteps;
      const goOn = (others: Partial<Bounds>): Explored | undefined => {
        const next = boundsWith(others);
        if (searched.limit !== 'maxWorlds' || !mayGoOn(next)) return undefined;
        bounds = next;
        return explored(() => searched.goOn(next));
      };
      return { ...counts(), kind, goOn };
    } catch (error) {
      if (error instanceof GradingEnded) return { ...counts(), kind: 'bounded', ended: error };
      throw error;
    }
  }
}

/** Written out, so that all bounds have one shape: the search, which reads them, would be compiled anew for another. */
function boundsWith({ maxWorlds, maxBytes, maxSteps }: Partial<Bounds> = {}): Bounds {
  return { maxWorlds: maxWorlds ?? MAX_WORLDS, maxBytes: maxBytes ?? MAX_WORLD_BYTES, maxSteps: maxSteps ?? MAX_STEPS };
}
