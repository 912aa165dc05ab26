/** The voters, and what the lesson says about three readings. */
import { describe, expect, test } from 'vitest';
import { agreement, majorityOf, mean, midValue } from './votes.ts';

describe('an exact vote', () => {
  test('takes what more than half of all inputs say', () => {
    expect(majorityOf([8, 91, 8])).toBe(8);
    expect(majorityOf([8, undefined, 8])).toBe(8);
    expect(majorityOf([1, 1, 2, 3, 4])).toBeUndefined();
  });

  test('takes nothing if all differ, or if two are missing', () => {
    expect(majorityOf([1, 2, 3])).toBeUndefined();
    expect(majorityOf([undefined, undefined, 5])).toBeUndefined();
  });

  test('sees no majority in readings that differ a little', () => {
    expect(majorityOf([10, 10.1, 55])).toBeUndefined();
  });
});

describe('of the readings 10, 10.1 and 55', () => {
  test('the middle one is 10.1 and the mean 25.03', () => {
    expect(midValue([10, 10.1, 55])).toBe(10.1);
    expect(midValue([55, 10.1, 10])).toBe(10.1);
    expect(mean([10, 10.1, 55])).toBeCloseTo(25.03, 2);
  });

  test('two agree within 0.5', () => {
    expect(agreement([10, 10.1, 55], 0.5)).toBe(2);
  });

  test('the middle one stays between 10 and 10.1, whatever the third says', () => {
    for (let third = -1000; third <= 1000; third += 0.5) {
      const middle = midValue([10, 10.1, third]);
      expect(middle).toBeGreaterThanOrEqual(10);
      expect(middle).toBeLessThanOrEqual(10.1);
    }
  });
});

test('agreement does not hand itself on: 1.0, 1.4 and 1.8 with a tolerance of 0.5 are two, not three', () => {
  expect(agreement([1, 1.4, 1.8], 0.5)).toBe(2);
});
