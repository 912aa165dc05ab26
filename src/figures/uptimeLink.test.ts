import { describe, expect, test } from 'vitest';
import { INITIAL, INTERVALS, isWithin, MTTF_STEPS, MTTR_STEPS, stepNear, UPTIMES } from './uptimeLink.ts';

describe('a link to a year', () => {
  test('is read as it was written', () => {
    const state = { ...INITIAL, kind: 'random', mttf: 2000, mttr: 1 / 3, interval: INTERVALS[1], seed: 7 } as const;

    expect(UPTIMES.read(UPTIMES.write(state))).toEqual(state);
  });

  test.each(['', 'random', 'never,1000,1,day,1', 'random,0,1,day,1', 'random,1000,-1,day,1', 'random,1000,1,eon,1', 'random,1000,1,day,x'])(
    '“%s” is none',
    (text) => {
      expect(UPTIMES.read(text)).toBeUndefined();
    },
  );
});

test('a slider stands at the step that is nearest by ratio', () => {
  expect(stepNear(MTTF_STEPS, 1000)).toBe(9);
  expect(stepNear(MTTF_STEPS, 4000)).toBe(11);
  expect(stepNear(MTTR_STEPS, 0.5)).toBe(9);
});

test('a time that is doubled too often leaves its slider', () => {
  expect(isWithin(MTTF_STEPS, 64_000)).toBe(true);
  expect(isWithin(MTTF_STEPS, 128_000)).toBe(false);
});
