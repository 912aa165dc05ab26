/**
 * How a run goes on once faults stop: as `contracts/README.md` promises, without any choice but the order of arrivals.
 *
 * Processes that the model lets recover do so. Then rounds follow: everything in flight arrives, until nothing is in flight; the grader's own
 * processes repeat what they have to; the timer that is due first goes off. Where nothing is in flight and no timer is set, the
 * application may insist on something, or the run is over. One that insists soon does so before a timer goes off.
 */
import { toCanonical } from '../base/data.ts';
import { MAX_ROUND_MESSAGES } from '../base/limits.ts';
import type { MoveKind, Taken } from './moves.ts';
import type { Envelope } from './network.ts';
import { newPairTable } from './pairTable.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Transition } from './sites.ts';
import { untilFirst } from './timers.ts';
import type { NumberedEnd } from './watchers.ts';
import type { World } from './world.ts';

/** Envelopes from the first to the last, or from the last to the first; timers that are due together likewise. */
export type Order = 0 | 1;
export const ORDERS: readonly Order[] = [0, 1];

/** What a step came to: a message arrived, a round ended with something to go on with, or nothing is left to happen. */
type Settled = 'arrived' | 'round' | 'over' | 'broken';

export interface Settling {
  /** Lets the processes recover that do so. */
  begin(row: Int32Array, told?: Taken): Settled;
  /** One arrival, or one end of a round. Changes the row. */
  step(row: Int32Array, order: Order, told?: Taken): Settled;
  end(row: Int32Array, quiet: boolean): NumberedEnd;
}

/** Whether a round has more messages than any protocol needs: those that have arrived, and those in flight, which all arrive in it. */
export function isFlood(arrived: number, inFlight: number): boolean {
  return arrived + inFlight > MAX_ROUND_MESSAGES;
}

