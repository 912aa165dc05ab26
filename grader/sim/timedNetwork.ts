/**
 * The links between processes in simulated time: lossy, slow and unordered until they settle, and within the promises of `NetworkPlan` always.
 *
 * A deviation says what a link tries; what the promises forbid does not happen. So every part of a run's deviations makes a run that keeps them too.
 */
import { chanceFor, hash } from './chance.ts';
import type { Deviation } from './timedDeviation.ts';
import type { NetworkPlan } from './timedScenario.ts';

export interface TimedNetwork {
  /** When a message that is sent now arrives; undefined if it is lost. Processes stand by their numbers, from 1. */
  arrival(from: number, to: number, sentAt: number): number | undefined;
  /** A process is up again: nothing that it was sent before counts as having reached it. */
  recovered(process: number, at: number): void;
}

type Fate = number | 'lost';

export function newNetwork(plan: NetworkPlan, deviations: readonly Deviation[], seed: number): TimedNetwork {
  const { period, settlesAt, maxEarlyDelay, maxDelay, maxSilence } = plan;
  const slots = maxSilence / period;
  const onLink = new Map<string, readonly Deviation[]>();
  const rounds = new Map<string, readonly number[]>();
  /** By link, until when arrivals that are certain leave no silence longer than is promised. */
  const assured = new Map<string, number>();
  const recoveries = new Map<number, number>();

  /** From when on the next silence of a link counts. */
  function heardAt(from: number, to: number): number {
    return Math.max(assured.get(`${from}-${to}`) ?? 0, recoveries.get(from) ?? 0, recoveries.get(to) ?? 0);
  }

  function deviationsOf(from: number, to: number): readonly Deviation[] {
    const link = `${from}-${to}`;
    let found = onLink.get(link);
    if (!found) {
      found = deviations.filter((one) => 'from' in one && one.from === from && one.to === to);
      onLink.set(link, found);
    }
    return found;
  }

  /** The delays of a link in its round once it has settled, one for each period in which a message can be sent. */
  function roundOf(from: number, to: number): readonly number[] {
    const link = `${from}-${to}`;
    let round = rounds.get(link);
    if (!round) {
      const quick = Math.max(1, Math.floor(Math.min(period / 4, maxDelay)));
      round = Array.from({ length: slots }, (_, slot) => {
        const usual = 1 + (hash(seed, `usual ${link} ${slot}`) % quick);
        return deviationsOf(from, to).reduce((delay, one) => slowed(one, slot, delay), usual);
      });
      rounds.set(link, round);
    }
    return round;
  }

  function slowed(deviation: Deviation, slot: number, delay: number): number {
    if (deviation.kind !== 'gap' && deviation.kind !== 'overtake') return delay;
    const after = (slot - deviation.slot + slots) % slots;
    if (after === 0) return 1;
    const left = deviation.kind === 'gap' ? maxDelay - (after - 1) * period : maxDelay;
    return after <= Math.ceil(maxDelay / period) ? Math.max(delay, left) : delay;
  }

  function usualDelay(from: number, to: number, sentAt: number): number {
    // A little late is in time: sums of fractions of a period seldom are whole.
    const slot = Math.floor(sentAt / period + 1e-6) % slots;
    return roundOf(from, to)[slot] ?? 1;
  }

  /** What a link that has not settled yet tries to do to a message. */
  function early(from: number, to: number, sentAt: number): Fate {
    let fate: Fate | undefined;
    for (const one of deviationsOf(from, to)) {
      if (!('since' in one) || sentAt < one.since || sentAt >= one.until) continue;
      if (one.kind === 'lose') return 'lost';
      if (one.kind === 'delay') fate = one.delay;
      else fate ??= wildFate(`${from}-${to} ${sentAt}`);
    }
    return fate ?? Math.min(usualDelay(from, to, sentAt), period);
  }

  function wildFate(message: string): Fate {
    const chance = chanceFor(seed, `wild ${message}`);
    const what = chance.between(1, 5);
    if (what <= 2) return 'lost';
    return what <= 4 ? chance.between(1, maxEarlyDelay) : 1;
  }

  return {
    arrival(from, to, sentAt) {
      if (sentAt >= settlesAt) return sentAt + usualDelay(from, to, sentAt);
      const fate = early(from, to, sentAt);
      if (from === to) return sentAt + (fate === 'lost' ? 1 : fate);
      const heard = heardAt(from, to);
      const nextAt = sentAt + period;
      const mayMiss = nextAt + (nextAt >= settlesAt ? maxDelay : 1) <= heard + maxSilence;
      if (fate === 'lost' && mayMiss) return undefined;
      const tried = sentAt + Math.min(fate === 'lost' ? maxEarlyDelay : fate, maxEarlyDelay);
      const arrival = mayMiss ? tried : Math.max(sentAt + 1, Math.min(tried, heard + maxSilence));
      if (arrival <= heard + maxSilence || !mayMiss) assured.set(`${from}-${to}`, Math.max(heard, arrival));
      return arrival;
    },
    recovered(process, at) {
      recoveries.set(process, at);
      for (const link of assured.keys()) if (link.endsWith(`-${process}`)) assured.delete(link);
    },
  };
}
