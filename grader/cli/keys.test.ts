import { expect, test } from 'vitest';
import { keysIn } from './keys.ts';

test.each([
  ['q', ['q']],
  ['rr', ['r', 'r']],
  ['\u001b[C', ['\u001b[C']],
  ['\u001b[1;5Cn', ['\u001b[1;5C', 'n']],
  ['\u001b[15~', ['\u001b[15~']],
  ['\u001bOPh', ['\u001bOP', 'h']],
  ['\u001bq', ['\u001bq']],
  ['\u001b', ['\u001b']],
  ['\u001b\u001b[A', ['\u001b', '\u001b[A']],
  ['ä日😀', ['ä', '日', '😀']],
  ['\u0003', ['\u0003']],
  ['\n', ['\n']],
])('%j is the keys %j', (text, keys) => {
  expect(keysIn(text)).toEqual(keys);
});
