import { describe, expect, test } from 'vitest';
import { circleCodec, circleSentence, PUZZLE_COUNT, puzzleAt } from './circleWord.ts';
import { flip, syndrome } from './hammingCode.ts';

describe('each puzzle', () => {
  test.each(Array.from({ length: PUZZLE_COUNT }, (_, at) => at))('number %d is solved by exactly one flip', (at) => {
    const { word, puzzle } = puzzleAt(at);

    const solving = [1, 2, 3, 4, 5, 6, 7].filter((position) => syndrome(flip(word, position)) === 0);

    expect(solving).toEqual([syndrome(word)]);
    expect(circleSentence({ puzzle, word: flip(word, syndrome(word)) })).toMatch(/^All three circles are even with a single flip/);
  });

  test('is followed by another, and the last by the first', () => {
    expect(puzzleAt(PUZZLE_COUNT)).toEqual(puzzleAt(0));
  });
});

test('the first puzzle has the circles of groups 4 and 2 odd', () => {
  expect(circleSentence(puzzleAt(0))).toBe('The circles of groups 4 and 2 are odd, the third is even. One bit is wrong.');
});

test('three flips may lead to another code word', () => {
  const { word } = puzzleAt(0);

  expect(circleSentence({ puzzle: 0, word: [4, 3, 1].reduce(flip, word) })).toBe(
    'All three circles are even, but it took 3 flips: this is another code word, with the data 0000. One flip would have done.',
  );
});

test('a state is written and read again, and nothing else is read', () => {
  const state = puzzleAt(2);

  expect(circleCodec.read(circleCodec.write(state))).toEqual(state);
  expect(['', '0-0110011', '5-0110011', '1-011001', 'x'].map((text) => circleCodec.read(text))).toEqual(Array(5).fill(undefined));
});
