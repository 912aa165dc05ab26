/**
 * Two processes that may change places.
 *
 * Where two processes have the same program and configuration, may fail equally often, and do the same whenever their names are exchanged in all that
 * happens to them, each world has an image: whatever follows from it follows from the image, with the names exchanged. So one of the two is enough.
 *
 * Nobody promises that a program treats names alike, so it is found out: in the closure (see `closure.ts`), states are put in pairs, from the first
 * ones on, and what an event makes of one must be what the exchanged event makes of the other. States need not look alike; a list in the order of
 * the group does no harm. Of monitors it is promised (`Property.isSymmetric`).
 *
 * A handler that crashes between sending to one and sending to the other has no image. So where the crashes of a process have none, worlds are exchanged
 * only once it can crash no more.
 */
import { toCanonical, type Data } from '../base/data.ts';
import { left, swap } from './budgets.ts';
import type { Closure } from './closure.ts';
import { newExchange, type Exchange } from './exchange.ts';
import { exchangedFocus } from './focus.ts';
import type { Step } from './moves.ts';
import { EMPTY, type Envelope } from './network.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Outcome } from './processStates.ts';
import type { Rows } from './rows.ts';
import type { RunEvent } from './runEvent.ts';
import type { WorldParts } from './worldParts.ts';

export interface Symmetry {
  /** Puts its image in the place of a world whose image stands for both. Answers whether it did. */
  canonical(row: Int32Array): boolean;
  /** Writes the image of a world. Answers false where it has none, or is its own. */
  image(row: Int32Array, into: Int32Array): boolean;
  /** The same step in the image of the world in which it was taken. */
  step(step: Step, row: Int32Array): Step;
}

/** States in pairs; a state may be its own partner. */
interface Pairs {
  readonly partners: ReadonlyMap<number, number>;
  /** The processes whose crashes between effects have no image. */
  readonly ordered: readonly number[];
}

/** The first two processes that may change places; undefined where there are none. */
export function findSymmetry(parts: WorldParts, closure: Closure, rows: Pick<Rows, 'mayCrash' | 'stateIn'>): Symmetry | undefined {
  if (!parts.watchers.isSymmetric) return undefined;
  for (let second = 1; second < parts.names.length; second += 1) {
    for (let first = 0; first < second; first += 1) {
      if (!isAlike(parts, first, second)) continue;
      const exchange = newExchange(parts, first, second);
      const looks = newLooks(parts, exchange);
      const pairs = pairUp(parts, closure, exchange, looks);
      if (pairs) return newSymmetry(parts, rows, { exchange, looks, pairs, first, second });
    }
  }
  return undefined;
}

/** Whether the scenario makes no difference between two processes. */
function isAlike({ scenario, budgets }: WorldParts, first: number, second: number): boolean {
  const kinds = [first, second].map((place) => {
    const plan = scenario.processes[place];
    if (!plan || plan.kind === 'down') return undefined;
    const runs = plan.kind === 'learner' ? plan.role : plan.behaviour;
    const most = COUNTERS.map((counter) => left(budgets.first, 0, budgets.place(`${counter} ${place}`)));
    return { runs, rest: toCanonical([plan.kind, plan.config, scenario.group.includes(plan.id), most]) };
  });
  const [one, other] = kinds;
  return one !== undefined && other !== undefined && one.runs === other.runs && one.rest === other.rest;
}

/** What is counted for each process. */
const COUNTERS = ['crashes', 'firings'];

/** What an outcome looks like from outside. */
interface Looks {
  own(outcome: Outcome): string;
  /** Of its image. */
  exchanged(outcome: Outcome): string;
}

function newLooks({ seenLists }: WorldParts, exchange: Exchange): Looks {
  const look = (envelopes: readonly Envelope[], seen: string): string =>
    `${envelopes
      .map(({ id }) => id)
      .sort((less, more) => less - more)
      .join()}\n${seen}`;
  return {
    own: ({ envelopes, seen }) => look(envelopes, seenText(seenLists.events(seen))),
    exchanged: ({ envelopes, seen }) => look(envelopes.map(exchange.envelope), seenText(seenLists.events(seen), exchange.data)),
  };
}

/** What monitors see of one handling, as a text: the same for lists that differ in the order of what is sent together. */
function seenText(events: readonly RunEvent[], written: (event: Data) => Data = (event) => event): string {
  const lines: string[] = [];
  let sent: string[] = [];
  for (const event of events) {
    const line = toCanonical(written({ ...event }));
    if (event.kind === 'send') sent.push(line);
    else {
      lines.push(...sent.sort(), line);
      sent = [];
    }
  }
  return [...lines, ...sent.sort()].join('\n');
}

