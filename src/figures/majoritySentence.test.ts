import { expect, test } from 'vitest';
import { curveSentence } from './majoritySentence.ts';

test.each([
  [
    90,
    'R = 0.90: one module is right with probability 0.900, two of three with 0.972. Out of 1,000 runs one module spoils 100, three that vote spoil 28.',
  ],
  [50, 'R = 0.50: one module is right with probability 0.500, two of three with 0.500. Here voting changes nothing. Below, it does harm.'],
  [
    40,
    'R = 0.40: one module is right with probability 0.400, two of three with 0.352. Three are worse than one: more often than not, two of them fail.',
  ],
  [0, 'R = 0.00: one module is right with probability 0.000, two of three with 0.000. Voting changes nothing.'],
])('says of %d percent how one and three compare', (percent, sentence) => {
  expect(curveSentence({ view: 'reliability', percent, hundredths: 0 })).toBe(sentence);
});

test('says of a mission how much is left of one and of three', () => {
  expect(curveSentence({ view: 'time', percent: 0, hundredths: 10 })).toBe(
    'After 0.10 mean lifetimes one module still works with probability 0.905, two of three with 0.975. Out of 1,000 runs one module spoils 95, three that vote spoil 25.',
  );
});
