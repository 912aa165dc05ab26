/**
 * The application above and the monitors of all promises, as one number that is part of the world.
 *
 * Their states are folded together over lists of events, once for each pair of a number and a list. A promise that is broken, or of which no
 * more need be known, is *settled*: it has no state any more, so that it makes no world differ from another.
 */
import { toCanonical, type Data } from '../base/data.ts';
import { newInterner } from './interner.ts';
import { newPairTable } from './pairTable.ts';
import { Violation, type Property, type RunEnd } from './property.ts';
import type { RunEvent } from './runEvent.ts';
import type { Application, RequestTo } from './scenario.ts';
import type { SeenLists } from './seenLists.ts';

export interface Watchers {
  readonly first: number;
  after(id: number, seen: number): number;
  /** The number in which every promise is settled: after what breaks all of them. */
  readonly allSettled: number;
  /** A bit for each promise that is settled there. */
  settledIn(id: number): number;
  /** From now on a promise is settled wherever it leads. */
  settle(bits: number): void;
  /** How each promise that is not settled stands when all has settled: a bit for each that is not kept. Those without an end are kept. */
  unkept(id: number, end: RunEnd): number;
  /** Whether every promise not settled that has an end is lasting and kept. */
  isContent(id: number, end: RunEnd): boolean;
  /** Whether a list of events can never change anything, now or later. */
  isNeutral(id: number, seen: number): boolean;
  /** Every promise with an end that is not settled: those that a run without end leaves unkept. */
  unfinished(id: number): number;
  requests(id: number): readonly RequestTo[];
  insists(id: number, up: ReadonlySet<string>): readonly RequestTo[];
}

interface Folded {
  readonly application: Data;
  /** Undefined where settled. */
  readonly states: readonly (Data | undefined)[];
  readonly settled: number;
}

const NO_APPLICATION: Application = { watches: [], first: null, observe: (state) => state, requests: () => [] };

export function newWatchers(application: Application = NO_APPLICATION, properties: readonly Property[], seenLists: SeenLists): Watchers {
  const numbers = newInterner();
  const folded: Folded[] = [];
  const known = newPairTable();
  const requests: (readonly RequestTo[])[] = [];
  const ends = new Map<string, number>();
  let settledForGood = 0;

  function idOf(app: Data, states: readonly (Data | undefined)[]): number {
    const isSettled = (at: number): boolean => (settledForGood & (1 << at)) !== 0;
    const kept = states.map((state, at) => (isSettled(at) ? undefined : state));
    const id = numbers.idOf([app, ...kept].map((state) => (state === undefined ? '' : toCanonical(state))).join('\n'));
    folded[id] ??= {
      application: app,
      states: kept,
      settled: kept.reduce<number>((bits, state, at) => bits | (state === undefined ? 1 << at : 0), 0),
    };
    return id;
  }

  function at(id: number): Folded {
    const found = folded[id];
    if (!found) throw new Error(`no fold has the number ${id}`);
    return found;
  }

  function fold(id: number, events: readonly RunEvent[]): number {
    const { application: before, states } = at(id);
    const app = foldApplication(application, before, events);
    return idOf(
      app,
      properties.map((property, place) => foldOne(property, states[place], events)),
    );
  }

  function unkept(id: number, end: RunEnd): number {
    const key = `${id} ${end.quiet} ${[...end.up].join()}`;
    let bits = ends.get(key);
    if (bits === undefined) {
      const { states } = at(id);
      bits = properties.reduce((all, property, place) => {
        const state = states[place];
        return state !== undefined && property.atEnd?.(state, end) ? all | (1 << place) : all;
      }, 0);
      ends.set(key, bits);
    }
    return bits;
  }

  return {
    first: idOf(
      application.first,
      properties.map((property) => property.first),
    ),
    allSettled: idOf(
      null,
      properties.map(() => undefined),
    ),
    after(id, seen) {
      if (seen === 0) return id;
      const before = known.get(id, seen);
      if (before >= 0) return before;
      const next = fold(id, seenLists.events(seen));
      known.set(id, seen, next);
      return next;
    },
    settledIn: (id) => at(id).settled,
    settle(bits) {
      settledForGood |= bits;
      known.clear();
    },
    unkept,
    isContent(id, end) {
      const { states } = at(id);
      return (
        unkept(id, end) === 0 &&
        properties.every((property, place) => !property.atEnd || states[place] === undefined || property.lasting === true)
      );
    },
    isNeutral(id, seen) {
      const { application: app, states } = at(id);
      const events = seenLists.events(seen);
      const isUnmoved = (watcher: Property | Application, isSame: () => boolean): boolean =>
        events.every((event) => !isSeenBy(watcher, event) || watcher.saturates?.(event) === true) && isSame();
      const same = (before: Data, after: Data | undefined): boolean => after !== undefined && toCanonical(after) === toCanonical(before);
      return (
        isUnmoved(application, () => same(app, foldApplication(application, app, events))) &&
        properties.every((property, place) => {
          const state = states[place];
          return state === undefined || isUnmoved(property, () => same(state, foldOne(property, state, events)));
        })
      );
    },
    unfinished: (id) =>
      properties.reduce(
        (bits, property, place) => (property.atEnd && at(id).states[place] !== undefined ? bits | (1 << place) : bits),
        at(id).settled,
      ),
    requests: (id) => (requests[id] ??= application.requests(at(id).application)),
    insists: (id, up) => application.insists?.(at(id).application, up) ?? [],
  };
}

function foldApplication(application: Application, first: Data, events: readonly RunEvent[]): Data {
  return events.reduce((state, event) => (isSeenBy(application, event) ? application.observe(state, event) : state), first);
}

/** Whether a monitor or an application wants to see an event. */
export function isSeenBy(watcher: Pick<Property, 'watches' | 'sees'>, event: RunEvent): boolean {
  return watcher.watches.includes(event.kind) && watcher.sees?.(event) !== false;
}

function foldOne(property: Property, first: Data | undefined, events: readonly RunEvent[]): Data | undefined {
  let state = first;
  if (state === undefined) return undefined;
  for (const event of events) {
    if (!isSeenBy(property, event)) continue;
    const next: Data | Violation = property.observe(state, event);
    if (next instanceof Violation) return undefined;
    if (next === undefined) throw new Error('the state of a monitor may be any data but undefined');
    state = next;
  }
  return state;
}
