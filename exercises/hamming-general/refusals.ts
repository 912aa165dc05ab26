/** The calls that hamming-general's contract answers with a RangeError, and no others: what is too long is not among them. */
import type { Argument } from '../../grader/base/data.ts';
import { refuses, type Case } from '../../grader/checks/functionCheck.ts';

const NO_BITS = ['2', ' ', 'x', '-', '.', '\n', 'O', 'l', '٠', '１'];
const NO_COUNTS = [-1, 1.5, NaN, Infinity, -Infinity, -0.5, 0.999999, -2, 2.0000001];

export function* refusals(): Iterable<Case> {
  for (const m of [...NO_COUNTS, -(2 ** 32), 2 ** 32 + 0.5, 2 ** 40 - 0.5]) yield refuses('checkBits', [m], 'This is no number of bits.');
  yield* otherCharacters('encode', (word) => [word]);
  yield* otherCharacters('correct', (word) => [word]);
  for (const length of [1, 2, 4, 8, 16, 32, 64, 128]) {
    yield refuses('correct', ['0'.repeat(length)], `No code word has ${length} bits.`);
    yield refuses('correct', ['1'.repeat(length)], `No code word has ${length} bits.`);
  }
  yield* interleaving();
  yield* deinterleaving();
}

function* interleaving(): Iterable<Case> {
  for (const depth of [0, ...NO_COUNTS]) yield refuses('interleave', [['010', '110', '111'], depth], 'This is no depth.');
  for (const words of [
    ['01', '011'],
    ['011', '01'],
    ['010', '11', '111'],
    ['010', '111', '1111'],
    ['', '1'],
    ['1', ''],
    // As many bits as two words of three.
    ['01', '0111'],
  ]) {
    for (const depth of [1, 2, 5]) yield refuses('interleave', [words, depth], 'The words have different lengths.');
  }
  yield* otherCharacters('interleave', (word) => [['0101010', word, '1100110'], 2]);
  yield* otherCharacters('interleave', (word) => [['0101010', '1100110', word], 2]);
}

function* deinterleaving(): Iterable<Case> {
  for (const depth of [0, ...NO_COUNTS]) yield refuses('deinterleave', ['010110', 3, depth], 'This is no depth.');
  for (const length of [0, ...NO_COUNTS]) yield refuses('deinterleave', ['010110', length, 2], 'This is no length.');
  for (const length of [0, -1, 1.5]) yield refuses('deinterleave', ['', length, 2], 'The stream is empty, but this is no length.');
  for (const [stream, length] of [
    ['01', 3],
    ['0101', 3],
    ['01011', 3],
    ['01', 7],
    ['010101011', 2],
    ['0'.repeat(27), 7],
    ['0'.repeat(131), 130],
  ] as const) {
    for (const depth of [1, 2, 3]) yield refuses('deinterleave', [stream, length, depth], 'The stream is no whole number of words.');
  }
  yield* otherCharacters('deinterleave', (stream) => [stream, 7, 2]);
}

/** Words of seven characters, one of them no bit. */
function* otherCharacters(fn: string, toArguments: (word: string) => readonly Argument[]): Iterable<Case> {
  for (const odd of NO_BITS) {
    for (const at of [0, 2, 6]) {
      yield refuses(fn, toArguments(`${'0'.repeat(at)}${odd}${'1'.repeat(6 - at)}`), 'A word has only the characters 0 and 1.');
    }
  }
}
