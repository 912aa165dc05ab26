/**
 * The steps that are possible in a world.
 *
 * Reduction. Steps of different processes commute, so of the runs that differ only in their order one is enough:
 * - Where timers may go off at any moment, a message that is lost and one that is under way for ever are the same to everybody, until faults stop. So
 *   messages are lost only just before faults stop.
 * - There, too, a process that is down and one that is slow are the same to all others. So a crash between two handlers happens just before the
 *   recovery (or before faults stop), and meanwhile only what arrives at that process happens.
 * - A message is duplicated just before its first copy arrives.
 * - Messages that can do nothing any more are left out (see `relevance.ts`).
 * - Where timers are patient, a crash between two handlers happens right after the earlier one.
 * Crashes between two effects of one handler are never moved.
 */
import { toCanonical } from '../base/data.ts';
import { left, spend } from './budgets.ts';
import { ALL, nextStart, onArrival, onDown, readFocus, STOPPING } from './focus.ts';
import type { MoveKind, Taken } from './moves.ts';
import type { Envelope } from './network.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Outcome } from './processStates.ts';
import type { Rows } from './rows.ts';
import type { Possible, Transition } from './sites.ts';
import { untilFirst } from './timers.ts';
import type { WorldParts } from './worldParts.ts';

/** Writes the world that each step leads to into `next` before it calls `taken`. `world` stays as it is. */
export type Expand = (world: Int32Array, next: Int32Array, taken: Taken) => void;

