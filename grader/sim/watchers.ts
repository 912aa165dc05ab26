/**
 * The application above and the monitors of all promises, as one number that is part of the world.
 *
 * Their states are folded together over lists of events, once for each pair of a number and a list. A promise that is broken, or of which no
 * more need be known, is *settled*: it has no state any more, so that it makes no world differ from another.
 */
import { toCanonical, type Data } from '../base/data.ts';
import type { Exchange } from './exchange.ts';
import { newEventLists, type EventLists } from './eventLists.ts';
import { newInterner } from './interner.ts';
import { newPairTable } from './pairTable.ts';
import { Violation, type Property, type RunEnd } from './property.ts';
import type { RunEvent } from './runEvent.ts';
import type { Application, RequestTo } from './scenario.ts';

/** Ends that are alike have one number. */
export interface NumberedEnd extends RunEnd {
  readonly number: number;
}

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
  unkept(id: number, end: NumberedEnd): number;
  /** Whether there are promises of the end that are not settled, all of them lasting and kept. */
  isContent(id: number, end: NumberedEnd): boolean;
  /** Whether a list of events can never change anything, now or later. */
  isNeutral(id: number, seen: number): boolean;
  /** Every promise with an end that is not settled: those that a run without end leaves unkept. */
  unfinished(id: number): number;
  /** Whether the application and all promises treat processes alike. */
  readonly isSymmetric: boolean;
  /** The number where two processes have changed places; -1 where the application then asks for something else. */
  exchanged(id: number, exchange: Pick<Exchange, 'name' | 'data'>): number;
  requests(id: number): readonly RequestTo[];
  insists(id: number, up: ReadonlySet<string>): readonly RequestTo[];
}

const NO_APPLICATION: Application = { watches: [], isSymmetric: true, first: null, observe: (state) => state, requests: () => [] };

export function newWatchers(application: Application = NO_APPLICATION, properties: readonly Property[], folds: Folds): Watchers {
  const all = [folds.of(application), ...properties.map(folds.of)];
  const numbers = newInterner();
  /** The state of each fold, the application's first. */
  const tuples: (readonly number[])[] = [];
  const settled: number[] = [];
  const known = newPairTable();
  const neutral = newPairTable();
  const kept = newPairTable();
  const content = newPairTable();
  const requests: (readonly RequestTo[])[] = [];
  const withEnd = properties.reduce((bits, property, place) => (property.atEnd ? bits | (1 << place) : bits), 0);
  let settledForGood = 0;

  function idOf(states: readonly number[]): number {
    const open = states.map((state, at) => (at > 0 && settledForGood & (1 << (at - 1)) ? SETTLED : state));
    const id = numbers.idOf(open.join());
    tuples[id] ??= open;
    settled[id] ??= open.reduce((bits, state, at) => (at > 0 && state === SETTLED ? bits | (1 << (at - 1)) : bits), 0);
    return id;
  }

  function statesIn(id: number): readonly number[] {
    const found = tuples[id];
    if (!found) throw new Error(`no fold has the number ${id}`);
    return found;
  }

  const settledIn = (id: number): number => settled[id] ?? 0;
  const dataOf = (id: number): Data => all[0]?.dataOf(statesIn(id)[0] ?? 0);

  function requestsIn(id: number): readonly RequestTo[] {
    return (requests[id] ??= application.requests(dataOf(id)));
  }

  function unkept(id: number, end: NumberedEnd): number {
    let bits = kept.get(id, end.number);
    if (bits < 0) {
      const states = statesIn(id);
      bits = properties.reduce((sum, property, place) => {
        const state = states[place + 1] ?? SETTLED;
        const data = all[place + 1]?.dataOf(state);
        return state !== SETTLED && property.atEnd?.(data, end) ? sum | (1 << place) : sum;
      }, 0);
      kept.set(id, end.number, bits);
    }
    return bits;
  }

  return {
    first: idOf(all.map((fold) => fold.first)),
    allSettled: idOf(all.map((_, at) => (at === 0 ? (all[0]?.first ?? 0) : SETTLED))),
    after(id, seen) {
      if (seen === 0) return id;
      const before = known.get(id, seen);
      if (before >= 0) return before;
      const next = idOf(statesIn(id).map((state, at) => all[at]?.after(state, seen) ?? SETTLED));
      known.set(id, seen, next);
      return next;
    },
    settledIn,
    settle(bits) {
      settledForGood |= bits;
      known.clear();
    },
    unkept,
    isContent(id, end) {
      let answer = content.get(id, end.number);
      if (answer < 0) {
        const open = properties.filter((_, place) => withEnd & ~settledIn(id) & (1 << place));
        answer = open.length > 0 && open.every((property) => property.lasting === true) && unkept(id, end) === 0 ? 1 : 0;
        content.set(id, end.number, answer);
      }
      return answer === 1;
    },
    isNeutral(id, seen) {
      let answer = neutral.get(id, seen);
      if (answer < 0) {
        answer = statesIn(id).every((state, at) => state === SETTLED || all[at]?.isNeutral(state, seen)) ? 1 : 0;
        neutral.set(id, seen, answer);
      }
      return answer === 1;
    },
    unfinished: (id) => withEnd | settledIn(id),
    isSymmetric: [application, ...properties].every((one) => one.isSymmetric === true),
    exchanged(id, { name, data }) {
      const image = idOf(
        statesIn(id).map((state, place) => (place > 0 && state === SETTLED ? SETTLED : (all[place]?.exchanged(state, data) ?? SETTLED))),
      );
      const asked = requestsIn(id).map(({ process, request }) => toCanonical([name(process), data(request)]));
      const askedThere = requestsIn(image).map(({ process, request }) => toCanonical([process, request]));
      return asked.sort().join() === askedThere.sort().join() ? image : -1;
    },
    requests: requestsIn,
    insists: (id, up) => application.insists?.(dataOf(id), up) ?? [],
  };
}

