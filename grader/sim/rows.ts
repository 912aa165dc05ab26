/** What a step changes in a row: processes, what is in flight, what was seen, what may still happen. */
import { MAX_CLOSURE_CALLS } from '../base/limits.ts';
import { left, spend } from './budgets.ts';
import { BROKEN, nextStart } from './focus.ts';
import { findClosure } from './closure.ts';
import { EMPTY, type Envelope } from './network.ts';
import { findRelevance, type Relevance } from './relevance.ts';
import type { Transition } from './sites.ts';
import { findSymmetry, type Symmetry } from './symmetry.ts';
import type { WorldParts } from './worldParts.ts';

/** How long what was found out about a scenario holds, if something was. */
export type Known = 'always' | 'until faults stop' | 'never';

export interface Rows {
  first(row: Int32Array): void;
  /** The number of a process's state. */
  stateIn(row: Int32Array, process: number): number;
  isUp(row: Int32Array, process: number): boolean;
  isDown(row: Int32Array, process: number): boolean;
  /** Whether nothing is in flight. */
  isQuiet(row: Int32Array): boolean;
  /** All that is in flight, in the order of envelopes. */
  inFlight(row: Int32Array): readonly Envelope[];
  /** How much that is. */
  countInFlight(row: Int32Array): number;
  /** Puts a process into another state. */
  inState(row: Int32Array, process: number, state: number): void;
  mayCrash(row: Int32Array, process: number): boolean;
  /** What a transition makes of a row: the site, those that it sends to, and what is seen. */
  apply(row: Int32Array, process: number, transition: Transition): void;
  crash(row: Int32Array, process: number): void;
  spendCrash(row: Int32Array, process: number): void;
  /** Leaves out messages that can do nothing any more. `faulty`: whether faults may still happen. */
  trim(row: Int32Array, faulty: boolean): void;
  /**
   * Finds out which messages those are, once, and which processes may change places; until then, all may do something. It looks at `most`
   * transitions, and where there are more at `mostBounded`, to find out what holds until faults have stopped (see `closure.ts`). Answers how
   * long what it found out holds.
   */
  prepareTrim(most?: number, mostBounded?: number): Known;
  /** How long what `trim` knows holds. */
  known(): Known;
  /** Two processes that may change places, if `prepareTrim` found any. */
  symmetry(): Symmetry | undefined;
}

/** A site without what does nothing there and causes nothing, and what in flight to it may do nothing, if that holds for all that it causes. */
interface Trimmed {
  readonly site: number;
  readonly doubtful: readonly Envelope[];
}

export function newRows(parts: WorldParts): Rows {
  const { scenario, names, states, sites, watchers, budgets, watch, focus, base } = parts;
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
  let symmetry: Symmetry | undefined;
  let sure: Known = 'never';
  /** By site, for a process that may not crash any more and for one that may. */
  const trimmed: Trimmed[] = [];
  const trimmedIfCrashing: Trimmed[] = [];

  const at = (row: Int32Array, place: number): number => row[place] ?? 0;
  const stateIn = (row: Int32Array, process: number): number => sites.state(at(row, process));
  const isDown = (row: Int32Array, process: number): boolean => sites.isDown(at(row, process));
  const mayCrash = (row: Int32Array, process: number): boolean =>
    left(row, base, crashPlaces[process] ?? -1) > 0 && (!hasCrashLimit || left(row, base, crashesInAll) > 0);

  const never = (): boolean => false;

  function isQuiet(row: Int32Array): boolean {
    for (let process = 0; process < count; process += 1) if (!sites.isQuiet(at(row, process))) return false;
    return true;
  }

  function inState(row: Int32Array, process: number, state: number): void {
    row[process] = sites.inState(at(row, process), state);
  }

  /** What is in flight to a process that will never be up again is as good as arrived. */
  function buryMail(row: Int32Array): void {
    for (let process = 0; process < count; process += 1) {
      const isDead = neverUp[process] || (!recoversAtEnd && left(row, base, recoveries) === 0 && isDown(row, process));
      if (isDead) row[process] = sites.emptied(at(row, process));
    }
  }

  function trimmedAt(site: number, crashes: boolean, { at: judge }: Relevance): Trimmed {
    const known = crashes ? trimmedIfCrashing : trimmed;
    let one = known[site];
    if (!one) {
      const judged = sites.mailbox(site).distinct.map((envelope) => ({ envelope, verdict: judge(envelope, sites.state(site), crashes) }));
      const idle = judged.filter(({ verdict }) => verdict === 'does nothing');
      const doubtful = judged.flatMap(({ envelope, verdict }) => (verdict === 'depends' ? [envelope] : []));
      known[site] = one = { site: idle.reduce((rest, { envelope }) => sites.withoutAll(rest, envelope), site), doubtful };
    }
    return one;
  }

  return {
    stateIn,
    isDown,
    mayCrash,
    isUp: (row, process) => sites.isUp(at(row, process)),
    isQuiet,
    inFlight: (row) => names.flatMap((_, process) => sites.mailbox(at(row, process)).all),
    countInFlight(row) {
      let sum = 0;
      for (let process = 0; process < count; process += 1) sum += sites.mailbox(at(row, process)).all.length;
      return sum;
    },
    inState,
    first(row) {
      for (let process = 0; process < count; process += 1) row[process] = sites.of(states.unstarted(process), EMPTY);
      row[watch] = watchers.first;
      row[focus] = nextStart(scenario, 0);
      row.set(budgets.first, base);
    },
    apply(row, process, { outcome, next }) {
      row[process] = next;
      for (const mail of outcome.mail) row[mail.to] = sites.with(at(row, mail.to), mail);
      if (outcome.broken) {
        row[watch] = watchers.allSettled;
        row[focus] = BROKEN;
      } else row[watch] = watchers.after(at(row, watch), outcome.seen);
      if (hasDead) buryMail(row);
    },
    crash(row, process) {
      inState(row, process, states.crashed(stateIn(row, process)));
      row[watch] = watchers.after(at(row, watch), crashSeen[process] ?? 0);
      this.spendCrash(row, process);
      if (hasDead) buryMail(row);
    },
    spendCrash(row, process) {
      spend(row, base, crashPlaces[process] ?? -1);
      if (hasCrashLimit) spend(row, base, crashesInAll);
    },
    prepareTrim(most = MAX_CLOSURE_CALLS, mostBounded = MAX_CLOSURE_CALLS) {
      const closure = findClosure(parts, most) ?? findClosure(parts, mostBounded, true);
      if (!closure) return sure;
      sure = closure.isBounded ? 'until faults stop' : 'always';
      relevance = findRelevance(parts, closure);
      if (!closure.isBounded) symmetry = findSymmetry(parts, closure, { mayCrash, stateIn });
      return sure;
    },
    known: () => sure,
    symmetry: () => symmetry,
    trim(row, faulty) {
      if (!relevance) return;
      const crashes = faulty ? mayCrash : never;
      for (let process = 0; process < count; process += 1) {
        const before = at(row, process);
        if (sites.isQuiet(before)) continue;
        const { site, doubtful } = trimmedAt(before, crashes(row, process), relevance);
        let rest = site;
        for (const envelope of doubtful) if (relevance.isIrrelevant(envelope, row, crashes)) rest = sites.withoutAll(rest, envelope);
        row[process] = rest;
      }
    },
  };
}
