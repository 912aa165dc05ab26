import { expect, test } from 'vitest';
import { placeAt } from './place.ts';

test.each([
  [0, { line: 1, column: 1 }],
  [3, { line: 1, column: 4 }],
  [4, { line: 2, column: 1 }],
  [6, { line: 3, column: 1 }],
  [8, { line: 3, column: 3 }],
])('character %i stands where an editor shows it', (index, place) => {
  expect(placeAt('one\n\r\n😀x', index)).toEqual(place);
});
