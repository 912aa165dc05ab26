import { expect, test } from 'vitest';
import { queryWith, textIn } from './figureLink.ts';

test('a state is written beside those of other figures, and read again', () => {
  const query = queryWith('?other=a%26b', 'hamming', '01,1:x y');

  expect(query).toBe('?other=a%26b&hamming=01,1:x+y');
  expect(textIn(query, 'hamming')).toBe('01,1:x y');
  expect(textIn(query, 'other')).toBe('a&b');
});

test('a state replaces the one before it', () => {
  expect(queryWith('?hamming=1&other=2', 'hamming', '3')).toBe('?hamming=3&other=2');
});

test('a figure that is as it began leaves no trace', () => {
  expect(queryWith('?hamming=1', 'hamming', undefined)).toBe('');
  expect(queryWith('?hamming=1&other=2', 'hamming', undefined)).toBe('?other=2');
});

test('an address that does not name the figure says nothing', () => {
  expect(textIn('', 'hamming')).toBeUndefined();
  expect(textIn('?ham=1', 'hamming')).toBeUndefined();
});
