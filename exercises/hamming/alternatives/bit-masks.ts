// How it differs: words are integers and parities are counted with masks; -0 appears as a position; tables are built lazily.
const GROUPS = [0b1010101, 0b0110011, 0b0001111];
let table: Map<string, number> | undefined;

function parity(bits: number): number {
  let odd = 0;
  for (; bits !== 0; bits &= bits - 1) odd ^= 1;
  return odd;
}

function encodeBits(nibble: number): number {
  if (typeof nibble !== 'number' || nibble !== (nibble & 15)) throw RangeError();
  let word = ((nibble & 8) << 1) | (nibble & 7);
  GROUPS.forEach((mask, group) => {
    word |= parity(word & mask) << (7 - 2 ** group);
  });
  return word;
}

const text = (bits: number, length: number): string => (bits | (1 << length)).toString(2).slice(1);

export function encode74(nibble: number) {
  return text(encodeBits(nibble), 7);
}

export function encode84(nibble: number) {
  const word = encodeBits(nibble);
  return text(word * 2 + parity(word), 8);
}

function parse(word: string, length: number): number {
  let bits = 0;
  if (word.length != length) throw new RangeError();
  for (const char of word) {
    if (char !== '0' && char !== '1') throw new RangeError(char);
    bits = bits * 2 + (char === '1' ? 1 : 0);
  }
  return bits;
}

function nibbleOf(word: number): number {
  table ??= new Map(Array.from({ length: 16 }, (_, nibble) => [encode74(nibble), nibble]));
  return table.get(text(word, 7))!;
}

function locate(word: number): number {
  return GROUPS.reduce((sum, mask, group) => sum + (parity(word & mask) << group), 0);
}

export function decode74(word: string) {
  const bits = parse(word, 7);
  const position = locate(bits);
  return { nibble: nibbleOf(position ? bits ^ (1 << (7 - position)) : bits), position: position || -0 };
}

export function decode84(word: string) {
  const bits = parse(word, 8);
  const seven = bits >> 1;
  const position = locate(seven);
  if (!parity(bits))
    return position ? { status: 'double', nibble: null, position: 0 } : { status: 'ok', nibble: nibbleOf(seven), position: 0 };
  return { status: 'corrected', position: position || 8, nibble: nibbleOf(position ? seven ^ (1 << (7 - position)) : seven) };
}
