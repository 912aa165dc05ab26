import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['haming', 'hamming'],
  ['hammign', 'hamming'],
  ['avalability', 'availability'],
  ['xyz', undefined],
  ['', undefined],
])('%j is meant to be %j', (word, meant) => {
  expect(nearest(word, ['hamming', 'availability', 'tmr-voter'])).toBe(meant);
});
