import { array, assert, constantFrom, integer, oneof, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deviation } from './timedDeviation.ts';
import { newNetwork } from './timedNetwork.ts';
import type { NetworkPlan } from './timedScenario.ts';

const PERIOD = 100;
const SILENCE = 20 * PERIOD;
const WHOLE = 120;

const time = integer({ min: 0, max: 60 * PERIOD });
const link = { from: constantFrom(1), to: constantFrom(2) };
const window = { ...link, since: time, until: time };

/** What one link from 1 to 2 may be asked to do, also more than it may. */
const deviations: Arbitrary<Deviation[]> = array(
  oneof(
    record({ kind: constantFrom('lose' as const, 'wild' as const), ...window }),
    record({ kind: constantFrom('delay' as const), ...window, delay: integer({ min: 1, max: 30 * PERIOD }) }),
    record({ kind: constantFrom('gap' as const, 'overtake' as const), ...link, slot: integer({ min: 0, max: 19 }) }),
  ),
  { maxLength: 6 },
);

const plan: Arbitrary<NetworkPlan> = record({
  period: constantFrom(PERIOD),
  settlesAt: oneof(constantFrom(0, 21 * PERIOD), time),
  maxEarlyDelay: constantFrom(10 * PERIOD),
  maxDelay: integer({ min: 1, max: 10 * PERIOD }),
  maxSilence: constantFrom(SILENCE),
});

interface Sent {
  readonly sentAt: number;
  readonly arrival: number | undefined;
}

/** One message a period, the first at `phase`. */
function heartbeats(network: NetworkPlan, deviated: readonly Deviation[], seed: number, phase: number): Sent[] {
  const links = newNetwork(network, deviated, seed);
  return Array.from({ length: WHOLE }, (_, number) => {
    const sentAt = phase + number * PERIOD;
    return { sentAt, arrival: links.arrival(1, 2, sentAt) };
  });
}

/** The silences of a receiver that is up from the beginning, with the ends of each. */
function silences(sent: readonly Sent[]): { readonly from: number; readonly length: number }[] {
  const arrivals = [0, ...sent.flatMap(({ arrival }) => arrival ?? []).sort((left, right) => left - right)];
  return arrivals.slice(1).map((arrival, at) => ({ from: arrivals[at] ?? 0, length: arrival - (arrivals[at] ?? 0) }));
}

const anything = [plan, deviations, integer(), integer({ min: 0, max: PERIOD - 1 })] as const;

describe('a link, whatever it is asked to do,', () => {
  test('lets one message arrive at least every 20 periods if one is sent every period', () => {
    assert(
      property(...anything, (network, deviated, seed, phase) => {
        const sent = heartbeats(network, deviated, seed, phase);
        // What is still in flight when the last message is sent shows no silence.
        const longest = Math.max(...silences(sent).map(({ length }) => length));
        expect(longest).toBeLessThanOrEqual(SILENCE);
      }),
      { numRuns: 500 },
    );
  });

  test('loses nothing once it has settled, and takes at most the longest delay', () => {
    assert(
      property(...anything, (network, deviated, seed, phase) => {
        for (const { sentAt, arrival } of heartbeats(network, deviated, seed, phase)) {
          const isEarly = sentAt < network.settlesAt;
          const delay = arrival === undefined && isEarly ? 1 : (arrival ?? Infinity) - sentAt;
          expect(delay).toBeLessThanOrEqual(isEarly ? network.maxEarlyDelay : network.maxDelay);
          expect(delay).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });

  test('shows its longest gap in every 20 periods once it has settled', () => {
    assert(
      property(...anything, (network, deviated, seed, phase) => {
        const end = (WHOLE - 1) * PERIOD + phase;
        // What was sent before, and is slow, may still fall into a gap.
        const begin = network.settlesAt + Math.max(network.maxDelay, network.maxEarlyDelay) + PERIOD;
        const late = silences(heartbeats(network, deviated, seed, phase)).filter(
          ({ from, length }) => from >= begin && from + length <= end,
        );
        const longest = Math.max(...late.map(({ length }) => length));
        for (let since = begin; since + SILENCE + longest <= end; since += PERIOD) {
          const shown = late.some(({ from, length }) => length === longest && from >= since && from < since + SILENCE);
          expect(shown).toBe(true);
        }
      }),
    );
  });

  test('does the same again for the same seed', () => {
    assert(
      property(...anything, (network, deviated, seed, phase) => {
        expect(heartbeats(network, deviated, seed, phase)).toEqual(heartbeats(network, deviated, seed, phase));
      }),
    );
  });

  test('lets a message to oneself arrive', () => {
    assert(
      property(plan, deviations, integer(), (network, deviated, seed) => {
        const toOneself = deviated.map((one) => ('from' in one ? { ...one, to: 1 } : one));
        const links = newNetwork(network, toOneself, seed);
        for (let at = 0; at < 60 * PERIOD; at += PERIOD) expect(links.arrival(1, 1, at)).toBeGreaterThan(at);
      }),
    );
  });
});

describe('a link that settles at 4000', () => {
  const network: NetworkPlan = { period: PERIOD, settlesAt: 4000, maxEarlyDelay: 1000, maxDelay: 1000, maxSilence: SILENCE };
  const sentBy = (...deviated: Deviation[]): Sent[] => heartbeats(network, deviated, 1, 0);

  test('is silent for exactly 20 periods if it loses all that it may', () => {
    const longest = Math.max(...silences(sentBy({ kind: 'lose', from: 1, to: 2, since: 0, until: 4000 })).map(({ length }) => length));

    expect(longest).toBe(SILENCE);
  });

  test('bunches what comes after the gap of each round', () => {
    const sent = sentBy({ kind: 'gap', from: 1, to: 2, slot: 5 }).slice(65, 77);

    expect(sent.map(({ arrival }) => arrival)).toEqual([6501, ...Array.from({ length: 10 }, () => 7600), expect.any(Number)]);
  });

  test('delays each message alike where later ones overtake', () => {
    const sent = sentBy({ kind: 'overtake', from: 1, to: 2, slot: 5 }).slice(65, 76);

    expect(sent.map(({ sentAt, arrival }) => (arrival ?? 0) - sentAt)).toEqual([1, ...Array.from({ length: 10 }, () => 1000)]);
  });

  test('holds no silence against a receiver that was down', () => {
    const links = newNetwork(network, [{ kind: 'lose', from: 1, to: 2, since: 0, until: 4000 }], 1);
    links.arrival(1, 2, 0);

    links.recovered(2, 1500);

    expect(links.arrival(1, 2, 2000)).toBeUndefined();
    expect(links.arrival(1, 2, 3400)).toBe(3500);
  });
});
