import { expect, test } from 'vitest';
import { dataLabel, dataWords } from './dataWords.ts';

test.each<[unknown, string, string]>([
  [{ type: 'ACK' }, 'ACK', 'ACK'],
  [{ type: 'decide', decision: 'abort' }, "decide { decision: 'abort' }", 'decide abort'],
  [{ seq: 1, type: 'REPLY', value: -2.5 }, 'REPLY { seq: 1, value: -2.5 }', 'REPLY 1 -2.5'],
  [{ type: 'ORAL', path: ['a', 'b'] }, "ORAL { path: ['a', 'b'] }", "ORAL ['a', 'b']"],
  [{ type: 'DATA', data: 'two words' }, "DATA { data: 'two words' }", "DATA 'two words'"],
  [{ type: 7 }, '{ type: 7 }', '{ type: 7 }'],
  [{ type: 'two words' }, "{ type: 'two words' }", "{ type: 'two words' }"],
  [{ 'a b': null }, "{ 'a b': null }", "{ 'a b': null }"],
  ['READY', "'READY'", 'READY'],
  [{}, '{}', '{}'],
  [[], '[]', '[]'],
  [true, 'true', 'true'],
  ['undefined', 'undefined', 'undefined'],
  ["new Map([['a', 1]])", "new Map([['a', 1]])", "new Map([['a', 1]])"],
  [{ type: 'SUM', value: '12n' }, 'SUM { value: 12n }', 'SUM 12n'],
  ['\u001b[2J', "'\\u001b[2J'", "'\\u001b[2J'"],
])('%j is said as %j and, where little room is, as %j', (value, words, label) => {
  expect([dataWords(value), dataLabel(value)]).toEqual([words, label]);
});

test('cuts what nobody would read to its end', () => {
  const words = dataWords({ type: 'DATA', data: Array.from({ length: 500 }, (_, at) => at) });

  expect(words).toHaveLength(400 + '… (2405 characters)'.length);
  expect(words).toMatch(/^DATA \{ data: \[0, 1, .*… \(2405 characters\)$/);
});