export function newSettling(world: World): Settling {
  const { scenario, states, sites, events, watchers, watch } = world;
  const { names } = world;
  /** By a bit for each process that is up, and one for quiet. */
  const ends: NumberedEnd[] = [];
  /** What the application insists on, by the number of its state and the bits of an end. */
  const insisted: (readonly { readonly process: number; readonly event: ProcessEvent }[])[] = [];
  const insistedAt = newPairTable();
  const at = (row: Int32Array, place: number): number => row[place] ?? 0;
  const { stateIn, isUp } = world;
  // Read once: the plans of scenarios have many shapes, and each new one would make the code that reads them slow again.
  const recoversAtEnd = scenario.faults.recoversAtEnd === true;
  const insistsSoon = scenario.application?.insistsSoon === true;
  const isSupplied = scenario.processes.map((plan) => plan.kind === 'supplied');
  const mayRecover = scenario.processes.map((plan) => plan.kind !== 'down');

  /** An event that takes no message out; whether its handler broke. */
  function handle(row: Int32Array, kind: MoveKind, process: number, event: ProcessEvent, told: Taken | undefined): boolean {
    return take(row, kind, process, sites.transitions(at(row, process), event), event, undefined, told);
  }

  /** The whole work of a handler. */
  function take(
    row: Int32Array,
    kind: MoveKind,
    process: number,
    [whole]: readonly Transition[],
    event: ProcessEvent,
    envelope: Envelope | undefined,
    told: Taken | undefined,
  ): boolean {
    if (!whole) return false;
    world.apply(row, process, whole);
    told?.(kind, process, whole.outcome, event, envelope);
    return whole.outcome.broken !== undefined;
  }

  /** The first message, or the last, arrives. Answers whether its handler broke; undefined where nothing is in flight. */
  function arrive(row: Int32Array, order: Order, told: Taken | undefined): boolean | undefined {
    const process = order === 0 ? firstToGet(row) : lastToGet(row);
    if (process < 0) return undefined;
    const site = at(row, process);
    const { distinct } = sites.mailbox(site);
    const place = order === 0 ? 0 : distinct.length - 1;
    const arrival = sites.arrivals(site)[place];
    if (arrival) return take(row, 'deliver', process, arrival.transitions(), arrival.event, arrival.envelope, told);
    const envelope = distinct[place];
    if (!envelope) return undefined;
    row[process] = sites.without(site, envelope);
    told?.('deliver', process, undefined, undefined, envelope);
    return false;
  }

  /** The first process that something is in flight to; -1 where there is none. */
  function firstToGet(row: Int32Array): number {
    for (let process = 0; process < names.length; process += 1) if (!sites.isQuiet(at(row, process))) return process;
    return -1;
  }

  function lastToGet(row: Int32Array): number {
    let process = names.length - 1;
    while (process >= 0 && sites.isQuiet(at(row, process))) process -= 1;
    return process;
  }

  function upIn(row: Int32Array): ReadonlySet<string> {
    return new Set(names.filter((_, process) => isUp(row, process)));
  }

  function fire(row: Int32Array, order: Order, told: Taken | undefined): Settled | undefined {
    let least = Infinity;
    for (let process = 0; process < names.length; process += 1)
      least = Math.min(least, untilFirst(states.state(stateIn(row, process)).timers));
    if (least === Infinity) return undefined;
    // A delay below 1 counts as 1.
    const wait = Math.max(1, least);
    const due = names.flatMap((_, process) =>
      states.state(stateIn(row, process)).timers.flatMap(([name, remaining]) => (remaining === least ? [{ process, name }] : [])),
    );
    const first = order === 0 ? due[0] : due.at(-1);
    names.forEach((_, process) => world.inState(row, process, states.afterTime(stateIn(row, process), wait)));
    return first && handle(row, 'timer', first.process, events.timer(first.name), told) ? 'broken' : 'round';
  }

  function endRound(row: Int32Array, order: Order, told: Taken | undefined): Settled {
    for (let process = 0; process < names.length; process += 1) {
      if (isSupplied[process] === true && isUp(row, process)) handle(row, 'round', process, events.round, told);
    }
    const asked = insistsSoon ? insist(row, told) : undefined;
    if (asked) return asked;
    const fired = fire(row, order, told);
    if (fired) return fired;
    if (!world.isQuiet(row)) return 'round';
    return insist(row, told) ?? 'over';
  }

  /** Undefined where the application insists on nothing. */
  function insist(row: Int32Array, told: Taken | undefined): Settled | undefined {
    const list = insistedIn(row);
    for (const { process, event } of list) if (handle(row, 'request', process, event, told)) return 'broken';
    return list.length > 0 ? 'round' : undefined;
  }

  function insistedIn(row: Int32Array): (typeof insisted)[number] {
    const end = endOf(row, true);
    let number = insistedAt.get(at(row, watch), end.number);
    if (number < 0) {
      const list = watchers.insists(at(row, watch), end.up);
      number = insisted.length;
      insisted.push(list.map(({ process, request }) => ({ process: names.indexOf(process), event: events.request(toCanonical(request)) })));
      insistedAt.set(at(row, watch), end.number, number);
    }
    return insisted[number] ?? [];
  }

  function endOf(row: Int32Array, quiet: boolean): NumberedEnd {
    let number = quiet ? 1 : 0;
    for (let process = 0; process < names.length; process += 1) if (isUp(row, process)) number |= 2 << process;
    return (ends[number] ??= { up: upIn(row), quiet, number });
  }

  return {
    begin(row, told) {
      if (!recoversAtEnd) return 'round';
      for (let process = 0; process < names.length; process += 1) {
        if (mayRecover[process] !== true || !sites.isDown(at(row, process))) continue;
        if (handle(row, 'recover', process, events.recover, told)) return 'broken';
      }
      return 'round';
    },
    step(row, order, told) {
      const broke = arrive(row, order, told);
      if (broke === undefined) return endRound(row, order, told);
      return broke ? 'broken' : 'arrived';
    },
    end: endOf,
  };
}
