/**
 * A frontier that walks: from the first world step by step at random, again and again. For scenarios with more worlds than a learner waits for.
 *
 * First the kind of step is drawn, then one of that kind: there are always many messages to deliver, and few crashes and timers, which are what breaks
 * protocols. Steps to worlds that no walk has been in are preferred.
 */
import type { Chance } from '../sim/chance.ts';
import type { Frontier } from './search.ts';

export interface Walks extends Frontier {
  /** Tells the kind of the step that is about to be reached. */
  kind(kind: string): void;
  /** Walks that are over. */
  readonly done: number;
}

/** Steps of one walk: several times what a protocol of four processes needs. */
const MAX_WALK_STEPS = 80;
/** How often a step to a new world is preferred. */
const PREFERENCE = 0.75;

interface Child {
  readonly index: number;
  readonly kind: string;
}

export function randomWalks(chance: Chance, runs: number): Walks {
  let children: Child[] = [];
  let nextKind = '';
  let known = 0;
  let length = 0;
  let done = -1;

  function choose(): Child | undefined {
    const fresh = children.filter((child) => child.index >= known);
    const from = fresh.length > 0 && chance.next() < PREFERENCE ? fresh : children;
    const kinds = [...new Set(from.map((child) => child.kind))];
    const kind = kinds[chance.between(0, kinds.length - 1)];
    const some = from.filter((child) => child.kind === kind);
    return some[chance.between(0, some.length - 1)];
  }

  return {
    get done() {
      return Math.max(0, done);
    },
    kind(kind) {
      nextKind = kind;
    },
    reached(index) {
      children.push({ index, kind: nextKind });
    },
    next(count) {
      const child = done < 0 || length >= MAX_WALK_STEPS ? undefined : choose();
      children = [];
      known = count;
      length += 1;
      if (child) return child.index;
      done += 1;
      length = 0;
      return done < runs ? 0 : -1;
    },
  };
}