/** `reduced`: not every step, but enough of them. */
export function newExpand(parts: WorldParts, rows: Rows, reduced: boolean): Expand {
  const { scenario, names, states, network, sites, watchers, budgets, events, hasEnd, watch, base } = parts;
  const { faults, processes } = scenario;
  const { stateIn, isUp, isDown, mayCrash, isQuiet } = rows;
  const count = names.length;
  const isPatient = scenario.timers === 'patient';
  const isLate = reduced && !isPatient;
  const hasSeparateCrashes = !(reduced && isPatient) && faults.crashes !== undefined;
  const firings = names.map((_, process) => budgets.place(`firings ${process}`));
  const recoveries = budgets.place('recoveries');
  const losses = budgets.place('losses');
  const duplicates = budgets.place('duplicates');
  // Read once: the plans of scenarios have many shapes, and each new one would make the code that reads them slow again.
  const recoversAtEnd = faults.recoversAtEnd === true;
  const recoversWhenQuiet = faults.recoversWhenQuiet === true;
  const isSupplied = processes.map((plan) => plan.kind === 'supplied');
  const isNeverUp = processes.map((plan) => plan.kind === 'down');
  const requests: (readonly { process: number; event: ProcessEvent }[])[] = [];
  const at = (row: Int32Array, place: number): number => row[place] ?? 0;

  // Of the expansion under way. A closure for each world would cost more than the steps.
  let world: Int32Array = new Int32Array(0);
  let next: Int32Array = new Int32Array(0);
  let taken: Taken = () => undefined;

  function begin(focus: number, spent: number): void {
    next.set(world);
    next[parts.focus] = focus;
    if (spent >= 0) spend(next, base, spent);
  }

  function emit(kind: MoveKind, process: number, outcome?: Outcome, event?: ProcessEvent, envelope?: Envelope): void {
    if (isLate) rows.trim(next, true);
    taken(kind, process, outcome, event, envelope);
  }

  /** An event that takes no message out. */
  function handle(kind: MoveKind, process: number, event: ProcessEvent, spent: number, focus: number): void {
    take(kind, process, sites.transitions(at(world, process), event), event, undefined, spent, focus);
  }

  /** All transitions, those that crash only where a crash is left. */
  function take(
    kind: MoveKind,
    process: number,
    transitions: readonly Transition[],
    event: ProcessEvent,
    envelope: Envelope | undefined,
    spent: number,
    focus: number,
  ): void {
    const crashes = transitions.length > 1 && mayCrash(world, process);
    for (const transition of transitions) {
      const { outcome } = transition;
      if (outcome.crashed && !crashes) continue;
      begin(focus, spent);
      if (outcome.crashed) rows.spendCrash(next, process);
      rows.apply(next, process, transition);
      emit(kind, process, outcome, event, envelope);
    }
  }

  function inFlightTo(process: number): readonly Envelope[] {
    return sites.mailbox(at(world, process)).distinct;
  }

  function deliverAll(process: number): void {
    const site = at(world, process);
    if (sites.isQuiet(site)) return;
    if (sites.isUp(site)) for (const arrival of sites.arrivals(site)) deliver(process, arrival);
    else bury(process, ALL);
  }

  function deliver(process: number, { event, envelope, transitions }: Possible): void {
    take('deliver', process, transitions(), event, envelope, -1, ALL);
  }

  /** What arrives at a process that is down is gone. */
  function bury(process: number, focus: number): void {
    for (const envelope of inFlightTo(process)) vanish('deliver', envelope, -1, focus);
  }

  function vanish(kind: 'deliver' | 'lose', envelope: Envelope, spent: number, focus: number): void {
    begin(focus, spent);
    next[envelope.to] = sites.without(at(world, envelope.to), envelope);
    emit(kind, envelope.to, undefined, undefined, envelope);
  }

  function crash(process: number, focus: number): void {
    begin(focus, -1);
    rows.crash(next, process);
    emit('crash', process);
  }

  function recover(process: number): void {
    if (isNeverUp[process] === true || !isDown(world, process) || left(world, base, recoveries) === 0) return;
    if (recoversWhenQuiet && !isQuiet(world)) return;
    handle('recover', process, events.recover, recoveries, ALL);
  }

  function requestsIn(id: number): readonly { process: number; event: ProcessEvent }[] {
    return (requests[id] ??= watchers
      .requests(id)
      .map((one) => ({ process: names.indexOf(one.process), event: events.request(toCanonical(one.request)) })));
  }

  function request(): void {
    for (const { process, event } of requestsIn(at(world, watch))) {
      if (isUp(world, process)) handle('request', process, event, -1, ALL);
    }
  }

  function fireAny(): void {
    for (let process = 0; process < count; process += 1) {
      const place = firings[process] ?? -1;
      if (left(world, base, place) === 0) continue;
      for (const { event, transitions } of sites.firings(at(world, process))) {
        take('timer', process, transitions(), event, undefined, place, ALL);
      }
    }
  }

  /** Of the timers that are due first, each. */
  function firePatiently(): void {
    const waits = names.map((_, process) => untilFirst(states.state(stateIn(world, process)).timers));
    const wait = Math.min(...waits);
    if (wait === Infinity) return;
    for (let process = 0; process < count; process += 1) {
      if (waits[process] !== wait) continue;
      for (const [name, remaining] of states.state(stateIn(world, process)).timers) {
        if (remaining !== wait) continue;
        const event = events.timer(name);
        const later = sites.inState(at(world, process), states.afterTime(stateIn(world, process), wait));
        for (const transition of sites.transitions(later, event)) {
          const { outcome } = transition;
          if (outcome.crashed && !mayCrash(world, process)) continue;
          begin(ALL, -1);
          for (let other = 0; other < count; other += 1) rows.inState(next, other, states.afterTime(stateIn(world, other), wait));
          if (outcome.crashed) rows.spendCrash(next, process);
          rows.apply(next, process, transition);
          emit('timer', process, outcome, event);
        }
      }
    }
  }

  function choose(): void {
    for (let process = 0; process < count; process += 1) {
      if (isSupplied[process] !== true) continue;
      for (const choice of states.choices(stateIn(world, process))) handle('choice', process, events.choice(choice), -1, ALL);
    }
  }

  function lose(focus: number): void {
    if (left(world, base, losses) === 0 || (isLate && !hasEnd)) return;
    for (let process = 0; process < count; process += 1) {
      for (const envelope of inFlightTo(process)) {
        if (envelope.from !== process) vanish('lose', envelope, losses, isLate ? STOPPING : focus);
      }
    }
  }

  function duplicate(): void {
    if (left(world, base, duplicates) === 0) return;
    for (let process = 0; process < count; process += 1) {
      if (isLate && !isUp(world, process)) continue;
      for (const envelope of inFlightTo(process)) {
        if (envelope.from === process) continue;
        begin(isLate ? onArrival(envelope.id, count) : ALL, duplicates);
        for (const mail of network.mail([envelope])) next[process] = sites.with(at(world, process), mail);
        // Not trimmed: what is left out then could be what is to arrive.
        taken('duplicate', envelope.from, undefined, undefined, envelope);
      }
    }
  }

  function crashAny(focus: number): void {
    const mayRecover = left(world, base, recoveries) > 0;
    for (let process = 0; process < count; process += 1) {
      if (!isUp(world, process) || !mayCrash(world, process)) continue;
      if (!isLate) crash(process, focus);
      else {
        if (mayRecover && focus === ALL) crash(process, onDown(process, count));
        if (hasEnd && !(mayRecover && recoversAtEnd)) crash(process, STOPPING);
      }
    }
  }

  function expandAll(): void {
    request();
    for (let process = 0; process < count; process += 1) deliverAll(process);
    if (!isPatient) fireAny();
    else if (isQuiet(world)) firePatiently();
    choose();
    lose(ALL);
    duplicate();
    if (hasSeparateCrashes) crashAny(ALL);
    for (let process = 0; process < count; process += 1) recover(process);
  }

  function stop(): void {
    for (let process = 0; process < count; process += 1) if (isDown(world, process)) bury(process, STOPPING);
    lose(STOPPING);
    crashAny(STOPPING);
  }

  return (from, into, tell) => {
    world = from;
    next = into;
    taken = tell;
    const focus = readFocus(at(world, parts.focus), count);
    switch (focus.kind) {
      case 'all':
        return expandAll();
      case 'stopping':
        return stop();
      case 'start':
        return handle('start', focus.process, events.start, -1, nextStart(scenario, focus.process + 1));
      case 'down':
        bury(focus.process, onDown(focus.process, count));
        return recover(focus.process);
      case 'arrival':
        for (let process = 0; process < count; process += 1) {
          for (const arrival of sites.arrivals(at(world, process))) if (arrival.envelope?.id === focus.envelope) deliver(process, arrival);
        }
    }
  };
}
