/**
 * Sites, as numbers: a process in a state, with what is in flight to it. A world is a site for each process and little else.
 *
 * That messages stand with their destination, and not in one multiset of the whole network, is what makes steps cheap: a step changes the
 * site where it happens and those that it sends to, of which there are few, so that the tables which say what becomes of them stay in the
 * processor's cache. The contents of a whole network are nearly as many as the worlds.
 */
import { EMPTY, type Envelope, type Mail, type Mailbox, type Network } from './network.ts';
import { newPairTable } from './pairTable.ts';
import type { ProcessEvent, ProcessEvents } from './processEvents.ts';
import type { Outcome, ProcessState, ProcessStates } from './processStates.ts';

/** What an event makes of the site where it happens. */
export interface Transition {
  readonly outcome: Outcome;
  /** The site before anything that is sent there. */
  readonly next: number;
}

/** Something that may happen at a site. */
export interface Possible {
  readonly event: ProcessEvent;
  /** The message that it takes out, if any. */
  readonly envelope: Envelope | undefined;
  /** What comes of it, found out when it is first asked for: it may take a call of the learner's code. As in `ProcessStates`, the whole work first. */
  transitions(): readonly Transition[];
}

export interface Sites {
  /** Envelopes in all mailboxes, bundles and lists of arrivals: what they take of memory. */
  entries(): number;
  of(state: number, mailbox: number): number;
  /** The number of its process's state. */
  state(site: number): number;
  mailbox(site: number): Mailbox;
  /** Whether nothing is in flight to it. */
  isQuiet(site: number): boolean;
  isUp(site: number): boolean;
  isDown(site: number): boolean;
  /** The arrival of each envelope in flight, in their order. Only where the process is up. */
  arrivals(site: number): readonly Possible[];
  /** The firing of each timer that is set. Only where the process is up. */
  firings(site: number): readonly Possible[];
  /** What comes of an event that takes no message out. */
  transitions(site: number, event: ProcessEvent): readonly Transition[];
  /** The same mailbox, another state. */
  inState(site: number, state: number): number;
  with(site: number, mail: Mail): number;
  without(site: number, envelope: Envelope): number;
  /** Without any of an envelope's copies. */
  withoutAll(site: number, envelope: Envelope): number;
  emptied(site: number): number;
}

/** `arrival`: the event that a message is at its destination. */
export function newSites(
  network: Network,
  states: ProcessStates,
  events: ProcessEvents,
  arrival: (envelope: Envelope) => ProcessEvent,
): Sites {
  const numbers = newPairTable();
  const stateIds: number[] = [];
  const mailboxes: number[] = [];
  const modes: number[] = [];
  /** By a site and a bundle. */
  const added = newPairTable();
  const lists: (readonly Transition[])[] = [];
  /** By a site and an event. */
  const listAt = newPairTable();
  const arrivals: (readonly Possible[] | undefined)[] = [];
  const firings: (readonly Possible[] | undefined)[] = [];
  /** Arrivals in all lists. */
  let listed = 0;

  const stateAt = (site: number): number => stateIds[site] ?? 0;
  const mailboxAt = (site: number): number => mailboxes[site] ?? EMPTY;
  const isUp = (site: number): boolean => modes[site] === UP;

  function of(state: number, mailbox: number): number {
    const known = numbers.get(state, mailbox);
    if (known >= 0) return known;
    const site = stateIds.length;
    numbers.set(state, mailbox, site);
    stateIds.push(state);
    mailboxes.push(mailbox);
    modes.push(MODES.indexOf(states.state(state).mode));
    arrivals.push(undefined);
    firings.push(undefined);
    return site;
  }

  function compute(state: number, event: ProcessEvent, mailbox: number): readonly Transition[] {
    return states.outcomes(state, event).map((outcome) => ({ outcome, next: of(outcome.next, mailbox) }));
  }

  function transitions(site: number, event: ProcessEvent): readonly Transition[] {
    const at = listAt.get(site, event.id);
    if (at >= 0) return lists[at] ?? [];
    const list = compute(stateAt(site), event, mailboxAt(site));
    listAt.set(site, event.id, lists.length);
    lists.push(list);
    return list;
  }

  function arrivalOf(site: number, envelope: Envelope): Possible {
    const event = arrival(envelope);
    let known: readonly Transition[] | undefined;
    return {
      event,
      envelope,
      transitions: () => (known ??= compute(stateAt(site), event, network.without(mailboxAt(site), envelope.id))),
    };
  }

  function firingOf(site: number, name: string): Possible {
    const event = events.timer(name);
    let known: readonly Transition[] | undefined;
    return { event, envelope: undefined, transitions: () => (known ??= transitions(site, event)) };
  }

  function arrivalsAt(site: number): readonly Possible[] {
    if (!isUp(site)) return NONE;
    const { distinct } = network.mailbox(mailboxAt(site));
    listed += distinct.length;
    return distinct.map((one) => arrivalOf(site, one));
  }

  return {
    entries: () => network.entries + listed * ENTRIES_OF_ARRIVAL,
    of,
    state: stateAt,
    mailbox: (site: number) => network.mailbox(mailboxAt(site)),
    isQuiet: (site: number) => mailboxAt(site) === EMPTY,
    isUp,
    isDown: (site: number) => modes[site] === DOWN,
    arrivals: (site: number) => (arrivals[site] ??= arrivalsAt(site)),
    firings: (site: number) =>
      (firings[site] ??= isUp(site) ? states.state(stateAt(site)).timers.map(([name]) => firingOf(site, name)) : NONE),
    transitions,
    inState: (site: number, state: number) => of(state, mailboxAt(site)),
    with(site: number, { bundle }: Mail) {
      const known = added.get(site, bundle);
      if (known >= 0) return known;
      const result = of(stateAt(site), network.with(mailboxAt(site), bundle));
      added.set(site, bundle, result);
      return result;
    },
    without: (site: number, envelope: Envelope) => of(stateAt(site), network.without(mailboxAt(site), envelope.id)),
    withoutAll: (site: number, envelope: Envelope) => of(stateAt(site), network.withoutAll(mailboxAt(site), envelope.id)),
    emptied: (site: number) => of(stateAt(site), EMPTY),
  };
}

/** An arrival, with what comes of it, takes as much memory as so many envelopes in a list. */
const ENTRIES_OF_ARRIVAL = 8;

/** As numbers, since every process of every world is asked. */
const MODES: readonly ProcessState['mode'][] = ['unstarted', 'up', 'down'];
const UP = MODES.indexOf('up');
const DOWN = MODES.indexOf('down');

const NONE: readonly Possible[] = [];
