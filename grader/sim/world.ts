/**
 * The worlds of a scenario, as rows of integers, and the steps between them.
 *
 * A row holds the number of each process's state, of what is in flight, of what the watchers know, the focus, and the budgets of faults.
 *
 * Reduction. Steps of different processes commute, so of the runs that differ only in their order one is enough:
 * - Where timers may go off at any moment, a message that is lost and one that is under way for ever are the same to everybody, until faults stop. So
 *   messages are lost only just before faults stop.
 * - There, too, a process that is down and one that is slow are the same to all others. So a crash between two handlers happens just before the
 *   recovery (or before faults stop), and meanwhile only what arrives at that process happens.
 * - A message is duplicated just before its first copy arrives.
 * - Where timers are patient, a crash between two handlers happens right after the earlier one.
 * The *focus* of a world says which steps such a step has left. Crashes between two effects of one handler are never moved.
 */
import { toCanonical } from '../base/data.ts';
import { left, newBudgets, spend, type Budgets } from './budgets.ts';
import type { Move, Taken } from './moves.ts';
import { newNetwork, type Envelope, type Network } from './network.ts';
import { newProcessEvents, type ProcessEvent, type ProcessEvents } from './processEvents.ts';
import { newProcessStates, type LearnerHandlers, type Outcome, type ProcessStates } from './processStates.ts';
import type { Property } from './property.ts';
import type { FaultPlan, Scenario } from './scenario.ts';
import { newSeenLists, type SeenLists } from './seenLists.ts';
import { untilFirst } from './timers.ts';
import { newWatchers, type Watchers } from './watchers.ts';

export interface World {
  readonly scenario: Scenario;
  /** Integers of a row. */
  readonly width: number;
  /** The integers that carrying on needs: those before the focus. */
  readonly core: number;
  readonly net: number;
  readonly watch: number;
  readonly budgets: Budgets;
  readonly events: ProcessEvents;
  readonly states: ProcessStates;
  readonly network: Network;
  readonly seenLists: SeenLists;
  readonly watchers: Watchers;
  first(row: Int32Array): void;
  /** Every step, or with `reduced` enough of them. Writes the world that each leads to into `next` before it calls `taken`. */
  expand(world: Int32Array, next: Int32Array, taken: Taken, reduced: boolean): void;
  /** Every step that is possible, in the order that schedules number. */
  moves(world: Int32Array): Move[];
  /** Whether faults may stop in this world. */
  mayStop(world: Int32Array): boolean;
  /** Whether a process is down and no recovery is left for it. */
  isDead(row: Int32Array, process: number): boolean;
  /** The event that a message is at its destination. */
  arrival(envelope: Envelope): ProcessEvent;
  /** Writes what an outcome makes of a row: the process, the network without `envelope`, what is seen. */
  apply(row: Int32Array, process: number, outcome: Outcome, envelope: Envelope | undefined): void;
  /** Whether anything is judged once faults have stopped. */
  readonly hasEnd: boolean;
}

/** Focus: every step. */
const ALL = 0;
/** Focus: only losses and crashes, then faults stop. */
const STOPPING = 1;
/** Focus: nothing more; a handler broke. */
const BROKEN = -1;
/** Focus on the start of process p: 2 + p; on process p that is down: 2 + n + p; on the arrival of envelope e: 2 + 2n + e. */
const FIRST_FOCUS = 2;

/** How often timers of one process go off before faults stop, where the plan does not say. */
const DEFAULT_FIRINGS = 2;

