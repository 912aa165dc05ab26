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
  /** Whether there are promises of the end that are not settled, all of them lasting and kept. */
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
  /** Canonical texts of all of them, the application first. */
  readonly texts: readonly string[];
  readonly settled: number;
}

const NO_APPLICATION: Application = { watches: [], first: null, observe: (state) => state, requests: () => [] };

export function newWatchers(application: Application = NO_APPLICATION, properties: readonly Property[], seenLists: SeenLists): Watchers {
  const numbers = newInterner();
  const folded: Folded[] = [];
  const known = newPairTable();
  const neutral = newPairTable();
  const requests: (readonly RequestTo[])[] = [];
  const ends = new Map<string, number>();
  let settledForGood = 0;

  /** `before`: what it comes from. A state that is the same object has the same text. */
  function idOf(app: Data, states: readonly (Data | undefined)[], before?: Folded): number {
    const kept = states.map((state, place) => ((settledForGood & (1 << place)) === 0 ? state : undefined));
    const textOf = (state: Data | undefined, old: Data | undefined, place: number): string =>
      state === undefined ? '' : before && state === old ? (before.texts[place] ?? '') : toCanonical(state);
    const texts = [textOf(app, before?.application, 0), ...kept.map((state, place) => textOf(state, before?.states[place], place + 1))];
    const id = numbers.idOf(texts.join('\n'));
    folded[id] ??= {
      application: app,
      states: kept,
      texts,
      settled: kept.reduce<number>((bits, state, place) => bits | (state === undefined ? 1 << place : 0), 0),
    };
    return id;
  }

  function at(id: number): Folded {
    const found = folded[id];
    if (!found) throw new Error(`no fold has the number ${id}`);
    return found;
  }

  function fold(id: number, events: readonly RunEvent[]): number {
    const before = at(id);
    return idOf(
      foldApplication(application, before.application, events),
      properties.map((property, place) => foldOne(property, before.states[place], events)),
      before,
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
      const open = properties.filter((property, place) => property.atEnd && states[place] !== undefined);
      return open.length > 0 && open.every((property) => property.lasting === true) && unkept(id, end) === 0;
    },
    isNeutral(id, seen) {
      const before = neutral.get(id, seen);
      if (before >= 0) return before === 1;
      const { application: app, states } = at(id);
      const events = seenLists.events(seen);
      const isUnmoved = (watcher: Property | Application, isSame: () => boolean): boolean =>
        events.every((event) => !isSeenBy(watcher, event) || watcher.saturates?.(event) === true) && isSame();
      const same = (first: Data, last: Data | undefined): boolean =>
        last === first || (last !== undefined && toCanonical(last) === toCanonical(first));
      const isNeutral =
        isUnmoved(application, () => same(app, foldApplication(application, app, events))) &&
        properties.every((property, place) => {
          const state = states[place];
          return state === undefined || isUnmoved(property, () => same(state, foldOne(property, state, events)));
        });
      neutral.set(id, seen, isNeutral ? 1 : 0);
      return isNeutral;
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
