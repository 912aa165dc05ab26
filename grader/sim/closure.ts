/**
 * All states that each process can be in, generously: every state is given every message that is ever sent to it, in any order and however
 * often. What holds for all that can follow in this closure holds for what does follow in a run.
 *
 * A process that counts the rounds in which nothing came, or its lives, has states without end. What it can be in while faults may happen, and
 * until all has arrived that is in flight when they stop, is less: till then no more timers go off, and no more crashes come, than the scenario
 * allows. That is its bounded closure.
 */
import { toCanonical } from '../base/data.ts';
import { MAX_CLOSURE_CHARS, MAX_NETWORK_ENTRIES } from '../base/limits.ts';
import { left } from './budgets.ts';
import type { Envelope } from './network.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Scenario } from './scenario.ts';
import type { WorldParts } from './worldParts.ts';

/** What can become of a process: its states, and of each the states that can follow at once. */
interface LocalStates {
  readonly states: Set<number>;
  readonly arrivals: Set<Envelope>;
  readonly next: Map<number, Set<number>>;
  readonly nextByCrash: Map<number, Set<number>>;
  /** With how many timers and crashes each state can be reached, where those are bounded: none of them more than another in both. */
  readonly spent: Map<number, readonly Spent[]>;
}

interface Spent {
  readonly timers: number;
  readonly crashes: number;
}

const NOTHING: Spent = { timers: 0, crashes: 0 };

/** Whether it can be known of a scenario at all: of what happens in it the closure must know everything. */
export function hasClosure({ timers, application }: Scenario): boolean {
  return timers === 'any' && (!application || application.every !== undefined);
}

export interface Closure {
  /** By process. */
  readonly locals: readonly LocalStates[];
  /** What may happen to a process in a state. */
  eventsIn(process: number, state: number): readonly ProcessEvent[];
  /** Whether it holds while faults may happen only, and until all has arrived that is in flight when they stop. */
  readonly isBounded: boolean;
  /** Whether it was found out what an event makes of a state. */
  knows(state: number, event: ProcessEvent): boolean;
}

/**
 * Undefined where it takes more transitions than `most`, meets states that are too large, or something may happen of which it would know nothing.
 * `isBounded`: it counts timers and crashes.
 */
export function findClosure(world: WorldParts, most: number, isBounded = false): Closure | undefined {
  const { scenario, states, events, budgets } = world;
  const { application, faults } = scenario;
  if (!hasClosure(scenario)) return undefined;
  const requests = (application?.every ?? []).map(({ process, request }) => ({ process, event: events.request(toCanonical(request)) }));
  const locals: LocalStates[] = scenario.processes.map(() => ({
    states: new Set(),
    arrivals: new Set(),
    next: new Map(),
    nextByCrash: new Map(),
    spent: new Map(),
  }));
  const allowed = world.names.map((_, process): Spent => {
    const count = (counter: string): number => (isBounded ? left(budgets.first, 0, budgets.place(`${counter} ${process}`)) : Infinity);
    return { timers: count('firings'), crashes: count('crashes') };
  });
  const done = new Set<string>();
  /** How often a state was found to be reached, or with less. */
  let labels = 0;
  const keyOf = (from: number, event: ProcessEvent): string => `${from} ${event.id}`;
  const charsBefore = states.chars();
  const isTooLarge = (): boolean =>
    done.size > most || states.chars() - charsBefore > MAX_CLOSURE_CHARS || world.sites.entries() > MAX_NETWORK_ENTRIES;

  const add = (process: number, from: number, to: number, byCrash: boolean, spent: Spent): void => {
    const local = locals[process];
    if (!local) return;
    local.states.add(to);
    const edges = byCrash ? local.nextByCrash : local.next;
    const known = edges.get(from);
    if (known) known.add(to);
    else edges.set(from, new Set([to]));
    const ways = local.spent.get(to) ?? [];
    const isLess = (one: Spent, other: Spent): boolean => one.timers <= other.timers && one.crashes <= other.crashes;
    if (ways.some((way) => isLess(way, spent))) return;
    local.spent.set(to, [...ways.filter((way) => !isLess(spent, way)), spent]);
    labels += 1;
  };

  /** Everything that an event can make of a state. Breaks are no way on. */
  const follow = (process: number, from: number, event: ProcessEvent, before: Spent): void => {
    const may = allowed[process] ?? NOTHING;
    const timers = before.timers + (isBounded && event.kind === 'timer' ? 1 : 0);
    if (timers > may.timers) return;
    const key = keyOf(from, event);
    // Here, too: what one call sends may be what the next one is about.
    if ((!isBounded && done.has(key)) || isTooLarge()) return;
    done.add(key);
    for (const outcome of states.outcomes(from, event)) {
      const crashes = before.crashes + (isBounded && outcome.crashed ? 1 : 0);
      if (outcome.broken || crashes > may.crashes) continue;
      add(process, from, outcome.next, outcome.crashed, { timers, crashes });
      for (const envelope of outcome.envelopes) locals[envelope.to]?.arrivals.add(envelope);
    }
  };

  const eventsIn = (process: number, id: number): readonly ProcessEvent[] => {
    const { id: name, kind } = scenario.processes[process] ?? { id: '', kind: 'down' };
    const { mode, timers } = states.state(id);
    if (kind === 'down') return [];
    if (mode === 'unstarted') return [events.start];
    if (mode === 'down') return [events.recover];
    return [
      ...[...(locals[process]?.arrivals ?? [])].map(world.arrival),
      ...timers.map(([timer]) => events.timer(timer)),
      ...states.choices(id).map(events.choice),
      ...requests.filter((one) => one.process === name).map(({ event }) => event),
      ...(kind === 'supplied' ? [events.round] : []),
    ];
  };

  const grow = (process: number, id: number): void => {
    const isUp = states.state(id).mode === 'up';
    const mayCrash = isUp && (faults.crashes?.[world.names[process] ?? ''] ?? 0) > 0;
    for (const spent of locals[process]?.spent.get(id) ?? []) {
      for (const event of eventsIn(process, id)) follow(process, id, event, spent);
      const crashes = spent.crashes + (isBounded ? 1 : 0);
      if (mayCrash && crashes <= (allowed[process] ?? NOTHING).crashes) add(process, id, states.crashed(id), true, { ...spent, crashes });
    }
  };

  locals.forEach(({ states: all, spent }, process) => {
    const first = states.unstarted(process);
    all.add(first);
    spent.set(first, [NOTHING]);
  });
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    locals.forEach((local, process) => {
      for (const id of local.states) if (!isTooLarge()) grow(process, id);
    });
    if (isTooLarge()) return undefined;
    now = locals.reduce((sum, local) => sum + local.arrivals.size, labels);
  }
  return { locals, eventsIn, isBounded, knows: (state, event) => done.has(keyOf(state, event)) };
}
