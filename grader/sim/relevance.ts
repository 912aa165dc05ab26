/**
 * Which messages in flight can still do anything.
 *
 * A message that, whenever it arrives, leaves its destination as it is, and causes nothing but messages of which the same is true, may be in flight
 * or not: the worlds are one. Late acknowledgements, answers to questions that are settled, repeated decisions: in most protocols most
 * of what is in flight is of that kind, and each such message doubles the worlds.
 *
 * What holds for all states that can follow in the closure (see `closure.ts`) holds for those that do follow. Where a handler breaks in it, nothing is
 * left out.
 */
import type { Closure } from './closure.ts';
import type { Envelope } from './network.ts';
import { newPairTable } from './pairTable.ts';
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

export function findRelevance(world: WorldParts, { locals }: Closure): Relevance {
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
