/**
 * Hamming codes by their definition, and interleaving by sorting. No syndrome is computed: a wrong bit is found by trying each one,
 * and a place in the stream by writing down where every bit comes from.
 */

/** What `correct` answers. */
export type Corrected =
  | { readonly status: 'ok'; readonly data: string; readonly position: 0 }
  | { readonly status: 'corrected'; readonly data: string; readonly position: number }
  | { readonly status: 'uncorrectable'; readonly data: null; readonly position: 0 };

/** In whole numbers of any size, since `1 << r` ends at 31 bits. */
export function leastCheckBits(m: number): number {
  let r = 0n;
  while (BigInt(m) + r + 1n > 2n ** r) r += 1n;
  return Number(r);
}

/** The code word of `data`: each check bit is 1 if its group is odd without it. */
export function codeWord(data: string): string {
  const left = [...data];
  let word = '';
  for (let position = 1; left.length > 0; position += 1) word += isCheckBit(position) ? '0' : left.shift();
  return checkPositions(word).reduce((bits, check) => (isEven(word, check) ? bits : flip(bits, check)), word);
}

/** What one wrong bit at most can explain. `word` has the length of a code word. */
export function nearestData(word: string): Corrected {
  if (isCodeWord(word)) return { status: 'ok', data: dataOf(word), position: 0 };
  for (let position = 1; position <= word.length; position += 1) {
    const mended = flip(word, position);
    if (isCodeWord(mended)) return { status: 'corrected', data: dataOf(mended), position };
  }
  return { status: 'uncorrectable', data: null, position: 0 };
}

/** The stream of `words`: their bits sorted by block, then by place in the word, then by word. */
export function streamOf(words: readonly string[], depth: number): string {
  return sources(words.length, words[0]?.length ?? 0, depth)
    .map(({ word, bit }) => words[word]?.[bit] ?? '')
    .join('');
}

/** The words of a stream: each bit is put back where it came from. */
export function wordsOf(stream: string, length: number, depth: number): string[] {
  const count = stream.length / length;
  const words = Array.from({ length: count }, (): string[] => []);
  for (const [at, { word }] of sources(count, length, depth).entries()) words[word]?.push(stream[at] ?? '');
  return words.map((bits) => bits.join(''));
}

export function flip(word: string, position: number): string {
  return `${word.slice(0, position - 1)}${word[position - 1] === '0' ? '1' : '0'}${word.slice(position)}`;
}

/** A word with no pattern that a wrong order of its bits would keep. */
export function speckled(length: number, salt: number): string {
  return Array.from(
    { length },
    (_, at) => (Math.imul(Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b), 0xc2b2ae35) >>> 17) & 1,
  ).join('');
}

export function toBits(value: number, length: number): string {
  return value.toString(2).padStart(length, '0');
}

interface Source {
  readonly word: number;
  readonly bit: number;
}

/** Where each bit of a stream comes from, both counted from 0. */
function sources(count: number, length: number, depth: number): Source[] {
  // A number for each bit, in which its block counts most, then its place in the word, then its word: numbers alone are sorted fast.
  const keys = new Float64Array(count * length);
  for (let word = 0; word < count; word += 1) {
    const block = Math.floor(word / depth);
    for (let bit = 0; bit < length; bit += 1) keys[word * length + bit] = (block * length + bit) * count + word;
  }
  return Array.from(keys.sort(), (key) => ({ word: key % count, bit: Math.floor(key / count) % length }));
}

function isCodeWord(word: string): boolean {
  return checkPositions(word).every((check) => isEven(word, check));
}

/** Whether the group of the check bit at `check`, itself included, holds an even number of ones. */
function isEven(word: string, check: number): boolean {
  let even = true;
  for (let at = check; at <= word.length; at += 1) {
    if (Math.floor(at / check) % 2 === 1 && word[at - 1] === '1') even = !even;
  }
  return even;
}

function checkPositions(word: string): number[] {
  const positions = [];
  for (let position = 1; position <= word.length; position *= 2) positions.push(position);
  return positions;
}

function isCheckBit(position: number): boolean {
  return Number.isInteger(Math.log2(position));
}

function dataOf(word: string): string {
  return [...word].filter((_, at) => !isCheckBit(at + 1)).join('');
}
