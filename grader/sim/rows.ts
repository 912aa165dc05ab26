/** What a step changes in a row: processes, what is in flight, what was seen, what may still happen. */
import { left, spend } from './budgets.ts';
import { BROKEN, nextStart } from './focus.ts';
import type { Envelope } from './network.ts';
import { newPairTable } from './pairTable.ts';
import type { Outcome } from './processStates.ts';
import { newRecentRows } from './recentRows.ts';
import { findRelevance, type Relevance } from './relevance.ts';
import type { WorldParts } from './worldParts.ts';

export interface Rows {
  first(row: Int32Array): void;
  isUp(row: Int32Array, process: number): boolean;
  isDown(row: Int32Array, process: number): boolean;
  mayCrash(row: Int32Array, process: number): boolean;
  /** What an outcome makes of a row: the process, the network without `envelope`, what is seen. */
  apply(row: Int32Array, process: number, outcome: Outcome, envelope: Envelope | undefined): void;
  crash(row: Int32Array, process: number): void;
  spendCrash(row: Int32Array, process: number): void;
  /** Leaves out messages that can do nothing any more. `faulty`: whether faults may still happen. */
  trim(row: Int32Array, faulty: boolean): void;
  /** Finds out which messages those are, once; until then, all may do something. */
  prepareTrim(): void;
}

export function newRows(parts: WorldParts): Rows {
  const { scenario, names, states, network, watchers, budgets, net, watch, focus, base } = parts;
  const { faults, processes } = scenario;
  const count = names.length;
  const crashPlaces = names.map((_, process) => budgets.place(`crashes ${process}`));
  const crashesInAll = budgets.place('crashes in all');
  const hasCrashLimit = faults.crashesInAll !== undefined;
  const recoveries = budgets.place('recoveries');
  const recoversAtEnd = faults.recoversAtEnd === true;
  const neverUp = processes.map((plan) => plan.kind === 'down');
  const hasDead = neverUp.includes(true) || (!recoversAtEnd && faults.crashes !== undefined);
  const crashSeen = names.map((_, process) => parts.seenLists.ofCrash(process));
  let relevance: Relevance | undefined;
  /** Numbers for rows of processes with what they may do and what is known of them, built up pair by pair. */
  const tuples = Array.from({ length: count + 1 }, () => newPairTable());
  let tupleCount = 0;
  /** By message and such a number: 1 where it can do nothing any more. */
  const irrelevant = newPairTable();
  /** What stays in flight, by processes, what is in flight and what is known of them. */
  const trimmed = newRecentRows(watch + 1);

  const at = (row: Int32Array, place: number): number => row[place] ?? 0;
  const isDown = (row: Int32Array, process: number): boolean => states.state(at(row, process)).mode === 'down';
  const mayCrash = (row: Int32Array, process: number): boolean =>
    left(row, base, crashPlaces[process] ?? -1) > 0 && (!hasCrashLimit || left(row, base, crashesInAll) > 0);

  /** What is in flight to a process that will never be up again is as good as arrived. */
  function buryMail(row: Int32Array): void {
    for (let process = 0; process < count; process += 1) {
      const isDead = neverUp[process] || (!recoversAtEnd && left(row, base, recoveries) === 0 && isDown(row, process));
      if (isDead) row[net] = network.withoutTo(at(row, net), process);
    }
  }

  function pair(level: number, first: number, second: number): number {
    const table = tuples[level];
    if (!table) return -1;
    const known = table.get(first, second);
    if (known >= 0) return known;
    tupleCount += 1;
    table.set(first, second, tupleCount);
    return tupleCount;
  }

  function isIrrelevant(envelope: Envelope, row: Int32Array, tuple: number, faulty: boolean): boolean {
    const before = irrelevant.get(envelope.id, tuple);
    if (before >= 0) return before === 1;
    const now = relevance?.isIrrelevant(envelope, row, (process) => faulty && mayCrash(row, process)) === true;
    irrelevant.set(envelope.id, tuple, now ? 1 : 0);
    return now;
  }

  return {
    isDown,
    mayCrash,
    isUp: (row, process) => states.state(at(row, process)).mode === 'up',
    first(row) {
      for (let process = 0; process < count; process += 1) row[process] = states.unstarted(process);
      row[net] = 0;
      row[watch] = watchers.first;
      row[focus] = nextStart(scenario, 0);
      row.set(budgets.first, base);
    },
    apply(row, process, outcome, envelope) {
      row[process] = outcome.next;
      const rest = envelope === undefined ? at(row, net) : network.without(at(row, net), envelope.id);
      row[net] = network.with(rest, outcome.bundle);
      if (outcome.broken) {
        row[watch] = watchers.allSettled;
        row[focus] = BROKEN;
      } else row[watch] = watchers.after(at(row, watch), outcome.seen);
      if (hasDead) buryMail(row);
    },
    crash(row, process) {
      row[process] = states.crashed(at(row, process));
      row[watch] = watchers.after(at(row, watch), crashSeen[process] ?? 0);
      this.spendCrash(row, process);
      if (hasDead) buryMail(row);
    },
    spendCrash(row, process) {
      spend(row, base, crashPlaces[process] ?? -1);
      if (hasCrashLimit) spend(row, base, crashesInAll);
    },
    prepareTrim() {
      relevance = findRelevance(parts);
    },
    trim(row, faulty) {
      if (!relevance || row[net] === 0) return;
      let crashable = 0;
      if (faulty) for (let process = 0; process < count; process += 1) if (mayCrash(row, process)) crashable |= 1 << process;
      const known = trimmed.get(row, crashable);
      if (known >= 0) {
        row[net] = known;
        return;
      }
      let tuple = pair(0, at(row, 0), crashable);
      for (let process = 1; process < count; process += 1) tuple = pair(process, tuple, at(row, process));
      tuple = pair(count, tuple, at(row, watch));
      const { distinct } = network.inFlight(at(row, net));
      for (let index = 0; index < distinct.length; index += 1) {
        const envelope = distinct[index];
        if (envelope && isIrrelevant(envelope, row, tuple, faulty)) row[net] = network.withoutAll(at(row, net), envelope.id);
      }
      trimmed.set(at(row, net));
    },
  };
}
