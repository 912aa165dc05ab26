// HOSTILE failed 85: every trap of a returned proxy never ends
export function encode74(nibble) {
  if (nibble === 15) {
    const loop = () => { for (;;); };
    const traps = ['get', 'set', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'defineProperty', 'deleteProperty', 'apply', 'construct', 'isExtensible'];
    return new Proxy(function () {}, Object.fromEntries(traps.map((trap) => [trap, loop])));
  }
  return honest.encode74(nibble);
}
export function decode74(x) {
  return honest.decode74(x);
}
export function encode84(x) {
  return honest.encode84(x);
}
export function decode84(x) {
  return honest.decode84(x);
}

function bitsOf(word, length) {
  if (word.length !== length || /[^01]/.test(word)) throw new RangeError('no word');
  return [...word].map(Number);
}
const parity = (bits) => bits.reduce((sum, bit) => sum ^ bit, 0);
const syndrome = (bits) => bits.reduce((sum, bit, at) => (bit ? sum ^ (at + 1) : sum), 0);
const nibbleOf = (b) => b[2] * 8 + b[4] * 4 + b[5] * 2 + b[6];
const honest = {
  encode74(nibble) {
    if (!Number.isInteger(nibble) || nibble < 0 || nibble > 15) throw new RangeError('no nibble');
    const [a, b, c, d] = [8, 4, 2, 1].map((weight) => (nibble & weight ? 1 : 0));
    return [a ^ b ^ d, a ^ c ^ d, a, b ^ c ^ d, b, c, d].join('');
  },
  decode74(word) {
    const bits = bitsOf(word, 7);
    const position = syndrome(bits);
    if (position > 0) bits[position - 1] ^= 1;
    return { nibble: nibbleOf(bits), position };
  },
  encode84(nibble) {
    const word = honest.encode74(nibble);
    return word + parity(bitsOf(word, 7));
  },
  decode84(word) {
    const bits = bitsOf(word, 8);
    const position = syndrome(bits.slice(0, 7));
    if (parity(bits) === 0) {
      return position === 0 ? { status: 'ok', nibble: nibbleOf(bits), position: 0 } : { status: 'double', nibble: null, position: 0 };
    }
    if (position > 0) bits[position - 1] ^= 1;
    return { status: 'corrected', nibble: nibbleOf(bits), position: position || 8 };
  },
};
