import { array, assert, constantFrom, integer, oneof, option, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deviation } from './timedDeviation.ts';
import { planForTests } from './timedForTests.ts';
import { isPossible, scheduleFrom, scheduleText } from './timedSchedule.ts';

const time = integer({ min: 0, max: 100_000 });
const process = integer({ min: 1, max: 5 });
const link = { from: process, to: process };
const window = { ...link, since: time, until: time };

const deviation: Arbitrary<Deviation> = oneof(
  record({ kind: constantFrom('crash' as const), process, at: time }),
  record({ kind: constantFrom('crash' as const), process, at: time, effects: integer({ min: 0, max: 9 }) }),
  record({ kind: constantFrom('recover' as const), process, at: time }),
  record({ kind: constantFrom('lose' as const, 'wild' as const), ...window }),
  record({ kind: constantFrom('delay' as const), ...window, delay: time }),
  record({ kind: constantFrom('gap' as const, 'overtake' as const), ...link, slot: integer({ min: 0, max: 19 }) }),
);

describe('the text of a schedule', () => {
  test('is short and says what deviates', () => {
    const text = scheduleText({
      scenario: 3,
      seed: 1204,
      deviations: [
        { kind: 'crash', process: 2, at: 1500, effects: 3 },
        { kind: 'recover', process: 2, at: 1700 },
        { kind: 'lose', from: 2, to: 1, since: 700, until: 1400 },
        { kind: 'delay', from: 2, to: 1, since: 300, until: 400, delay: 1000 },
        { kind: 'wild', from: 1, to: 2, since: 0, until: 3000 },
        { kind: 'gap', from: 1, to: 2, slot: 5 },
        { kind: 'overtake', from: 2, to: 1, slot: 19 },
      ],
      until: 4100,
      check: 'accuracy',
    });

    expect(text).toBe('3.1204.c2@1500+3.r2@1700.l2-1@700-1400.d2-1@300-400:1000.w1-2@0-3000.g1-2@5.h2-1@19.e4100.accuracy');
  });

  test('is read as it was written', () => {
    const schedule = record({
      scenario: integer({ min: 0, max: 20 }),
      seed: integer({ min: 0, max: 100_000 }),
      deviations: array(deviation),
      until: option(time, { nil: undefined }),
      check: option(constantFrom('calm', 'old-heartbeats'), { nil: undefined }),
    });
    assert(
      property(schedule, (one) => {
        expect(scheduleFrom(scheduleText(one), ['calm', 'old-heartbeats'])).toEqual(one);
      }),
    );
  });

  test.each([
    '',
    '0',
    '0.x',
    '-1.2',
    '0.1.c2',
    '0.1.c2@',
    '0.1.q2@5',
    '0.1.r2@5+1',
    '0.1.l1-2@5',
    '0.1.d1-2@5-6',
    '0.1.accuracies',
    '0.1.e5.c1@5',
    '0..1',
  ])('that no run has is refused: %j', (text) => {
    expect(scheduleFrom(text, ['accuracy'])).toBeUndefined();
  });
});

describe('deviations', () => {
  const crash = (number: number): Deviation => ({ kind: 'crash', process: number, at: 100 * number });
  const recover: Deviation = { kind: 'recover', process: 1, at: 50 };

  test.each<[string, Deviation[], boolean]>([
    ['crashes of all but one', [crash(1), crash(2)], true],
    ['crashes of all', [crash(1), crash(2), crash(3)], false],
    ['two recoveries', [crash(1), recover, recover], true],
    ['three recoveries', [crash(1), recover, recover, recover], false],
    ['a process that is not there', [crash(4)], false],
    ['a link to nowhere', [{ kind: 'lose', from: 1, to: 9, since: 0, until: 1 }], false],
  ])('are possible or not: %s', (_what, deviations, possible) => {
    expect(isPossible(planForTests(3), deviations)).toBe(possible);
  });
});
