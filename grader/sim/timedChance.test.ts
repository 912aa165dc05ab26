import { expect, test } from 'vitest';
import { chanceFor, hash } from './chance.ts';

test('draws the same for the same seed and purpose, and something else for others', () => {
  const draws = (seed: number, what: string): number[] => {
    const chance = chanceFor(seed, what);
    return Array.from({ length: 5 }, () => chance.next());
  };

  expect(draws(1, 'a')).toEqual(draws(1, 'a'));
  expect(draws(1, 'a')).not.toEqual(draws(2, 'a'));
  expect(draws(1, 'a')).not.toEqual(draws(1, 'b'));
});

test('draws every whole number of a range, and no other', () => {
  const chance = chanceFor(7, 'dice');

  const thrown = new Set(Array.from({ length: 200 }, () => chance.between(1, 6)));

  expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('picks each of the choices now and then', () => {
  const chance = chanceFor(7, 'choice');

  expect(new Set(Array.from({ length: 50 }, () => chance.pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']));
});

test('shuffles into every order', () => {
  const chance = chanceFor(7, 'order');

  expect(new Set(Array.from({ length: 100 }, () => chance.shuffled([1, 2, 3]).join('')))).toHaveLength(6);
});

test('spreads the numbers of similar texts', () => {
  const buckets = new Set(Array.from({ length: 100 }, (_, at) => hash(1, `usual 1-2 ${at}`) % 100));

  expect(buckets.size).toBeGreaterThan(50);
});
