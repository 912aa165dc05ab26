/**
 * A Hamming word drawn as three overlapping circles, one for each group: a bit lies in the circles of the groups that watch it.
 *
 * A series of puzzles, each one flip away from a code word.
 */
import type { Codec } from '../lesson/figureLink.ts';
import { dataOf, encode, flip, oddGroups } from './hammingCode.ts';
import { listed } from './listed.ts';

/** The code word of the data, and the bit that was flipped on the way. */
const PUZZLES = [
  { data: '1010', wrong: 6 },
  { data: '0111', wrong: 4 },
  { data: '1100', wrong: 7 },
  { data: '0001', wrong: 3 },
] as const;

export interface CircleState {
  /** Index of the puzzle. */
  readonly puzzle: number;
  readonly word: string;
}

export const PUZZLE_COUNT = PUZZLES.length;

export function puzzleAt(puzzle: number): CircleState {
  const { data, wrong } = PUZZLES[puzzle % PUZZLES.length] ?? PUZZLES[0];
  return { puzzle: puzzle % PUZZLES.length, word: flip(encode(data), wrong) };
}

/** How many bits differ from what the puzzle began with. */
function flipsIn({ puzzle, word }: CircleState): number {
  const start = puzzleAt(puzzle).word;
  return [...word].filter((bit, at) => bit !== start[at]).length;
}

export function circleSentence(state: CircleState): string {
  const odd = oddGroups(state.word);
  const flips = flipsIn(state);
  if (odd.length > 0) {
    const which = odd.length === 1 ? `The circle of group ${odd[0] ?? ''} is` : `The circles of groups ${listed(odd.map(String))} are`;
    const rest = odd.length === 3 ? '' : odd.length === 2 ? ', the third is even' : ', the other two are even';
    return `${which} odd${rest}. ${flips === 0 ? 'One bit is wrong.' : `You have flipped ${flips === 1 ? '1 bit' : `${flips} bits`}.`}`;
  }
  if (flips === 1) return `All three circles are even with a single flip. The data are ${dataOf(state.word)}.`;
  return `All three circles are even, but it took ${flips} flips: this is another code word, with the data ${dataOf(state.word)}. One flip would have done.`;
}

export const circleCodec: Codec<CircleState> = {
  write: ({ puzzle, word }) => `${puzzle + 1}-${word}`,
  read(text) {
    const [, puzzle, word] = /^(\d)-([01]{7})$/.exec(text) ?? [];
    const at = Number(puzzle) - 1;
    return word !== undefined && at >= 0 && at < PUZZLE_COUNT ? { puzzle: at, word } : undefined;
  },
};
