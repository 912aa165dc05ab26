/**
 * How a run goes on once faults stop: as `contracts/README.md` promises, without any choice but the order of arrivals.
 *
 * Processes that the model lets recover do so. Then rounds follow: everything in flight arrives, until nothing is in flight; the grader's own
 * processes repeat what they have to; the timer that is due first goes off. Where nothing is in flight and no timer is set, the
 * application may insist on something, or the run is over.
 */
import { toCanonical } from '../base/data.ts';
import { MAX_ROUND_MESSAGES } from '../base/limits.ts';
import type { Taken } from './moves.ts';
import { newPairTable } from './pairTable.ts';
import type { ProcessEvent } from './processEvents.ts';
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
  const { scenario, states, network, events, watchers, net, watch } = world;
  const { names } = world;
  /** By a bit for each process that is up, and one for quiet. */
  const ends = new Map<number, NumberedEnd>();
  /** What the application insists on, by the number of its state and the bits of an end. */
  const insisted: (readonly { readonly process: number; readonly event: ProcessEvent }[])[] = [];
  const insistedAt = newPairTable();
  const at = (row: Int32Array, place: number): number => row[place] ?? 0;
  const { isUp } = world;
  // Read once: the plans of scenarios have many shapes, and each new one would make the code that reads them slow again.
  const recoversAtEnd = scenario.faults.recoversAtEnd === true;
  const isSupplied = scenario.processes.map((plan) => plan.kind === 'supplied');
  const mayRecover = scenario.processes.map((plan) => plan.kind !== 'down');

  /** The whole work of a handler; whether it broke. */
  function handle(
    row: Int32Array,
    kind: Parameters<Taken>[0],
    process: number,
    event: Parameters<Taken>[3],
    told: Taken | undefined,
    envelope?: Parameters<Taken>[4],
  ): boolean {
    const outcome = event && states.outcomes(at(row, process), event)[0];
    if (!outcome) return false;
    world.apply(row, process, outcome, envelope);
    told?.(kind, process, outcome, event, envelope);
    return outcome.broken !== undefined;
  }

  function upIn(row: Int32Array): ReadonlySet<string> {
    return new Set(names.filter((_, process) => isUp(row, process)));
  }

  function fire(row: Int32Array, order: Order, told: Taken | undefined): Settled | undefined {
    let least = Infinity;
    for (let process = 0; process < names.length; process += 1) least = Math.min(least, untilFirst(states.state(at(row, process)).timers));
    if (least === Infinity) return undefined;
    // A delay below 1 counts as 1.
    const wait = Math.max(1, least);
    const due = names.flatMap((_, process) =>
      states.state(at(row, process)).timers.flatMap(([name, remaining]) => (remaining === least ? [{ process, name }] : [])),
    );
    const first = order === 0 ? due[0] : due.at(-1);
    names.forEach((_, process) => (row[process] = states.afterTime(at(row, process), wait)));
    return first && handle(row, 'timer', first.process, events.timer(first.name), told) ? 'broken' : 'round';
  }

  function endRound(row: Int32Array, order: Order, told: Taken | undefined): Settled {
    for (let process = 0; process < names.length; process += 1) {
      if (isSupplied[process] === true && isUp(row, process)) handle(row, 'round', process, events.round, told);
    }
    const fired = fire(row, order, told);
    if (fired) return fired;
    if (at(row, net) !== 0) return 'round';
    const list = insistedIn(row);
    for (const { process, event } of list) if (handle(row, 'request', process, event, told)) return 'broken';
    return list.length > 0 ? 'round' : 'over';
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
    let end = ends.get(number);
    if (!end) ends.set(number, (end = { up: upIn(row), quiet, number }));
    return end;
  }

  return {
    begin(row, told) {
      if (!recoversAtEnd) return 'round';
      for (let process = 0; process < names.length; process += 1) {
        if (mayRecover[process] !== true || states.state(at(row, process)).mode !== 'down') continue;
        if (handle(row, 'recover', process, events.recover, told)) return 'broken';
      }
      return 'round';
    },
    step(row, order, told) {
      const { distinct } = network.inFlight(at(row, net));
      const envelope = distinct[order === 0 || distinct.length === 0 ? 0 : distinct.length - 1];
      if (!envelope) return endRound(row, order, told);
      if (isUp(row, envelope.to))
        return handle(row, 'deliver', envelope.to, world.arrival(envelope), told, envelope) ? 'broken' : 'arrived';
      row[net] = network.without(at(row, net), envelope.id);
      told?.('deliver', envelope.to, undefined, undefined, envelope);
      return 'arrived';
    },
    end: endOf,
  };
}
