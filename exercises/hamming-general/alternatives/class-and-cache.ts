// How it differs: a class and a cache; answers are class instances; the place of every bit is computed; what is too long is refused too.
const cache = new Map<number, number>();
export const checkBits = (m: number): number => {
  if (!Number.isInteger(m) || m < 0 || m > 2 ** 40) throw RangeError(`${m}`);
  let hit = cache.get(m);
  if (hit === undefined) {
    hit = 0;
    for (let power = 1; m + hit + 1 > power; power += power) hit++;
    cache.set(m, hit);
  }
  return hit;
};
class Word {
  bits: Uint8Array;
  constructor(text: string) {
    this.bits = new Uint8Array(text.length + 1);
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i) - 48;
      if (code !== 0 && code !== 1) throw new RangeError();
      this.bits[i + 1] = code;
    }
  }
  get length() {
    return this.bits.length - 1;
  }
  parity(check: number) {
    let sum = 0;
    for (let p = check; p <= this.length; p += 2 * check) for (let q = p; q < p + check && q <= this.length; q++) sum += this.bits[q];
    return sum % 2;
  }
  data() {
    let out = '';
    for (let p = 3; p <= this.length; p++) if (p & (p - 1)) out += this.bits[p];
    return out;
  }
  toString() {
    return this.bits.subarray(1).join('');
  }
}
export function encode(data: string) {
  new Word(data);
  const r = checkBits(data.length);
  let text = '',
    at = 0;
  for (let p = 1; p <= data.length + r; p++) text += p & (p - 1) ? data[at++] : '0';
  const word = new Word(text);
  for (let k = 0; k < r; k++) word.bits[1 << k] = word.parity(1 << k);
  return `${word}`;
}
class Answer {
  constructor(
    public status: string,
    public data: string | null,
    public position: number,
  ) {}
}
export function correct(text: string) {
  const word = new Word(text);
  const n = word.length;
  let r = 0;
  while (2 ** r <= n) r++;
  if (n > 0 && checkBits(n - r < 0 ? 0 : n - r) !== r) throw new RangeError('length');
  if (n === 1) throw new RangeError('length');
  let s = 0;
  for (let k = 0; k < r; k++) s += word.parity(2 ** k) * 2 ** k;
  if (s === 0) return new Answer('ok', word.data(), 0);
  if (s > n) return new Answer('uncorrectable', null, 0);
  word.bits[s] = 1 - word.bits[s];
  return new Answer('corrected', word.data(), s);
}
export function interleave(words: readonly string[], depth: number) {
  if (!Number.isInteger(depth) || depth <= 0) throw new RangeError();
  const length = words.length ? words[0].length : 0;
  for (const w of words) {
    new Word(w);
    if (w.length !== length) throw new RangeError();
  }
  const out = new Array<string>(length * words.length);
  for (let w = 0; w < words.length; w++) {
    const block = Math.floor(w / depth),
      rows = Math.min(depth, words.length - block * depth);
    for (let b = 0; b < length; b++) out[block * depth * length + b * rows + (w % depth)] = words[w][b];
  }
  return out.join('');
}
export function deinterleave(stream: string, length: number, depth: number) {
  for (const n of [length, depth]) if (!Number.isInteger(n) || n <= 0) throw new RangeError();
  new Word(stream);
  const count = stream.length / length;
  if (!Number.isInteger(count)) throw new RangeError();
  return Array.from({ length: count }, (_, w) => {
    const block = Math.floor(w / depth),
      rows = Math.min(depth, count - block * depth);
    return Array.from({ length }, (_, b) => stream[block * depth * length + b * rows + (w % depth)]).join('');
  });
}
