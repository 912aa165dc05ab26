/**
 * Four Hamming words of seven bits on a line that flips several neighbours at once, sent word after word or column by column.
 *
 * A bit is named by its word and its column; its turn is the place at which it is sent, from 0 to 27.
 */
import type { Codec } from '../lesson/figureLink.ts';
import { dataOf, encode, flip, read } from './hammingCode.ts';
import { listed } from './listed.ts';

const WORDS: readonly string[] = ['1011', '0110', '0000', '1111'].map(encode);
export const COLUMNS = 7;
export const BIT_COUNT = WORDS.length * COLUMNS;
export const LENGTHS = [4, 5] as const;

export interface Burst {
  /** The turn at which it begins; early enough to end on the line. */
  readonly start: number;
  readonly length: (typeof LENGTHS)[number];
  readonly isInterleaved: boolean;
}

export interface Received {
  readonly bits: string;
  /** The columns that were flipped. */
  readonly wrong: readonly number[];
  /** Whether the receiver reads what was sent. */
  readonly isMended: boolean;
}

export function turnOf(word: number, column: number, isInterleaved: boolean): number {
  return isInterleaved ? column * WORDS.length + word : word * COLUMNS + column;
}

/** The burst that begins at a turn, or as late as it can. */
export function beginningAt(turn: number, { length, isInterleaved }: Burst): Burst {
  return { start: Math.min(turn, BIT_COUNT - length), length, isInterleaved };
}

export function receive({ start, length, isInterleaved }: Burst): readonly Received[] {
  return WORDS.map((sent, word) => {
    const wrong = Array.from({ length: COLUMNS }, (_, column) => column).filter((column) => {
      const turn = turnOf(word, column, isInterleaved);
      return turn >= start && turn < start + length;
    });
    const bits = wrong.reduce((spoilt, column) => flip(spoilt, column + 1), sent);
    const reading = read(bits);
    return { bits, wrong, isMended: reading.kind !== 'double' && reading.data === dataOf(sent) };
  });
}

export function burstSentence(burst: Burst): string {
  const received = receive(burst);
  const lost = received.flatMap(({ isMended }, word) => (isMended ? [] : [`${word + 1}`]));
  const hit = received.flatMap(({ wrong }, word) => (wrong.length > 0 ? [`${wrong.length} of word ${word + 1}`] : []));
  const start = `The burst flips ${burst.length} neighbours on the line: ${listed(hit)}.`;
  if (lost.length === 0) return `${start} No word has more than one wrong bit, so all four are mended.`;
  return `${start} ${lost.length === 1 ? `Word ${lost[0] ?? ''} is` : `Words ${listed(lost)} are`} lost: more than one wrong bit there.`;
}

export const burstCodec: Codec<Burst> = {
  write: ({ start, length, isInterleaved }) => `${start + 1}x${length}${isInterleaved ? '-interleaved' : ''}`,
  read(text) {
    const [, start, size, interleaved] = /^(\d{1,2})x(\d)(-interleaved)?$/.exec(text) ?? [];
    const length = LENGTHS.find((known) => known === Number(size));
    const turn = Number(start) - 1;
    if (length === undefined || turn < 0 || turn > BIT_COUNT - length) return undefined;
    return { start: turn, length, isInterleaved: interleaved !== undefined };
  },
};
