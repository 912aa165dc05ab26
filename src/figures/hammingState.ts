/** What is the case in the figure, and how the page's address says it: `0110111`, `01101110`, `0110111-sent`. */
import type { Codec } from '../lesson/figureLink.ts';
import { encode, flip, withEighth } from './hammingCode.ts';

export interface HammingState {
  /** Seven bits, or eight. */
  readonly word: string;
  /** Whether what was sent is shown. */
  readonly isTold: boolean;
}

/** Of eight bits; without the last it is the code word of seven. */
const SENT = withEighth(encode('1011'));

export function sentWith(length: number): string {
  return SENT.slice(0, length);
}

export const INITIAL_STATE: HammingState = { word: flip(sentWith(7), 5), isTold: false };

/** The same word without its eighth bit, or with the eighth as it was sent. */
export function withOtherLength({ word, isTold }: HammingState): HammingState {
  return { word: word.length === 8 ? word.slice(0, 7) : word + sentWith(8).slice(7), isTold };
}

export const HAMMING_CODEC: Codec<HammingState> = {
  write: ({ word, isTold }) => (isTold ? `${word}-sent` : word),
  read(text) {
    const [, word, told] = /^([01]{7,8})(-sent)?$/.exec(text) ?? [];
    return word === undefined ? undefined : { word, isTold: told !== undefined };
  },
};
