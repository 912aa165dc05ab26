/**
 * The Hamming code of seven bits and its extension by an eighth, as the figure and the lesson's numbers need it.
 *
 * Words are strings of 0 and 1, position 1 on the left. Source: R. W. Hamming, "Error Detecting and Error Correcting Codes", 1950.
 */
export const GROUPS = [4, 2, 1] as const;
export type Group = (typeof GROUPS)[number];

/** Names of the bits at positions 1 to 8. */
export const BIT_NAMES = ['p1', 'p2', 'd1', 'p4', 'd2', 'd3', 'd4', 'p8'] as const;

const DATA_POSITIONS = [3, 5, 6, 7] as const;

export type Reading =
  | { readonly kind: 'ok'; readonly data: string }
  | { readonly kind: 'corrected'; readonly data: string; readonly position: number }
  | { readonly kind: 'double' };

export function isParityBit(position: number): boolean {
  return !(DATA_POSITIONS as readonly number[]).includes(position);
}

export function isIn(group: Group, position: number): boolean {
  return position < 8 && (position & group) !== 0;
}

/** The code word of four data bits, without the eighth. */
export function encode(data: string): string {
  const bits = [0, 0, data[0], 0, data[1], data[2], data[3]].map(Number);
  for (const group of GROUPS) bits[group - 1] = bits.reduce((sum, bit, at) => (isIn(group, at + 1) ? sum ^ bit : sum), 0);
  return bits.join('');
}

export function withEighth(word: string): string {
  return word + parity(word);
}

export function parity(bits: string): 0 | 1 {
  return [...bits].filter((bit) => bit === '1').length % 2 === 0 ? 0 : 1;
}

/** The groups whose parity is odd. */
export function oddGroups(word: string): readonly Group[] {
  return GROUPS.filter((group) => parity([...word].filter((_bit, at) => isIn(group, at + 1)).join('')) === 1);
}

export function syndrome(word: string): number {
  return oddGroups(word).reduce((sum, group) => sum + group, 0);
}

export function flip(word: string, position: number): string {
  return [...word].map((bit, at) => (at + 1 === position ? (bit === '0' ? '1' : '0') : bit)).join('');
}

export function dataOf(word: string): string {
  return DATA_POSITIONS.map((position) => word[position - 1]).join('');
}

/** What a receiver makes of a word of seven bits, or of eight. */
export function read(word: string): Reading {
  const position = syndrome(word);
  if (word.length === 7) {
    return position === 0 ? { kind: 'ok', data: dataOf(word) } : { kind: 'corrected', data: dataOf(flip(word, position)), position };
  }
  if (parity(word) === 0) return position === 0 ? { kind: 'ok', data: dataOf(word) } : { kind: 'double' };
  const wrong = position === 0 ? 8 : position;
  return { kind: 'corrected', data: dataOf(flip(word, wrong)), position: wrong };
}

/** The fewest parity bits that can address every bit of a word with `dataBits`, its own among them, and "none". */
export function parityBitsFor(dataBits: number): number {
  let bits = 0;
  while (2 ** bits < dataBits + bits + 1) bits += 1;
  return bits;
}
