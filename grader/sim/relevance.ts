/**
 * Which messages in flight can still do anything.
 *
 * A message that, whenever it arrives, leaves its destination as it is, and causes nothing but messages of which the same is true, may be in flight
 * or not: the worlds are one. Late acknowledgements, answers to questions that are settled, repeated decisions: in most protocols most
 * of what is in flight is of that kind, and each such message doubles the worlds.
 *
 * To know it, all states that each process can be in are found first, generously: every state is given every message that
 * is ever sent to it, in any order and however often. What holds for all states that can follow in that closure holds for those that do
 * follow. Where the closure is too large, or a handler breaks in it, nothing is left out.
 */
import { toCanonical } from '../base/data.ts';
import { MAX_CLOSURE_CALLS, MAX_NETWORK_ENTRIES } from '../base/limits.ts';
import type { Envelope } from './network.ts';
import { newPairTable } from './pairTable.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Scenario } from './scenario.ts';
import type { WorldParts } from './worldParts.ts';

export interface Relevance {
  /** What can be said of a message by the state of its destination alone. */
  at(envelope: Envelope, state: number, mayCrash: boolean): 'matters' | 'does nothing' | 'depends';
  /** Whether a message may be left out of a world. */
  isIrrelevant(envelope: Envelope, row: Int32Array, mayCrash: MayCrash): boolean;
}

/** Whether a process may still crash in a world. */
type MayCrash = (row: Int32Array, process: number) => boolean;

/** What a message causes at a process that it leaves as it is, in any of the states that can follow. */
interface Effect {
  readonly caused: readonly Envelope[];
  /** Lists of what is seen then. */
  readonly seen: readonly number[];
}

/** What can become of a process: its states, and of each the states that can follow at once. */
interface LocalStates {
  readonly states: Set<number>;
  readonly arrivals: Set<Envelope>;
  readonly next: Map<number, Set<number>>;
  readonly nextByCrash: Map<number, Set<number>>;
}

/** Whether it can be known of a scenario at all: of what happens in it the closure must know everything. */
export function hasRelevance({ timers, application }: Scenario): boolean {
  return timers === 'any' && (!application || application.every !== undefined);
}

/** Undefined where the closure is too large. */
export function findRelevance(world: WorldParts): Relevance | undefined {
  const { scenario, states, events } = world;
  const { application, faults } = scenario;
  if (!hasRelevance(scenario)) return undefined;
  const requests = (application?.every ?? []).map(({ process, request }) => ({ process, event: events.request(toCanonical(request)) }));
  const locals: LocalStates[] = scenario.processes.map(() => ({
    states: new Set(),
    arrivals: new Set(),
    next: new Map(),
    nextByCrash: new Map(),
  }));
  const done = new Set<string>();
  const isTooLarge = (): boolean => done.size > MAX_CLOSURE_CALLS || world.sites.entries() > MAX_NETWORK_ENTRIES;

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
    const key = `${from} ${event.id}`;
    // Here, too: what one call sends may be what the next one is about.
    if (done.has(key) || isTooLarge()) return;
    done.add(key);
    for (const outcome of states.outcomes(from, event)) {
      if (outcome.broken) continue;
      add(process, from, outcome.next, outcome.crashed);
      for (const envelope of outcome.envelopes) locals[envelope.to]?.arrivals.add(envelope);
    }
  };

  const grow = (process: number, id: number): void => {
    const { id: name, kind } = scenario.processes[process] ?? { id: '', kind: 'down' };
    const { mode, timers } = states.state(id);
    if (kind === 'down') return;
    if (mode === 'unstarted') return follow(process, id, events.start);
    if (mode === 'down') return follow(process, id, events.recover);
    for (const envelope of locals[process]?.arrivals ?? []) follow(process, id, world.arrival(envelope));
    for (const [timer] of timers) follow(process, id, events.timer(timer));
    for (const choice of states.choices(id)) follow(process, id, events.choice(choice));
    for (const request of requests) if (request.process === name) follow(process, id, request.event);
    if (kind === 'supplied') follow(process, id, events.round);
    if ((faults.crashes?.[name] ?? 0) > 0) add(process, id, states.crashed(id), true);
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
  return judge(world, locals);
}

function judge(world: WorldParts, locals: readonly LocalStates[]): Relevance {
  const { states, sites, watchers } = world;
  const futures = new Map<string, readonly number[]>();
  const effects: (Effect | undefined)[] = [];
  /** By message and state, twice: for a process that may crash and one that may not. */
  const effectAt = newPairTable();

  /** The states in which a process can ever be from now on. */
  function futureOf(process: number, id: number, mayCrash: boolean): readonly number[] {
    const key = `${id} ${mayCrash}`;
    let future = futures.get(key);
    if (!future) {
      const reached = new Set([id]);
      for (const one of reached) {
        for (const to of locals[process]?.next.get(one) ?? []) reached.add(to);
        if (mayCrash) for (const to of locals[process]?.nextByCrash.get(one) ?? []) reached.add(to);
      }
      future = [...reached];
      futures.set(key, future);
    }
    return future;
  }

  function effectOf(envelope: Envelope, id: number, mayCrash: boolean): Effect | undefined {
    const key = id * 2 + (mayCrash ? 1 : 0);
    const known = effectAt.get(envelope.id, key);
    if (known >= 0) return effects[known];
    const caused = new Set<Envelope>();
    const seen = new Set<number>();
    let matters = false;
    for (const future of futureOf(envelope.to, id, mayCrash)) {
      const { mode } = states.state(future);
      if (mode === 'unstarted') matters = true;
      if (mode !== 'up') continue;
      const [outcome] = states.outcomes(future, world.arrival(envelope));
      if (!outcome || outcome.broken || outcome.next !== future) matters = true;
      else {
        for (const one of outcome.envelopes) caused.add(one);
        seen.add(outcome.seen);
      }
      if (matters) break;
    }
    const effect = matters ? undefined : { caused: [...caused], seen: [...seen].filter((one) => one !== 0) };
    effectAt.set(envelope.id, key, effects.length);
    effects.push(effect);
    return effect;
  }

  const way: Envelope[] = [];

  /** The messages before `depth` cause this one, each the next. One that causes itself goes round for ever, which is told as a flood. */
  function isIrrelevant(envelope: Envelope, row: Int32Array, mayCrash: MayCrash, depth: number): boolean {
    for (let at = 0; at < depth; at += 1) if (way[at] === envelope) return false;
    const effect = effectOf(envelope, sites.state(row[envelope.to] ?? 0), mayCrash(row, envelope.to));
    if (!effect) return false;
    for (const seen of effect.seen) if (!watchers.isNeutral(row[world.watch] ?? 0, seen)) return false;
    way[depth] = envelope;
    for (const caused of effect.caused) if (!isIrrelevant(caused, row, mayCrash, depth + 1)) return false;
    return true;
  }

  return {
    at(envelope, state, mayCrash) {
      const effect = effectOf(envelope, state, mayCrash);
      if (!effect) return 'matters';
      return effect.seen.length === 0 && effect.caused.length === 0 ? 'does nothing' : 'depends';
    },
    isIrrelevant: (envelope, row, mayCrash) => isIrrelevant(envelope, row, mayCrash, 0),
  };
}
