/**
 * Carries worlds on without faults, each in every order of arrival, and remembers where that leads: no world is carried on twice.
 *
 * A continuation that comes back to a world it has been in goes on like that for ever; it is judged as it stood when its last round ended.
 */
import { MAX_NETWORK_ENTRIES, MAX_ROUNDS } from '../base/limits.ts';
import { isFlood, newSettling, ORDERS, type Order } from '../sim/settling.ts';
import type { World } from '../sim/world.ts';
import { newWorldStore } from './worldStore.ts';

export interface CarryOn {
  /** Tells for each order which promises are not kept, or have been broken, when the world is carried on: a bit each. */
  from(world: Int32Array, tell: (bits: number, order: Order) => void): void;
  readonly steps: number;
  bytes(): number;
  /** Whether some round had no end. */
  readonly isFlooded: boolean;
}

/** Under way: met again, it is a cycle. */
const UNDER_WAY = -2;
const UNKNOWN = -1;

export function newCarryOn(world: World): CarryOn {
  const settling = newSettling(world);
  const { watchers, watch } = world;
  const core = world.focus;
  const row = new Int32Array(world.width);
  /** What the store compares: the same integers. */
  const key = row.subarray(0, core);
  /** One for all orders: most worlds that one of them comes to, the others come to as well. */
  const store = newWorldStore(core);
  /** By order and by the world's index. */
  const known = ORDERS.map((): number[] => []);
  const begun = new Int32Array(world.width);
  const holdsAlways = world.known() !== 'until faults stop';
  /** The worlds on the way of the run that is followed, with the rounds that had ended there: made once, since most ways are of one world. */
  const way: number[] = [];
  const roundsAt: number[] = [];

  function flooded(): number {
    carryOn.isFlooded = true;
    return watchers.unfinished(row[watch] ?? 0);
  }

  function unkept(quiet: boolean): number {
    const id = row[watch] ?? 0;
    return watchers.unkept(id, settling.end(row, quiet)) | watchers.settledIn(id);
  }

  /** Follows `row` until the end is known. */
  function follow(order: Order, results: number[]): number {
    let length = 0;
    let result = UNKNOWN;
    let lastRound = 0;
    let rounds = 0;
    let messages = 0;
    while (result === UNKNOWN) {
      store.add(key, -1, 0);
      const index = store.last;
      const before = results[index] ?? UNKNOWN;
      if (before >= 0) result = before;
      else if (before === UNDER_WAY) {
        // Messages that go round without end are a flood; so is all that happens then.
        result = roundsAt[way.lastIndexOf(index, length - 1)] === rounds ? flooded() : lastRound | watchers.settledIn(row[watch] ?? 0);
      } else {
        results[index] = UNDER_WAY;
        way[length] = index;
        roundsAt[length] = rounds;
        length += 1;
        const isQuiet = world.isQuiet(row);
        if (isQuiet) {
          lastRound = unkept(false);
          if (watchers.isContent(row[watch] ?? 0, settling.end(row, false))) result = lastRound;
        }
        if (result === UNKNOWN) {
          carryOn.steps += 1;
          const settled = settling.step(row, order);
          // Later, more may have happened than is known of.
          if (holdsAlways || (settled === 'arrived' && rounds === 0)) world.trim(row, false);
          if (settled === 'over') result = unkept(true);
          else if (settled === 'broken') result = watchers.settledIn(watchers.allSettled);
          else if (settled === 'round') {
            messages = 0;
            rounds += 1;
            if (rounds > MAX_ROUNDS) result = lastRound | watchers.settledIn(row[watch] ?? 0);
          } else {
            messages += 1;
            // One whose messages multiply needs not be followed to the last: the exploration ends there anyway.
            if (isFlood(messages, world.countInFlight(row)) || world.sites.entries() > MAX_NETWORK_ENTRIES) result = flooded();
          }
        }
      }
    }
    for (let at = 0; at < length; at += 1) results[way[at] ?? 0] = result;
    return result;
  }

  // Plain fields, as in a `WorldStore`.
  const carryOn = {
    steps: 0,
    isFlooded: false,
    bytes: () => store.bytes,
    from(from: Int32Array, tell: (bits: number, order: Order) => void): void {
      row.set(from);
      world.trim(row, false);
      if (settling.begin(row) === 'broken') {
        for (const order of ORDERS) tell(watchers.settledIn(watchers.allSettled), order);
        return;
      }
      store.add(key, -1, 0);
      const index = store.last;
      let isBegun = true;
      for (const order of ORDERS) {
        const results = known[order] ?? [];
        let result = results[index] ?? UNKNOWN;
        if (result === UNKNOWN) {
          if (isBegun) begun.set(row);
          else row.set(begun);
          isBegun = false;
          result = follow(order, results);
        }
        tell(result, order);
      }
    },
  };
  return carryOn;
}