/** Whether a monitor or an application wants to see an event. */
export function isSeenBy(watcher: Pick<Property, 'watches' | 'sees'>, event: RunEvent): boolean {
  return watcher.watches.includes(event.kind) && watcher.sees?.(event) !== false;
}

/** The number of the state of a promise that is settled. */
const SETTLED = 0;

/** The folds of monitors and applications. What one has come to in one scenario of a grading holds in all others, too. */
export interface Folds {
  readonly lists: EventLists;
  of(watcher: Watcher): Fold;
}

type Watcher = Pick<Property, 'watches' | 'sees' | 'saturates' | 'first' | 'observe'>;

export function newFolds(): Folds {
  const lists = newEventLists();
  const known = new Map<Watcher, Fold>();
  return {
    lists,
    of(watcher) {
      let fold = known.get(watcher);
      if (!fold) known.set(watcher, (fold = newFold(watcher, lists)));
      return fold;
    },
  };
}

/** One fold, with its states as numbers. */
interface Fold {
  readonly first: number;
  after(state: number, seen: number): number;
  isNeutral(state: number, seen: number): boolean;
  /** The state with `data` of it in its place. */
  exchanged(state: number, data: Exchange['data']): number;
  dataOf(state: number): Data;
}

function newFold(watcher: Watcher, lists: EventLists): Fold {
  const texts = newInterner();
  const states: Data[] = [];
  const known = newPairTable();

  function idOf(data: Data): number {
    if (data === undefined) throw new Error('the state of a monitor may be any data but undefined');
    const id = texts.idOf(toCanonical(data));
    states[id] ??= data;
    return id;
  }

  function fold(state: number, seen: number): number {
    if (state === SETTLED) return SETTLED;
    let data: Data | Violation = states[state];
    for (const event of lists.events(seen)) {
      if (isSeenBy(watcher, event)) data = watcher.observe(data, event);
      if (data instanceof Violation) return SETTLED;
    }
    return data === states[state] ? state : idOf(data);
  }

  function after(state: number, seen: number): number {
    const before = known.get(state, seen);
    if (before >= 0) return before;
    const next = fold(state, seen);
    known.set(state, seen, next);
    return next;
  }

  // No text is empty, so 0 stands for what is settled.
  texts.idOf('');
  return {
    first: idOf(watcher.first),
    after,
    isNeutral: (state, seen) =>
      lists.events(seen).every((event) => !isSeenBy(watcher, event) || watcher.saturates?.(event) === true) && after(state, seen) === state,
    exchanged: (state, data) => idOf(data(states[state])),
    dataOf: (state) => states[state],
  };
}
