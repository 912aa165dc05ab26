// How it differs: words are whole numbers of any size, groups are masks, and most of it is recursion.
export function checkBits(m: number): number {
  if (!Number.isSafeInteger(m) || m < 0) throw new RangeError('m');
  const go = (r: bigint): bigint => (BigInt(m) + r + 1n <= 1n << r ? r : go(r + 1n));
  return Number(go(0n));
}
const valid = (s: string) => {
  for (const c of s) if (c !== '0' && c !== '1') throw new RangeError(c);
};
const isPow = (p: number): boolean => p === 1 || (p > 1 && p % 2 === 0 && isPow(p / 2));
function mask(check: number, n: number): bigint {
  let m = 0n;
  for (let p = 1; p <= n; p++) if (p & check) m |= 1n << BigInt(p);
  return m;
}
function parity(x: bigint): number {
  let c = 0;
  while (x) {
    x &= x - 1n;
    c ^= 1;
  }
  return c;
}
export function encode(data: string): string {
  valid(data);
  const n = data.length + checkBits(data.length);
  let w = 0n;
  const place = (p: number, i: number): void => {
    if (p > n) return;
    if (isPow(p)) return place(p + 1, i);
    if (data[i] === '1') w |= 1n << BigInt(p);
    place(p + 1, i + 1);
  };
  place(1, 0);
  for (let c = 1; c <= n; c *= 2) if (parity(w & mask(c, n))) w |= 1n << BigInt(c);
  let out = '';
  for (let p = 1; p <= n; p++) out += (w >> BigInt(p)) & 1n ? '1' : '0';
  return out;
}
export function correct(word: string) {
  valid(word);
  const n = word.length;
  const sizes = new Set<number>();
  for (let m = 0; m <= n; m++) sizes.add(m + checkBits(m));
  if (!sizes.has(n)) throw new RangeError('length');
  let w = 0n;
  for (let p = 1; p <= n; p++) if (word[p - 1] === '1') w |= 1n << BigInt(p);
  let s = 0;
  for (let c = 1; c <= n; c *= 2) if (parity(w & mask(c, n))) s += c;
  if (s > n) return { position: 0, data: null, status: 'uncorrectable' };
  if (s) w ^= 1n << BigInt(s);
  let data = '';
  for (let p = 1; p <= n; p++) if (!isPow(p)) data += (w >> BigInt(p)) & 1n ? '1' : '0';
  return Object.freeze({ status: s ? 'corrected' : 'ok', data, position: s || -0 });
}
export function interleave(words: readonly string[], depth: number): string {
  if (!(depth >= 1 && depth % 1 === 0)) throw new RangeError('depth');
  words.forEach(valid);
  if (new Set(words.map((w) => w.length)).size > 1) throw new RangeError('lengths');
  if (words.length === 0) return '';
  const [head, tail] = [words.slice(0, depth), words.slice(depth)];
  return Array.from(head[0], (_, i) => head.map((w) => w.charAt(i)).join('')).join('') + interleave(tail, depth);
}
export function deinterleave(stream: string, length: number, depth: number): string[] {
  if (!(depth >= 1 && depth % 1 === 0) || !(length >= 1 && length % 1 === 0)) throw new RangeError('n');
  valid(stream);
  if (stream.length % length) throw new RangeError('rest');
  const count = stream.length / length;
  const out: string[] = Array(count).fill('');
  let at = 0;
  for (let b = 0; b * depth < count; b++)
    for (let i = 0; i < length; i++) for (let w = b * depth; w < Math.min(count, (b + 1) * depth); w++) out[w] += stream[at++];
  return out;
}
