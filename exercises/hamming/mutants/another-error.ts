// MUTANT bad-input: bad input is refused with a plain Error.
export type Decoded84 =
  | { status: 'ok'; nibble: number; position: 0 }
  | { status: 'corrected'; nibble: number; position: number }
  | { status: 'double'; nibble: null; position: 0 };

export function encode74(nibble: number): string {
  if (!Number.isInteger(nibble) || nibble < 0 || nibble > 15) throw new RangeError(`${nibble} is no nibble`);
  const [d1, d2, d3, d4] = [8, 4, 2, 1].map((weight) => (nibble & weight ? 1 : 0));
  return [d1 ^ d2 ^ d4, d1 ^ d3 ^ d4, d1, d2 ^ d3 ^ d4, d2, d3, d4].join('');
}

export function decode74(word: string): { nibble: number; position: number } {
  const bits = bitsOf(word, 7);
  const position = syndrome(bits);
  if (position > 0) bits[position - 1] ^= 1;
  return { nibble: nibbleOf(bits), position };
}

export function encode84(nibble: number): string {
  const word = encode74(nibble);
  return word + parity(bitsOf(word, 7));
}

export function decode84(word: string): Decoded84 {
  const bits = bitsOf(word, 8);
  const position = syndrome(bits.slice(0, 7));
  if (parity(bits) === 0) {
    // An even number of bits is wrong: none, or two, and two never cancel out in the syndrome.
    return position === 0 ? { status: 'ok', nibble: nibbleOf(bits), position: 0 } : { status: 'double', nibble: null, position: 0 };
  }
  // An odd number is wrong, so one; if the first seven are in order, it is the eighth.
  if (position > 0) bits[position - 1] ^= 1;
  return { status: 'corrected', nibble: nibbleOf(bits), position: position || 8 };
}

/**
 * The exclusive or of the positions that hold a 1. In a code word it is 0, because each parity bit makes its own binary digit even; one
 * wrong bit changes it by just that bit's position. So it is the address of the error.
 */
function syndrome(bits: number[]): number {
  return bits.reduce((sum, bit, at) => (bit ? sum ^ (at + 1) : sum), 0);
}

function parity(bits: number[]): number {
  return bits.reduce((sum, bit) => sum ^ bit, 0);
}

function nibbleOf(bits: number[]): number {
  return bits[2] * 8 + bits[4] * 4 + bits[5] * 2 + bits[6];
}

function bitsOf(word: string, length: number): number[] {
  if (word.length !== length || /[^01]/.test(word)) throw new Error(`'${word}' is no word of ${length} bits`);
  return [...word].map(Number);
}
