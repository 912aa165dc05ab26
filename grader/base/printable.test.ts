import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from './printable.ts';

test.each([
  ['a line\nand a\ttab', 'a line\nand a\ttab'],
  ['\u001b[31mred', '␛[31mred'],
  ['bell\u0007, NUL\0', 'bell␇, NUL␀'],
  ['line ends of Windows\r\n', 'line ends of Windows\n'],
  ['back to the start\rover it', 'back to the start␍over it'],
  ['\u202egnorw\u2069', '\ufffdgnorw\ufffd'],
  ['a line\u2028a paragraph\u2029', 'a line\ufffda paragraph\ufffd'],
  ['C1: \u009b', 'C1: \ufffd'],
  ['half: \ud800', 'half: \ufffd'],
  ['whole: 😀 é ٠', 'whole: 😀 é ٠'],
])('makes %j safe to print', (text, safe) => {
  expect(printable(text)).toBe(safe);
});

test('changes nothing that is safe already', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});
