import { expect, test } from 'vitest';
import { partsOf, plain, textsIn } from './mdxText.ts';

test('a tag goes, what it encloses stays', () => {
  expect(partsOf('a <Term id="x">partial failure</Term> is 2<sup>r</sup>').prose).toBe('a partial failure is 2r');
});

test('a tag ends where its strings and braces have ended', () => {
  const mdx = `<Predict
  ask="Is 1 > 0?"
  choices={[{ text: 'p → q > r', why: 'it\\'s {not}' }]}
>

Revealed.

</Predict>`;

  expect(partsOf(mdx).prose.trim()).toBe('Revealed.');
});

test('a tag says its question and its choices, but no ids', () => {
  const tag = `<Predict id="partial-failure" ask="Is 1 > 0?" choices={[{ text: 'Yes', why: 'It isn\\'t less.' }]}>`;

  expect(textsIn(tag)).toEqual(['Is 1 > 0?', "It isn\\'t less."]);
});

test('what only looks like a tag stays', () => {
  expect(partsOf('if a < b and 1 <2').prose).toBe('if a < b and 1 <2');
});

test('marks, links and line breaks become words', () => {
  const markdown = '## The _idea_\n\n> **“Claim.”** See [the lesson](/lessons/x#y),\nand `VOTE_REQUEST`.\n- one';

  expect(plain(markdown)).toBe('The idea “Claim.” See the lesson, and VOTEREQUEST. one');
});
