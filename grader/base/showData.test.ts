import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { Callback, Foreign, type Argument, type Crossed } from './data.ts';
import { anyData } from './dataForTests.ts';
import { MAX_SHOWN_CHARS } from './limits.ts';
import { showCall, showData, showPath } from './showData.ts';

test.each<[Argument | Crossed, string]>([
  ['0110011', "'0110011'"],
  ["it's a \\", "'it\\'s a \\\\'"],
  ['line\nbreak\tand tab', "'line\\nbreak\\tand tab'"],
  ['\u001b[31m\u202e\ud800\u0000', "'\\u001b[31m\\u202e\\ud800\\u0000'"],
  ['😀', "'😀'"],
  [-0, '-0'],
  [12n, '12n'],
  [undefined, 'undefined'],
  [[1, [2, 'x']], "[1, [2, 'x']]"],
  [{ position: 5, nibble: 11 }, '{ nibble: 11, position: 5 }'],
  [{ 'a-b': 1, $c: 2 }, "{ $c: 2, 'a-b': 1 }"],
  [{}, '{}'],
  [new Map([['a', 1]]), "new Map([['a', 1]])"],
  [new Set([1, 'x']), "new Set([1, 'x'])"],
  [Uint8Array.of(1, 2), 'Uint8Array.of(1, 2)'],
  [new Foreign('a function'), '‹a function›'],
  [new Callback('(x) => x + 1', (x) => Number(x) + 1), '(x) => x + 1'],
])('shows %o as a learner would type it', (value, text) => {
  expect(showData(value)).toBe(text);
});

test('shows a call as a learner would type it', () => {
  expect(showCall('decode74', ['0110111', { depth: 2 }])).toBe("decode74('0110111', { depth: 2 })");
});

test('cuts a long value and says how long it was, never in the middle of a character', () => {
  const text = showData(`${'x'.repeat(MAX_SHOWN_CHARS - 2)}😀${'y'.repeat(100)}`);

  expect(text).toBe(`'${'x'.repeat(MAX_SHOWN_CHARS - 2)}… (${MAX_SHOWN_CHARS + 102} characters)`);
});

test('shows every value as text that is safe to print and not too long', () => {
  assert(
    property(anyData, (value) => {
      const text = showData(value);

      expect(text).toMatch(/^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/);
      expect(text.isWellFormed()).toBe(true);
      expect(text.length).toBeLessThan(MAX_SHOWN_CHARS + 40);
    }),
  );
});

test('shows a path as a learner would type it, and cuts a long one', () => {
  expect(showPath('', 'nibble')).toBe('nibble');
  expect(showPath('items[0]', 'name')).toBe('items[0].name');
  expect(showPath('items', 'a b')).toBe("items['a b']");
  expect(showPath('', '\u001b[2J')).toBe("['\\u001b[2J']");
  expect(showPath('x', 'k'.repeat(100_000)).length).toBeLessThan(MAX_SHOWN_CHARS + 40);
});