export function newWorld(scenario: Scenario, properties: readonly Property[], learner: LearnerHandlers): World {
  const { processes: plans, faults, timers, application } = scenario;
  const count = plans.length;
  const names = plans.map((plan) => plan.id);
  const watched = new Set([...(application?.watches ?? []), ...properties.flatMap((property) => property.watches)]);
  const seenLists = newSeenLists(names, watched);
  const network = newNetwork();
  const events = newProcessEvents();
  const states = newProcessStates(scenario, learner, network, seenLists);
  const watchers = newWatchers(application, properties, seenLists);
  const budgets = newBudgets(countersOf(scenario));
  const net = count;
  const watch = count + 1;
  const focusAt = count + 2;
  const base = count + 3;
  const width = base + budgets.words;
  const hasEnd = properties.some((property) => property.atEnd !== undefined);
  const isPatient = timers === 'patient';

  const crashPlaces = plans.map((_, process) => budgets.place(`crashes ${process}`));
  const firingPlaces = plans.map((_, process) => budgets.place(`firings ${process}`));
  const crashesInAll = budgets.place('crashes in all');
  const hasCrashLimit = faults.crashesInAll !== undefined;
  const recoveries = budgets.place('recoveries');
  const losses = budgets.place('losses');
  const duplicates = budgets.place('duplicates');
  const recoversAtEnd = faults.recoversAtEnd === true;
  const neverUp = plans.map((plan) => plan.kind === 'down');
  const hasDead = neverUp.includes(true) || (!recoversAtEnd && faults.crashes !== undefined);
  const arrivals: ProcessEvent[] = [];
  const requests: (readonly { process: number; event: ProcessEvent }[])[] = [];
  const crashSeen = names.map((_, process) => seenLists.ofCrash(process));

  const at = (row: Int32Array, place: number): number => row[place] ?? 0;
  const isUp = (row: Int32Array, process: number): boolean => states.state(at(row, process)).mode === 'up';
  const isDown = (row: Int32Array, process: number): boolean => states.state(at(row, process)).mode === 'down';
  const mayCrash = (row: Int32Array, process: number): boolean =>
    left(row, base, crashPlaces[process] ?? -1) > 0 && (!hasCrashLimit || left(row, base, crashesInAll) > 0);
  const isDead = (row: Int32Array, process: number): boolean =>
    neverUp[process] === true || (!recoversAtEnd && left(row, base, recoveries) === 0 && isDown(row, process));

  function arrival(envelope: Envelope): ProcessEvent {
    return (arrivals[envelope.id] ??= events.message(names[envelope.from] ?? '', envelope.message));
  }

  function requestsIn(row: Int32Array): readonly { process: number; event: ProcessEvent }[] {
    const id = at(row, watch);
    return (requests[id] ??= watchers
      .requests(id)
      .map(({ process, request }) => ({ process: names.indexOf(process), event: events.request(toCanonical(request)) })));
  }

  function apply(row: Int32Array, process: number, outcome: Outcome, envelope: Envelope | undefined): void {
    row[process] = outcome.next;
    const rest = envelope === undefined ? at(row, net) : network.without(at(row, net), envelope.id);
    row[net] = network.with(rest, outcome.bundle);
    if (outcome.broken) {
      row[watch] = watchers.allSettled;
      row[focusAt] = BROKEN;
    } else row[watch] = watchers.after(at(row, watch), outcome.seen);
    if (hasDead) buryMail(row);
  }

  /** What is in flight to a process that will never be up again is as good as arrived. */
  function buryMail(row: Int32Array): void {
    for (let process = 0; process < count; process += 1) {
      if (isDead(row, process)) row[net] = network.withoutTo(at(row, net), process);
    }
  }

  function spendCrash(row: Int32Array, process: number): void {
    spend(row, base, crashPlaces[process] ?? -1);
    if (hasCrashLimit) spend(row, base, crashesInAll);
  }

  function expand(world: Int32Array, next: Int32Array, taken: Taken, reduced: boolean): void {
    const focus = at(world, focusAt);
    if (focus === BROKEN) return;
    const inFlight = network.inFlight(at(world, net));
    const isLate = reduced && !isPatient;

    /** All outcomes of an event, those that crash only where a crash is left. */
    const handled = (
      kind: Parameters<Taken>[0],
      process: number,
      event: ProcessEvent,
      envelope: Envelope | undefined,
      spent: number,
      to: number,
    ): void => {
      const outcomes = states.outcomes(at(world, process), event);
      const crashes = outcomes.length > 1 && mayCrash(world, process);
      for (let index = 0; index < outcomes.length; index += 1) {
        const outcome = outcomes[index];
        if (!outcome || (outcome.crashed && !crashes)) continue;
        next.set(world);
        next[focusAt] = to;
        if (spent >= 0) spend(next, base, spent);
        if (outcome.crashed) spendCrash(next, process);
        apply(next, process, outcome, envelope);
        taken(kind, process, outcome, event, envelope);
      }
    };
    const deliver = (envelope: Envelope, to: number): void => {
      if (isUp(world, envelope.to)) handled('deliver', envelope.to, arrival(envelope), envelope, -1, to);
      else vanish('deliver', envelope, -1, to);
    };
    const vanish = (kind: 'deliver' | 'lose', envelope: Envelope, spent: number, to: number): void => {
      next.set(world);
      next[net] = network.without(at(world, net), envelope.id);
      next[focusAt] = to;
      if (spent >= 0) spend(next, base, spent);
      taken(kind, envelope.to, undefined, undefined, envelope);
    };
    const crash = (process: number, to: number): void => {
      next.set(world);
      next[process] = states.crashed(at(world, process));
      next[watch] = watchers.after(at(world, watch), crashSeen[process] ?? 0);
      next[focusAt] = to;
      spendCrash(next, process);
      if (hasDead) buryMail(next);
      taken('crash', process, undefined, undefined, undefined);
    };
    const recover = (process: number): void => {
      if (neverUp[process] || !isDown(world, process) || left(world, base, recoveries) === 0) return;
      if (faults.recoversWhenQuiet && inFlight.all.length > 0) return;
      handled('recover', process, events.recover, undefined, recoveries, ALL);
    };

    if (focus >= FIRST_FOCUS + 2 * count) {
      const id = focus - FIRST_FOCUS - 2 * count;
      const envelope = inFlight.distinct.find((one) => one.id === id);
      if (envelope) deliver(envelope, ALL);
      return;
    }
    if (focus >= FIRST_FOCUS + count) {
      const process = focus - FIRST_FOCUS - count;
      for (const envelope of inFlight.distinct) if (envelope.to === process) vanish('deliver', envelope, -1, focus);
      recover(process);
      return;
    }
    if (focus >= FIRST_FOCUS) {
      const process = focus - FIRST_FOCUS;
      handled('start', process, events.start, undefined, -1, nextStart(process + 1));
      return;
    }
    const isStopping = focus === STOPPING;
    if (!isStopping) {
      for (const { process, event } of requestsIn(world)) if (isUp(world, process)) handled('request', process, event, undefined, -1, ALL);
    }
    for (const envelope of inFlight.distinct) {
      if (!isStopping || isDown(world, envelope.to)) deliver(envelope, focus);
    }
    if (!isStopping) {
      if (isPatient) firePatiently(world, next, taken, inFlight.all.length === 0);
      else {
        for (let process = 0; process < count; process += 1) {
          const { timers: set, mode } = states.state(at(world, process));
          if (mode !== 'up' || set.length === 0 || left(world, base, firingPlaces[process] ?? -1) === 0) continue;
          for (const [name] of set) handled('timer', process, events.timer(name), undefined, firingPlaces[process] ?? -1, ALL);
        }
      }
      for (let process = 0; process < count; process += 1) {
        for (const choice of states.choices(at(world, process))) handled('choice', process, events.choice(choice), undefined, -1, ALL);
      }
    }
    if (left(world, base, losses) > 0 && (!isLate || hasEnd)) {
      for (const envelope of inFlight.distinct) {
        if (envelope.from !== envelope.to) vanish('lose', envelope, losses, isLate ? STOPPING : focus);
      }
    }
    if (!isStopping && left(world, base, duplicates) > 0) {
      for (const envelope of inFlight.distinct) {
        if (envelope.from === envelope.to || (isLate && !isUp(world, envelope.to))) continue;
        next.set(world);
        next[net] = network.with(at(world, net), network.bundle([envelope]));
        next[focusAt] = isLate ? FIRST_FOCUS + 2 * count + envelope.id : focus;
        spend(next, base, duplicates);
        taken('duplicate', envelope.from, undefined, undefined, envelope);
      }
    }
    if (!(reduced && isPatient)) {
      const recoveriesLeft = left(world, base, recoveries) > 0;
      for (let process = 0; process < count; process += 1) {
        if (!isUp(world, process) || !mayCrash(world, process)) continue;
        if (!isLate) crash(process, focus);
        else {
          if (recoveriesLeft && !isStopping) crash(process, FIRST_FOCUS + count + process);
          if (hasEnd && !(recoveriesLeft && recoversAtEnd)) crash(process, STOPPING);
        }
      }
    }
    if (!isStopping) for (let process = 0; process < count; process += 1) recover(process);
  }

  /** Of the timers that are due first, each. */
  function firePatiently(world: Int32Array, next: Int32Array, taken: Taken, isQuiet: boolean): void {
    if (!isQuiet) return;
    const waits = plans.map((_, process) => untilFirst(states.state(at(world, process)).timers));
    const wait = Math.min(...waits);
    if (wait === Infinity) return;
    for (let process = 0; process < count; process += 1) {
      if (waits[process] !== wait) continue;
      for (const [name, remaining] of states.state(at(world, process)).timers) {
        if (remaining !== wait) continue;
        const event = events.timer(name);
        for (const outcome of states.outcomes(states.afterTime(at(world, process), wait), event)) {
          if (outcome.crashed && !mayCrash(world, process)) continue;
          next.set(world);
          for (let other = 0; other < count; other += 1) next[other] = states.afterTime(at(world, other), wait);
          next[focusAt] = ALL;
          if (outcome.crashed) spendCrash(next, process);
          apply(next, process, outcome, undefined);
          taken('timer', process, outcome, event, undefined);
        }
      }
    }
  }

  function nextStart(from: number): number {
    for (let process = from; process < count; process += 1) if (!neverUp[process]) return FIRST_FOCUS + process;
    return ALL;
  }

  return {
    scenario,
    width,
    core: count + 2,
    net,
    watch,
    budgets,
    events,
    states,
    network,
    seenLists,
    watchers,
    hasEnd,
    isDead,
    arrival,
    apply,
    expand,
    first(row) {
      for (let process = 0; process < count; process += 1) row[process] = states.unstarted(process);
      row[net] = 0;
      row[watch] = watchers.first;
      row[focusAt] = nextStart(0);
      row.set(budgets.first, base);
    },
    moves(world) {
      const next = new Int32Array(width);
      const moves: Move[] = [];
      expand(
        world,
        next,
        (kind, process, outcome, event, envelope) => moves.push({ kind, process, outcome, event, envelope, next: Int32Array.from(next) }),
        false,
      );
      return moves;
    },
    mayStop(world) {
      const focus = at(world, focusAt);
      return hasEnd && (focus === ALL || focus === STOPPING || (focus >= FIRST_FOCUS + count && focus < FIRST_FOCUS + 2 * count));
    },
  };
}

function countersOf({ processes, faults, timers }: Scenario): Map<string, number> {
  const counters = new Map<string, number>();
  processes.forEach(({ id }, process) => {
    counters.set(`crashes ${process}`, faults.crashes?.[id] ?? 0);
    counters.set(`firings ${process}`, timers === 'any' ? firingsOf(faults, id) : 0);
  });
  counters.set('crashes in all', faults.crashesInAll ?? 0);
  counters.set('recoveries', faults.recoveries ?? 0);
  counters.set('losses', faults.losses ?? 0);
  counters.set('duplicates', faults.duplicates ?? 0);
  return counters;
}

function firingsOf({ firings = DEFAULT_FIRINGS }: FaultPlan, id: string): number {
  return typeof firings === 'number' ? firings : (firings[id] ?? DEFAULT_FIRINGS);
}