/** Undefined where some state would have two partners, or none. */
function pairUp(parts: WorldParts, closure: Closure, exchange: Exchange, looks: Looks): Pairs | undefined {
  const { states, names, scenario } = parts;
  const partners = new Map<number, number>();
  const ordered = new Set<number>();
  const waiting: number[] = [];

  function pair(one: number, other: number): boolean {
    const known = partners.get(one);
    if (known !== undefined) return known === other;
    if (partners.has(other)) return false;
    partners.set(one, other);
    partners.set(other, one);
    waiting.push(one);
    return true;
  }

  /** What comes of an event, and of the exchanged one in the partner. */
  function follow(process: number, one: number, other: number, event: ProcessEvent): boolean {
    const exchanged = exchange.event(event);
    if (!closure.knows(one, event) || !closure.knows(other, exchanged)) return false;
    const [whole, ...crashes] = states.outcomes(one, event);
    const [otherWhole, ...otherCrashes] = states.outcomes(other, exchanged);
    if (!whole || !otherWhole || whole.broken || otherWhole.broken) return false;
    if (looks.exchanged(whole) !== looks.own(otherWhole) || !pair(whole.next, otherWhole.next)) return false;
    const images = new Map(otherCrashes.map((crash) => [looks.own(crash), crash.next]));
    const isMirrored =
      crashes.length === otherCrashes.length &&
      images.size === crashes.length &&
      crashes.every((crash) => {
        const image = images.get(looks.exchanged(crash));
        return image !== undefined && pair(crash.next, image);
      });
    if (!isMirrored) ordered.add(process).add(exchange.process(process));
    return true;
  }

  function isMatched(one: number): boolean {
    const other = partners.get(one) ?? one;
    const { process, mode } = states.state(one);
    const partner = states.state(other);
    if (exchange.process(process) !== partner.process || mode !== partner.mode) return false;
    const events = closure.eventsIn(process, one);
    if (events.length !== closure.eventsIn(partner.process, other).length) return false;
    if (!events.every((event) => follow(process, one, other, event))) return false;
    const crashes = scenario.faults.crashes?.[names[process] ?? ''] ?? 0;
    return mode !== 'up' || crashes === 0 || pair(states.crashed(one), states.crashed(other));
  }

  const isBegun = names.every((_, place) => pair(states.unstarted(place), states.unstarted(exchange.process(place))));
  if (!isBegun) return undefined;
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) if (!isMatched(one)) return undefined;
  return { partners, ordered: [...ordered] };
}

/** The number of what has no image. */
const NONE = -1;

/** Two processes that may change places, and how that is known. */
interface Twins {
  readonly first: number;
  readonly second: number;
  readonly exchange: Exchange;
  readonly looks: Looks;
  readonly pairs: Pairs;
}

function newSymmetry(parts: WorldParts, rows: Pick<Rows, 'mayCrash' | 'stateIn'>, twins: Twins): Symmetry {
  const { exchange, looks, first, second } = twins;
  const { partners, ordered } = twins.pairs;
  const { names, sites, network, states, watchers, budgets, watch, focus, base, width } = parts;
  const siteImages: number[] = [];
  const watchImages: number[] = [];
  const scratch = new Int32Array(width);
  const swapped = COUNTERS.map((counter) => [budgets.place(`${counter} ${first}`), budgets.place(`${counter} ${second}`)] as const);
  const at = (row: Int32Array, place: number): number => row[place] ?? 0;

  function findSiteImage(site: number): number {
    const state = partners.get(sites.state(site));
    if (state === undefined) return NONE;
    const mail = network.mail(sites.mailbox(site).all.map(exchange.envelope));
    return mail.reduce((image, one) => sites.with(image, one), sites.of(state, EMPTY));
  }

  function siteImage(site: number): number {
    return (siteImages[site] ??= findSiteImage(site));
  }

  function watchImage(id: number): number {
    return (watchImages[id] ??= watchers.exchanged(id, exchange));
  }

  function write(row: Int32Array, into: Int32Array): boolean {
    const focused = exchangedFocus(at(row, focus), names.length, exchange.process, (id) => exchange.envelope(network.numbered(id)).id);
    const watching = watchImage(at(row, watch));
    if (focused === undefined || watching < 0) return false;
    for (let place = 0; place < names.length; place += 1) {
      const image = siteImage(at(row, exchange.process(place)));
      if (image < 0) return false;
      into[place] = image;
    }
    into[watch] = watching;
    into[focus] = focused;
    for (let place = base; place < width; place += 1) into[place] = at(row, place);
    for (const [one, other] of swapped) swap(into, base, one, other);
    return true;
  }

  const isSettled = (row: Int32Array): boolean => ordered.every((process) => !rows.mayCrash(row, process));

  return {
    canonical(row) {
      // Most worlds are told apart by the first of the two: then there is no more to look at.
      const image = siteImage(at(row, second));
      let difference = image - at(row, first);
      if (image < 0 || difference > 0 || !isSettled(row) || !write(row, scratch)) return false;
      for (let place = 0; place < width && difference === 0; place += 1) difference = at(scratch, place) - at(row, place);
      if (difference < 0) row.set(scratch);
      return difference < 0;
    },
    image: (row, into) => isSettled(row) && write(row, into) && into.some((value, place) => value !== row[place]),
    step({ kind, process, outcome, event, envelope }, row) {
      const image = { kind, process: exchange.process(process), envelope: envelope && exchange.envelope(envelope) };
      if (!event || !outcome) return { ...image, event: undefined, outcome: undefined };
      const exchanged = exchange.event(event);
      const [whole, ...crashes] = states.outcomes(partners.get(rows.stateIn(row, process)) ?? NONE, exchanged);
      const own = outcome.crashed ? crashes.find((crash) => looks.own(crash) === looks.exchanged(outcome)) : whole;
      return { ...image, event: exchanged, outcome: own };
    },
  };
}
