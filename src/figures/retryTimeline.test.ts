/** The numbers that the lesson on time redundancy states. */
import { describe, expect, test } from 'vitest';
import { retrySentence } from './retrySentence.ts';
import { INITIAL, planCodec } from './retryState.ts';
import { attemptsOf, chanceThatAllFail, expectedAttempts, runOf, waitsMs, type Plan } from './retryTimeline.ts';

const ALONE: Plan = { windowMs: 800, backoff: 'fixed', attempts: 4, clients: 1 };
const HERD: Plan = { windowMs: 800, backoff: 'fixed', attempts: 5, clients: 40 };

function outcomes(plan: Plan): string[] {
  return attemptsOf(runOf(plan), 0).map(({ atMs, outcome }) => `${atMs} ${outcome}`);
}

function summary(plan: Plan) {
  const run = runOf(plan);
  return { requests: run.attempts.length, done: run.done, lastDoneMs: run.lastDoneMs, peakAfter: Math.max(...run.load.slice(8)) };
}

describe('one client', () => {
  test('lands four attempts, 200 ms apart, in a window of 800 ms', () => {
    expect(outcomes(ALONE)).toEqual(['0 faulty', '200 faulty', '400 faulty', '600 faulty']);
  });

  test('gets out of it with doubled waits', () => {
    expect(outcomes({ ...ALONE, backoff: 'exponential' })).toEqual(['0 faulty', '200 faulty', '600 faulty', '1400 done']);
  });

  test('needs one retry for a spike', () => {
    expect(outcomes({ ...ALONE, windowMs: 50 })).toEqual(['0 faulty', '200 done']);
  });

  test('never gets out of a permanent fault', () => {
    const run = runOf({ ...ALONE, windowMs: Infinity, backoff: 'exponential', attempts: 5 });

    expect(run.attempts.map(({ outcome }) => outcome)).toEqual(['faulty', 'faulty', 'faulty', 'faulty', 'faulty']);
    expect(run.done).toBe(0);
  });

  test('lands inside again where jitter makes its waits shorter, and needs a fifth attempt', () => {
    expect(runOf({ ...ALONE, backoff: 'exponential' }).done).toBe(1);
    expect(runOf({ ...ALONE, backoff: 'jitter' }).done).toBe(0);
    expect(runOf({ ...ALONE, backoff: 'jitter', attempts: 5 }).done).toBe(1);
  });
});

describe('forty clients, a window of 800 ms and five attempts each', () => {
  test('with fixed waits: 10 are done, and 40 come at once when the window ends', () => {
    expect(summary(HERD)).toEqual({ requests: 200, done: 10, lastDoneMs: 800, peakAfter: 40 });
  });

  test('with doubled waits: 20 are done, and still 40 come at once', () => {
    expect(summary({ ...HERD, backoff: 'exponential' })).toEqual({ requests: 190, done: 20, lastDoneMs: 3000, peakAfter: 40 });
  });

  test('with jitter: 36 are done, and no more than 10 come at once', () => {
    expect(summary({ ...HERD, backoff: 'jitter' })).toEqual({ requests: 186, done: 36, lastDoneMs: 2192, peakAfter: 10 });
  });

  test('with fixed waits after a spike of 50 ms: the herd needs 800 ms, since it is itself what is in the way', () => {
    expect(summary({ ...HERD, windowMs: 50 })).toMatchObject({ requests: 140, done: 40, lastDoneMs: 800 });
  });

  test('the same plan gives the same run', () => {
    expect(runOf({ ...HERD, backoff: 'jitter' })).toEqual(runOf({ ...HERD, backoff: 'jitter' }));
  });
});

describe('arithmetic', () => {
  test('three attempts that each fail with 0.3 all fail with 0.027, and 1.39 are made on average', () => {
    expect(chanceThatAllFail(0.3, 3)).toBeCloseTo(0.027, 12);
    expect(expectedAttempts(0.3, 3)).toBeCloseTo(1.39, 12);
  });

  test('the table of the lesson holds', () => {
    const table = [0.1, 0.3, 0.5].map((chance) => [1, 2, 3, 5].map((attempts) => Number(chanceThatAllFail(chance, attempts).toFixed(8))));

    expect(table).toEqual([
      [0.1, 0.01, 0.001, 0.00001],
      [0.3, 0.09, 0.027, 0.00243],
      [0.5, 0.25, 0.125, 0.03125],
    ]);
  });

  test('waits that begin at 100 ms and double up to 2,000 ms', () => {
    expect(waitsMs('exponential', 8, 100, 2000)).toEqual([100, 200, 400, 800, 1600, 2000, 2000]);
  });

  test('no reply, with a loss of one in ten each way: the request was executed with 0.474', () => {
    const lost = 0.1;

    const executed = ((1 - lost) * lost) / (lost + (1 - lost) * lost);

    expect(executed).toBeCloseTo(0.473684, 6);
  });
});

describe('in words and in a link', () => {
  test('a client whose attempts are all in vain, and one that gets out', () => {
    expect(retrySentence(ALONE, runOf(ALONE))).toBe(
      'All 4 attempts land in the window, the last at 600 ms: 200 ms too early. The client gives up.',
    );
    const doubled: Plan = { ...ALONE, backoff: 'exponential' };
    expect(retrySentence(doubled, runOf(doubled))).toBe(
      'Attempt 4 lands outside the window, at 1,400 ms, and is answered. The 3 before it were in vain.',
    );
  });

  test('a permanent fault', () => {
    const plan: Plan = { ...ALONE, windowMs: Infinity };

    expect(retrySentence(plan, runOf(plan))).toBe('The fault is permanent. All 4 attempts land in it, and so would any other.');
  });

  test('a herd', () => {
    expect(retrySentence(HERD, runOf(HERD))).toBe(
      '40 clients send 200 requests. 10 are answered, the last at 800 ms; 30 give up. After the fault up to 40 requests come within 100 ms; the server can do 10.',
    );
  });

  test('a plan is written and read again, and what is none is not read', () => {
    const plans: readonly Plan[] = [INITIAL, { ...HERD, windowMs: Infinity, backoff: 'jitter' }];

    expect(plans.map((plan) => planCodec.read(planCodec.write(plan)))).toEqual(plans);
    expect(['', '800.fixed.9.1', '800.soon.4.1', '9999.fixed.4.1', '800.fixed.4.3'].map((text) => planCodec.read(text))).toEqual(
      Array(5).fill(undefined),
    );
  });
});
