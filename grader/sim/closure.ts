/**
 * All states that each process can be in, generously: every state is given every message that is ever sent to it, in any order and however
 * often. What holds for all that can follow in this closure holds for what does follow in a run.
 */
import { toCanonical } from '../base/data.ts';
import { MAX_NETWORK_ENTRIES } from '../base/limits.ts';
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
}

/** Whether it can be known of a scenario at all: of what happens in it the closure must know everything. */
export function hasClosure({ timers, application }: Scenario): boolean {
  return timers === 'any' && (!application || application.every !== undefined);
}

export interface Closure {
  /** By process. */
  readonly locals: readonly LocalStates[];
  /** What may happen to a process in a state. */
  eventsIn(process: number, state: number): readonly ProcessEvent[];
  /** Whether it was found out what an event makes of a state. */
  knows(state: number, event: ProcessEvent): boolean;
}

/** Undefined where it takes more transitions than `most`, or something may happen of which it would know nothing. */
export function findClosure(world: WorldParts, most: number): Closure | undefined {
  const { scenario, states, events } = world;
  const { application, faults } = scenario;
  if (!hasClosure(scenario)) return undefined;
  const requests = (application?.every ?? []).map(({ process, request }) => ({ process, event: events.request(toCanonical(request)) }));
  const locals: LocalStates[] = scenario.processes.map(() => ({
    states: new Set(),
    arrivals: new Set(),
    next: new Map(),
    nextByCrash: new Map(),
  }));
  const done = new Set<string>();
  const keyOf = (from: number, event: ProcessEvent): string => `${from} ${event.id}`;
  const isTooLarge = (): boolean => done.size > most || world.sites.entries() > MAX_NETWORK_ENTRIES;

  const add = (process: number, from: number, to: number, byCrash: boolean): void => {
    const local = locals[process];
    if (!local) return;
    local.states.add(to);
    const edges = byCrash ? local.nextByCrash : local.next;
    const known = edges.get(from);
    if (known) known.add(to);
    else edges.set(from, new Set([to]));
  };

  /** Everything that an event can make of a state. Breaks are no way on. */
  const follow = (process: number, from: number, event: ProcessEvent): void => {
    const key = keyOf(from, event);
    // Here, too: what one call sends may be what the next one is about.
    if (done.has(key) || isTooLarge()) return;
    done.add(key);
    for (const outcome of states.outcomes(from, event)) {
      if (outcome.broken) continue;
      add(process, from, outcome.next, outcome.crashed);
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
    for (const event of eventsIn(process, id)) follow(process, id, event);
    const isUp = states.state(id).mode === 'up';
    if (isUp && (faults.crashes?.[world.names[process] ?? ''] ?? 0) > 0) add(process, id, states.crashed(id), true);
  };

  scenario.processes.forEach((_, process) => locals[process]?.states.add(states.unstarted(process)));
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    locals.forEach((local, process) => {
      for (const id of local.states) if (!isTooLarge()) grow(process, id);
    });
    if (isTooLarge()) return undefined;
    now = locals.reduce((sum, local) => sum + local.states.size + local.arrivals.size, 0);
  }
  return { locals, eventsIn, knows: (state, event) => done.has(keyOf(state, event)) };
}
