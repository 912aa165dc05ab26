import { expect, test } from 'vitest';
import { progressBar, wrappedWords } from './watchLines.ts';

test.each([
  [0, 11, 60, '░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ words'],
  [7, 11, 60, '███████████████████░░░░░░░░░░░ words'],
  [7, 11, 16, '██████░░░░ words'],
  [11, 11, 16, '██████████ words'],
  [10, 11, 16, '█████████░ words'],
])('a bar of %i of %i fits %i columns, and is full only at the end', (done, all, columns, line) => {
  expect(progressBar(done, all, 'words', columns)).toBe(line);
});

test('a bar without a place leaves its words', () => {
  expect(progressBar(7, 11, '7 of 11 exercises pass', 24)).toBe('7 of 11 exercises pass');
  expect(progressBar(7, 11, '7 of 11 exercises pass', 12)).toBe('7 of 11\nexercises\npass');
});

test.each([
  ['fits as it is', 'fits as it is'],
  ['a line that is too long', 'a line that is\ntoo long'],
  ['  indented lines stay so', '  indented\n  lines stay so'],
  ['> in hand, of many', '> in hand, of\n  many'],
  ['two  columns  kept', 'two  columns \nkept'],
  ['one\n\nanother', 'one\n\nanother'],
  ['unbreakableunbreakable word', 'unbreakableunbreakable\nword'],
  ['\u001b[31mFAILED\u001b[0m  encode', '\u001b[31mFAILED\u001b[0m  encode'],
])('%j is broken between words', (text, lines) => {
  expect(wrappedWords(text, 15)).toBe(lines);
});
