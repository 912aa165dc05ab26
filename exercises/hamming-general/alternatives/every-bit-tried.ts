// How it differs: it knows no syndrome; it tries every bit and encodes again, and interleaves by sorting.
export function checkBits(m: number): number {
  if (typeof m !== 'number' || !Number.isInteger(m) || Math.sign(m) < 0) throw new RangeError('m');
  let lo = 0,
    hi = 60;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (m + mid + 1 <= 2 ** mid) hi = mid;
    else lo = mid + 1;
  }
  return lo;
}
const POWERS = [1, 2, 4, 8, 16, 32, 64, 128, 256];
const positions = Array.from({ length: 130 }, (_, i) => i + 1).filter((p) => !POWERS.includes(p));
function check(s: string) {
  if (s.replaceAll('0', '').replaceAll('1', '') !== '') throw new RangeError('chars');
}
export function encode(data: string): string {
  check(data);
  const n = data.length + checkBits(data.length);
  const word = Array(n).fill(0);
  for (let i = 0; i < data.length; i++)
    if (data[i] === '1') {
      word[positions[i] - 1] ^= 1;
      for (const p of POWERS) if (p <= n && Math.floor(positions[i] / p) % 2) word[p - 1] ^= 1;
    }
  return word.join('');
}
const strip = (w: string) => positions.map((p) => w[p - 1] ?? '').join('');
export function correct(word: string) {
  check(word);
  if (POWERS.includes(word.length)) throw new RangeError('len');
  const flip = (p: number) => word.slice(0, p - 1) + (1 - Number(word[p - 1])) + word.slice(p);
  if (encode(strip(word)) === word) return { status: 'ok', data: strip(word), position: 0 };
  for (let p = 1; p <= word.length; p++) {
    const w = flip(p);
    if (encode(strip(w)) === w) return { status: 'corrected', data: strip(w), position: p };
  }
  return { status: 'uncorrectable', data: null, position: 0 };
}
function order(count: number, length: number, depth: number) {
  const all: [number, number][] = [];
  for (let w = 0; w < count; w++) for (let b = 0; b < length; b++) all.push([w, b]);
  const blk = (w: number) => Math.floor(w / depth);
  return all.sort((x, y) => blk(x[0]) - blk(y[0]) || x[1] - y[1] || x[0] - y[0]);
}
export function interleave(words: string[], depth: number) {
  if (!Number.isInteger(depth) || depth < 1) throw new RangeError('depth');
  words.forEach(check);
  if (words.some((w) => w.length !== words[0].length)) throw new RangeError('x');
  return order(words.length, words[0]?.length ?? 0, depth)
    .map(([w, b]) => words[w][b])
    .join('');
}
export function deinterleave(stream: string, length: number, depth: number) {
  if (!Number.isInteger(depth) || depth < 1 || !Number.isInteger(length) || length < 1 || stream.length % length)
    throw new RangeError('depth');
  check(stream);
  const words: string[] = Array.from({ length: stream.length / length }, () => '');
  order(words.length, length, depth).forEach(([w], i) => {
    words[w] += stream[i];
  });
  return words;
}
