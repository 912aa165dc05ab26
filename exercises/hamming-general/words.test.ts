import { check, property, sample } from 'fast-check';
import { expect, test } from 'vitest';
import { wordUpTo } from './words.ts';

const MOST = 122;

function lengthsOf(words: readonly string[]): Set<number> {
  return new Set(words.map((word) => word.length));
}

/** The word that fast-check ends at, where words that are `wrong` make a property fail. */
function smallest(wrong: (word: string) => boolean, seed: number): string | undefined {
  const details = check(
    property(wordUpTo(MOST), (word) => !wrong(word)),
    { seed, numRuns: 1000 },
  );
  return details.counterexample?.[0];
}

test('every length comes up, from no bits to the most', () => {
  const words = sample(wordUpTo(MOST), { seed: 1, numRuns: 5000 });

  expect(lengthsOf(words).size).toBe(MOST + 1);
  expect(words.filter((word) => !/^[01]*$/.test(word))).toEqual([]);
});

test('the words of one check are of many lengths, and hold both bits everywhere', () => {
  const words = sample(wordUpTo(MOST), { seed: 1, numRuns: 60 });

  expect(lengthsOf(words).size).toBeGreaterThan(30);
  expect(words.filter((word) => word.length > MOST / 2).length).toBeGreaterThan(15);
  for (let at = 1; at <= 40; at += 1) {
    const seen = new Set(words.map((word) => word.at(-at)));
    expect([at, seen.has('0'), seen.has('1')]).toEqual([at, true, true]);
  }
});

test.each([
  ['a word of some length', (word: string) => word.length >= 57, '0'.repeat(57)],
  ['a word with a one', (word: string) => word.includes('1'), '1'],
  ['a word with a one before its last three bits', (word: string) => word.slice(0, -3).includes('1'), '1000'],
])('%s shrinks to the smallest', (_what, wrong, expected) => {
  for (const seed of [1, 2, 3, 4, 5]) expect(smallest(wrong, seed)).toBe(expected);
});
