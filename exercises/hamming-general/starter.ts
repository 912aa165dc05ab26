export type Corrected =
  | { status: 'ok'; data: string; position: 0 }
  | { status: 'corrected'; data: string; position: number }
  | { status: 'uncorrectable'; data: null; position: 0 };

/** The least r with m + r + 1 <= 2^r. */
export function checkBits(m: number): number {
  // TODO: the check bits are bits of the word too, and m may need more than 32 bits.
  return Math.ceil(Math.log2(m + 1));
}

/** The code word of `data`: check bits at the powers of two, data bits at the other positions. */
export function encode(data: string): string {
  // TODO: which positions does a check bit watch over? And what if `data` holds other characters?
  return data;
}

/** The data of a word with at most one wrong bit. */
export function correct(word: string): Corrected {
  // TODO: two wrong bits can point at a position that the word does not have.
  return { status: 'ok', data: word, position: 0 };
}

/** The bits of each block of `depth` words, column by column. */
export function interleave(words: readonly string[], depth: number): string {
  // TODO: written one after the other, a word takes the whole burst.
  return words.join('');
}

/** The words of `length` bits that `interleave` made the stream from. */
export function deinterleave(stream: string, length: number, depth: number): string[] {
  // TODO: the last block may hold fewer words than the others.
  const words: string[] = [];
  for (let start = 0; start < stream.length; start += length) words.push(stream.slice(start, start + length));
  return words;
}
