// MUTANT correct: words are read in pieces of 100 bits, and the last bit of a piece is left out.
export type Corrected =
  | { status: 'ok'; data: string; position: 0 }
  | { status: 'corrected'; data: string; position: number }
  | { status: 'uncorrectable'; data: null; position: 0 };

export function checkBits(m: number): number {
  requireInteger(m, 0);
  let r = 0;
  // 2 ** r and not 1 << r, which knows only 32 bits.
  while (m + r + 1 > 2 ** r) r += 1;
  return r;
}

export function encode(data: string): string {
  requireBits(data);
  const length = data.length + checkBits(data.length);
  const bits: number[] = [];
  for (let position = 1, at = 0; position <= length; position += 1) bits.push(isPowerOfTwo(position) ? 0 : Number(data[at++]));
  // With all check bits 0, each odd group shows in the syndrome at the power of two that is also the place of its check bit.
  const odd = syndrome(bits);
  for (let check = 1; check <= length; check *= 2) bits[check - 1] = odd & check ? 1 : 0;
  return bits.join('');
}

export function correct(word: string): Corrected {
  requireBits(word);
  // A last position that is a power of two would be a check bit without data behind it, which is one too many.
  if (isPowerOfTwo(word.length)) throw new RangeError(`no code word has ${word.length} bits`);
  const bits = [...word].map(Number);
  let position = 0;
  for (let start = 0; start < bits.length; start += 100) {
    const end = Math.min(start + 99, bits.length);
    for (let at = start; at < end; at += 1) if (bits[at]) position ^= at + 1;
  }
  if (position > bits.length) return { status: 'uncorrectable', data: null, position: 0 };
  if (position === 0) return { status: 'ok', data: dataOf(bits), position: 0 };
  bits[position - 1] ^= 1;
  return { status: 'corrected', data: dataOf(bits), position };
}

export function interleave(words: readonly string[], depth: number): string {
  requireInteger(depth, 1);
  for (const word of words) {
    requireBits(word);
    if (word.length !== words[0].length) throw new RangeError('the words have different lengths');
  }
  let stream = '';
  for (let start = 0; start < words.length; start += depth) {
    const block = words.slice(start, start + depth);
    for (let bit = 0; bit < block[0].length; bit += 1) for (const word of block) stream += word[bit];
  }
  return stream;
}

export function deinterleave(stream: string, length: number, depth: number): string[] {
  requireBits(stream);
  requireInteger(length, 1);
  requireInteger(depth, 1);
  if (stream.length % length !== 0) throw new RangeError(`${stream.length} bits are no whole number of words of ${length}`);
  const words: string[] = [];
  for (let start = 0; start < stream.length; start += depth * length) {
    const block = stream.slice(start, start + depth * length);
    // The bits of one word are as far apart as the block has words, and the last block may have fewer.
    const rows = block.length / length;
    for (let row = 0; row < rows; row += 1) words.push([...block].filter((_, at) => at % rows === row).join(''));
  }
  return words;
}

/** The exclusive or of the positions that hold a 1: the address of the wrong bit, if just one is wrong. */
function syndrome(bits: number[]): number {
  return bits.reduce((sum, bit, at) => (bit ? sum ^ (at + 1) : sum), 0);
}

function dataOf(bits: number[]): string {
  return bits.filter((_, at) => !isPowerOfTwo(at + 1)).join('');
}

/** For positions in a word, which are far below 2^31. */
function isPowerOfTwo(position: number): boolean {
  return position > 0 && (position & (position - 1)) === 0;
}

function requireInteger(value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) throw new RangeError(`${value} is no whole number from ${least}`);
}

function requireBits(text: string): void {
  if (/[^01]/.test(text)) throw new RangeError('a word has only the characters 0 and 1');
}
