import { expect, test } from 'vitest';
import { newCourseSearch } from './courseSearch.ts';
import { excerpt } from './excerpt.ts';

const section = (path: string, page: string, heading: string, text: string) => ({ path, page, heading, text });
const search = await newCourseSearch([
  section('lessons/codes', 'Codes', '', 'One bit is wrong. The syndrome tells which.'),
  section('lessons/codes#address', 'Codes', 'The syndrome is an address', 'These three digits name the position.'),
  section('exercises/voter', 'A voter', '', 'Three modules vote; the majority wins.'),
]);
const paths = (query: string): string[] => search.find(query).map(({ section: { path } }) => path);

test('a word in a heading counts more than one in the text', () => {
  expect(paths('syndrome')).toEqual(['lessons/codes#address', 'lessons/codes']);
});

test('the beginning of a word finds it, and so does a word with a letter wrong', () => {
  expect(paths('syn')).toContain('lessons/codes');
  expect(paths('majorty')).toEqual(['exercises/voter']);
});

test('all words must be there, unless no section has them all', () => {
  expect(paths('syndrome digits')).toEqual(['lessons/codes#address']);
  expect(paths('majority zebra')).toEqual(['exercises/voter']);
});

test('nothing is found for no word', () => {
  expect(paths('  ')).toEqual([]);
});

test('an excerpt begins shortly before the first match and marks each', () => {
  const text = `${'before '.repeat(30)}the Syndrome, not syndromes. ${'after '.repeat(40)}`;

  const pieces = excerpt(text, ['syndrome']);

  expect(pieces.map((piece) => piece.text).join('')).toMatch(/^… (before ){4,6}the Syndrome, not syndromes\. (after )+…$/);
  expect(pieces.filter((piece) => piece.isMatch)).toMatchObject([{ text: 'Syndrome' }]);
});

test('an excerpt of a text without a match is its beginning', () => {
  expect(excerpt('One bit is wrong.', [])).toEqual([{ at: 0, text: 'One bit is wrong.', isMatch: false }]);
});
