export type Decoded84 =
  | { status: 'ok'; nibble: number; position: 0 }
  | { status: 'corrected'; nibble: number; position: number }
  | { status: 'double'; nibble: null; position: 0 };

/** The (7,4) code word of a nibble: `encode74(11)` is '0110011'. */
export function encode74(nibble: number): string {
  // TODO: which bits does each parity bit watch over? And what if `nibble` is no nibble at all?
  return nibble.toString(2).padStart(7, '0');
}

/** The nibble, and the position of the bit that was wrong; 0 if none was. */
export function decode74(word: string): { nibble: number; position: number } {
  // TODO: a parity bit can be hit as well as any other.
  return { nibble: parseInt(word, 2), position: 0 };
}

/** The (7,4) word with an eighth bit that makes the parity of the whole word even. */
export function encode84(nibble: number): string {
  // TODO: over which bits is the eighth taken?
  return encode74(nibble) + '0';
}

export function decode84(word: string): Decoded84 {
  // TODO: two wrong bits must never pass for one.
  return { status: 'ok', nibble: parseInt(word, 2), position: 0 };
}
