/** What holds of a simulated run whatever deviates from the plan. */
import { array, assert, constantFrom, integer, oneof, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deviation } from './timedDeviation.ts';
import type { TimedEvent } from './timedEvent.ts';
import { Beater, hostHandlers, planForTests } from './timedForTests.ts';
import { simulate } from './timedSimulation.ts';

const time = integer({ min: 0, max: 6000 });
const window = { from: integer({ min: 1, max: 3 }), to: integer({ min: 1, max: 3 }), since: time, until: time };
const anyDeviations: Arbitrary<Deviation[]> = array(
  oneof(
    record({ kind: constantFrom('crash' as const), process: integer({ min: 1, max: 3 }), at: time, effects: integer({ min: 0, max: 4 }) }),
    record({ kind: constantFrom('recover' as const), process: integer({ min: 1, max: 3 }), at: time }),
    record({ kind: constantFrom('lose' as const, 'wild' as const), ...window }),
    record({ kind: constantFrom('delay' as const), ...window, delay: integer({ min: 1, max: 2000 }) }),
  ),
  { maxLength: 8 },
);

describe('whatever deviates,', () => {
  const plan = planForTests(3, { settlesAt: 3000, maxDelay: 700 }, { kind: 'whole', after: 3000 });

  test('the same schedule makes the same run', () => {
    assert(
      property(anyDeviations, integer(), (deviations, seed) => {
        const events = (): readonly TimedEvent[] => simulate({ plan, deviations, seed }, hostHandlers(Beater)).events;
        expect(events()).toEqual(events());
      }),
      { numRuns: 10 },
    );
  });

  test('time never goes back, and every message is received or lost once', () => {
    assert(
      property(anyDeviations, integer(), (deviations, seed) => {
        const { events, end } = simulate({ plan, deviations, seed }, hostHandlers(Beater));
        const ends = new Map<number, number>();
        for (const event of events) {
          if (event.kind === 'receive' || event.kind === 'lose') ends.set(event.id, (ends.get(event.id) ?? 0) + 1);
        }
        const times = [...events.map(({ at }) => at), end];
        expect(times.every((at, index) => at >= (times[index - 1] ?? 0))).toBe(true);
        expect([...ends.values()].every((count) => count === 1)).toBe(true);
        // What was sent well before the end has arrived by then.
        const due = events.filter((event) => event.kind === 'send' && event.at < end - 1000);
        expect(due.every((event) => event.kind === 'send' && ends.has(event.id))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test('nothing is lost on the way to a live process after the network has settled', () => {
    assert(
      property(anyDeviations, integer(), (deviations, seed) => {
        const { events } = simulate({ plan, deviations, seed }, hostHandlers(Beater));
        const up = new Set<string>();
        const sentAt = new Map<number, number>();
        const lost: number[] = [];
        for (const event of events) {
          if (event.kind === 'start' || event.kind === 'recover') up.add(event.process);
          if (event.kind === 'crash') up.delete(event.process);
          if (event.kind === 'send') sentAt.set(event.id, event.at);
          if (event.kind === 'lose' && (sentAt.get(event.id) ?? 0) >= 3000 && up.has(event.process)) lost.push(event.id);
        }
        expect(lost).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('between two processes that stay up one message arrives at least every 20 periods', () => {
    assert(
      property(anyDeviations, integer(), (deviations, seed) => {
        const { events, end } = simulate({ plan, deviations, seed }, hostHandlers(Beater));
        for (const [from, to] of [
          ['p1', 'p2'],
          ['p3', 'p1'],
        ] as const) {
          // The last moment from which on both are up and one has not heard the other.
          let since = 0;
          let longest = 0;
          for (const event of events) {
            const restarts = (event.kind === 'recover' || event.kind === 'crash') && (event.process === from || event.process === to);
            const hears = event.kind === 'receive' && event.process === to && event.from === from;
            if (hears) longest = Math.max(longest, event.at - since);
            if (restarts || hears) since = event.at;
          }
          const isUp = (id: string): boolean =>
            events.findLast((event) => ['start', 'recover', 'crash'].includes(event.kind) && event.process === id)?.kind !== 'crash';
          expect(longest).toBeLessThanOrEqual(2000);
          expect(isUp(from) && isUp(to) ? end - since : 0).toBeLessThanOrEqual(2000);
        }
      }),
      { numRuns: 40 },
    );
  });
});
