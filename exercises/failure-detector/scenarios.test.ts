/** What the scenarios draw keeps the contract, whatever the seed: judged on processes that send heartbeats and do nothing else. */
import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planOf } from '../../grader/checks/timedJudge.ts';
import type { SuppliedContext } from '../../grader/sim/supplied.ts';
import type { TimedEvent } from '../../grader/sim/timedEvent.ts';
import { hostHandlers } from '../../grader/sim/timedForTests.ts';
import { isPossible } from '../../grader/sim/timedSchedule.ts';
import { simulate, type Simulated } from '../../grader/sim/timedSimulation.ts';
import { calmCrash, calmRestarts, calmReturn, firstHeartbeat } from './calmScenarios.ts';
import { overtaken } from './overtakenScenarios.ts';
import { fiveSettle, threeSettle, twoSettle } from './settlingScenarios.ts';

class Beater {
  onStart(ctx: SuppliedContext): void {
    this.onTimer(ctx);
  }
  onRecover(ctx: SuppliedContext): void {
    this.onTimer(ctx);
  }
  onTimer(ctx: SuppliedContext): void {
    for (const id of ctx.group) if (id !== ctx.self) ctx.send(id, null);
    ctx.setTimer('beat', (ctx.config as { readonly period: number }).period);
  }
}

const CALM = [calmCrash, calmRestarts, calmReturn, firstHeartbeat];
const ALL = [...CALM, overtaken, twoSettle, threeSettle, fiveSettle];

interface Way {
  readonly from: string;
  readonly to: string;
  readonly sentAt: number;
  readonly arrival: number | undefined;
  /** Whether it arrived at a process that was up, or got lost on the way. */
  readonly end: 'received' | 'lost' | 'down' | 'in flight';
}

/** The ways of all messages. */
function waysOf({ events }: Simulated): Way[] {
  const up = new Set<string>();
  const ends = new Map<number, { at: number; end: Way['end'] }>();
  for (const event of events) {
    if (event.kind === 'start' || event.kind === 'recover') up.add(event.process);
    if (event.kind === 'crash') up.delete(event.process);
    if (event.kind === 'receive') ends.set(event.id, { at: event.at, end: 'received' });
    if (event.kind === 'lose') ends.set(event.id, { at: event.at, end: up.has(event.process) ? 'lost' : 'down' });
  }
  return events.flatMap((event) => {
    if (event.kind !== 'send') return [];
    const { at, end } = ends.get(event.id) ?? { at: undefined, end: 'in flight' as const };
    return [{ from: event.process, to: event.to, sentAt: event.at, arrival: end === 'lost' ? undefined : at, end }];
  });
}

/** The longest time for which two processes were both up and the one did not hear the other. */
function longestSilence(events: readonly TimedEvent[], end: number, from: string, to: string): number {
  const up = new Set([from, to]);
  let since = 0;
  let longest = 0;
  for (const event of events) {
    const concerns = event.process === from || event.process === to;
    const isFault = (event.kind === 'crash' || event.kind === 'recover') && concerns;
    const isHeard = event.kind === 'receive' && event.process === to && event.from === from;
    if (!isFault && !isHeard) continue;
    if (up.has(from) && up.has(to)) longest = Math.max(longest, event.at - since);
    since = event.at;
    if (event.kind === 'crash') up.delete(event.process);
    if (event.kind === 'recover') up.add(event.process);
  }
  return up.has(from) && up.has(to) ? Math.max(longest, end - since) : longest;
}

const anySeed = integer({ min: 0, max: 99_999 });

describe.each(ALL.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  const runs = scenario === twoSettle ? 5 : 15;
  const run = (seed: number): Simulated => {
    const plan = planOf({ scenario, seed });
    return simulate({ plan, deviations: plan.deviations, seed }, hostHandlers(Beater));
  };

  test('has 2 to 5 processes, of which all but one crash at most, and recover at most twice', () => {
    assert(
      property(anySeed, (seed) => {
        const plan = planOf({ scenario, seed });
        const [first] = plan.processes;
        const { period, timeout } = (first?.config ?? {}) as { readonly period: number; readonly timeout: number };

        expect(isPossible(plan, plan.deviations)).toBe(true);
        expect(plan.processes.length).toBeGreaterThanOrEqual(2);
        expect(plan.processes.length).toBeLessThanOrEqual(5);
        expect(timeout / period).toBeGreaterThanOrEqual(3);
        expect(timeout / period).toBeLessThanOrEqual(10);
      }),
    );
  });

  test('loses and delays no more than it may', () => {
    assert(
      property(anySeed, (seed) => {
        const result = run(seed);
        const { period, settlesAt, maxDelay } = result.plan.network;
        const ways = waysOf(result);
        const late = ways.filter(({ sentAt }) => sentAt >= settlesAt);
        const early = ways.filter(({ sentAt }) => sentAt < settlesAt);

        expect(late.filter(({ end }) => end === 'lost')).toEqual([]);
        expect(late.filter(({ sentAt, arrival = 0 }) => arrival - sentAt > maxDelay)).toEqual([]);
        expect(early.filter(({ sentAt, arrival = 0 }) => arrival - sentAt > 10 * period)).toEqual([]);
        expect(maxDelay).toBeLessThanOrEqual(10 * period);
        expect(CALM.includes(scenario) ? [settlesAt, maxDelay / period] : [0, 0.5]).toEqual([0, 0.5]);
      }),
      { numRuns: runs },
    );
  });

  test('leaves no silence of more than 20 periods between two that are up', () => {
    assert(
      property(anySeed, (seed) => {
        const { plan, events, end } = run(seed);
        const ids = plan.processes.map(({ id }) => id);
        const silences = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => longestSilence(events, end, from, to)));

        expect(Math.max(...silences)).toBeLessThanOrEqual(20 * plan.network.period);
      }),
      { numRuns: runs },
    );
  });

  test('lasts 400 periods after S and the last fault, unless it is a part of such a run', () => {
    assert(
      property(anySeed, (seed) => {
        const { plan, events, end, isWhole } = run(seed);
        const lastFault = events.findLast(({ kind }) => kind === 'crash' || kind === 'recover')?.at ?? 0;

        expect(isWhole).toBe(plan.length.kind === 'whole');
        expect(isWhole ? end - Math.max(lastFault, plan.network.settlesAt) : Infinity).toBeGreaterThanOrEqual(400 * plan.network.period);
      }),
      { numRuns: runs },
    );
  });
});

test('the longest silence before S and the longest delay after it are drawn in full', () => {
  const plan = planOf({ scenario: twoSettle, seed: 7 });
  const result = simulate({ plan, deviations: plan.deviations, seed: 7 }, hostHandlers(Beater));
  const { events, end } = result;
  const { period, settlesAt } = plan.network;
  const silences = [longestSilence(events, end, 'p1', 'p2'), longestSilence(events, end, 'p2', 'p1')];
  const late = waysOf(result).filter(({ sentAt }) => sentAt >= settlesAt);

  expect(Math.max(...silences)).toBeGreaterThan(19 * period);
  expect(Math.max(...late.map(({ sentAt, arrival = 0 }) => arrival - sentAt))).toBe(10 * period);
});
