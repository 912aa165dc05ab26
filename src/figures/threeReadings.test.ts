import { expect, test } from 'vitest';
import { judge, MOST_TENTHS, readingsSentence } from './threeReadings.ts';

test('a third reading of 55 moves the mean to 25.03 and leaves the middle at 10.1', () => {
  expect(readingsSentence(55)).toBe(
    'The mean is 25.03. No two are equal, so an exact vote gives nothing. The middle one is 10.1. Two agree within 0.5.',
  );
});

test('a third reading that equals another has an exact majority', () => {
  expect(readingsSentence(10)).toBe(
    'The mean is 10.03. Two are equal, so an exact vote gives 10. The middle one is 10. All three agree within 0.5.',
  );
});

test('the third alone moves the mean from 6.70 to 26.70, and the middle only from 10 to 10.1', () => {
  const verdicts = Array.from({ length: MOST_TENTHS + 1 }, (_, tenths) => judge(tenths / 10));
  const means = verdicts.map((verdict) => verdict.mean);
  const middles = verdicts.map((verdict) => verdict.middle);

  expect([Math.min(...means).toFixed(2), Math.max(...means).toFixed(2)]).toEqual(['6.70', '26.70']);
  expect([Math.min(...middles), Math.max(...middles)]).toEqual([10, 10.1]);
});
