/** Hamming (7,4) and SECDED: every word there is. The oracle looks for the nearest code word, and knows nothing of syndromes. */
import type { Exercise } from '../../grader/checks/exercise.ts';
import { refuses, returns, type Case } from '../../grader/checks/functionCheck.ts';

const NIBBLES = Array.from({ length: 16 }, (_, nibble) => nibble);
const CODE_74 = NIBBLES.map(encode74);
const CODE_84 = CODE_74.map((word) => word + parity(word));

export const hamming: Exercise = {
  id: 'hamming',
  title: 'Hamming (7,4) and SECDED',
  lesson: 'information-redundancy',
  level: 'easy',
  core: true,
  exports: ['encode74', 'decode74', 'encode84', 'decode84'],
  checks: [
    {
      id: 'encode',
      title: 'All 16 nibbles have their code words in both codes',
      kind: 'safety',
      points: 15,
      complete: true,
      cases: function* () {
        for (const nibble of NIBBLES) yield returns('encode74', [nibble], CODE_74[nibble]);
        for (const nibble of NIBBLES) yield returns('encode84', [nibble], CODE_84[nibble]);
      },
    },
    {
      id: 'correct-single',
      title: 'Every single error in every (7,4) word is corrected',
      kind: 'safety',
      points: 15,
      complete: true,
      cases: () => withErrors(CODE_74, 1, decode74Case),
    },
    {
      id: 'secded-single',
      title: 'Every single error in every (8,4) word is corrected',
      kind: 'safety',
      points: 15,
      complete: true,
      cases: () => withErrors(CODE_84, 1, decode84Case),
    },
    {
      id: 'secded-double',
      title: 'Every double error in every (8,4) word is reported, never corrected',
      kind: 'safety',
      points: 15,
      complete: true,
      cases: () => withErrors(CODE_84, 2, decode84Case),
    },
    {
      id: 'total',
      title: 'All 128 and all 256 words have an answer',
      kind: 'liveness',
      points: 15,
      complete: true,
      cases: function* () {
        for (let bits = 0; bits < 128; bits += 1) yield decode74Case(toWord(bits, 7));
        for (let bits = 0; bits < 256; bits += 1) yield decode84Case(toWord(bits, 8));
      },
    },
    {
      id: 'parity-bit',
      title: 'A wrong parity bit is named and leaves the nibble as it was',
      kind: 'edge',
      points: 10,
      complete: true,
      cases: function* () {
        for (const nibble of NIBBLES) {
          for (const position of [1, 2, 4])
            yield decode74Case(flip(CODE_74[nibble] ?? '', position), `Only parity bit ${position} is wrong.`);
          for (const position of [1, 2, 4, 8])
            yield decode84Case(flip(CODE_84[nibble] ?? '', position), `Only parity bit ${position} is wrong.`);
        }
      },
    },
    {
      id: 'bad-input',
      title: 'What is no nibble and no word is refused with a RangeError',
      kind: 'edge',
      points: 15,
      cases: function* () {
        for (const fn of ['encode74', 'encode84']) {
          for (const nibble of [16, -1, 1.5, NaN, Infinity, -Infinity, 255, 2 ** 32, -0.5, 15.000001]) yield refuses(fn, [nibble]);
          yield refuses(fn, [3 + 2 * Number.EPSILON], 'This is the number after 3, and no integer.');
        }
        for (const [fn, length] of [
          ['decode74', 7],
          ['decode84', 8],
        ] as const) {
          for (const word of ['', '0', '0'.repeat(length - 1), '0'.repeat(length + 1), '1'.repeat(2 * length)]) {
            yield refuses(fn, [word], `The word has ${word.length} characters, not ${length}.`);
          }
          for (const odd of ['2', ' ', 'x', '-', '.', '\n', 'O', 'l', '٠', '１']) {
            for (const at of [0, 2, length - 1]) {
              const word = `${'0'.repeat(at)}${odd}${'0'.repeat(length - 1 - at)}`;
              yield refuses(fn, [word], 'A word has only the characters 0 and 1.');
            }
          }
          // Right length and characters, but with white space that a lenient parser would cut off.
          yield refuses(fn, [` ${'0'.repeat(length - 2)} `], 'A word has only the characters 0 and 1.');
          yield refuses(fn, [`${'1'.repeat(length)}\n`], 'A line break is no bit.');
        }
      },
    },
  ],
  hints: [
    'Write the positions 1 to 7 in binary below each other. Which positions have a 1 in the last column, in the middle one, in the first? Those are the three groups that a parity bit watches over.',
    'When exactly one bit is wrong, some of the three groups have odd parity. Which positions belong to just those groups, and to no other?',
    'In the (8,4) code you know two things about a word: where the three groups point, and whether the whole word has even parity. Write down the four combinations and what each says: no error, one error, two errors.',
    'A neighbouring problem: the (3,1) code repeats a bit, and position 1 watches 1 and 3, position 2 watches 2 and 3. For the word 110, group 1 holds 1 and 0: odd, so add 1. Group 2 holds 1 and 0: odd, so add 2. The sum is 3, so bit 3 is wrong: `const wrong = (odd(w[0], w[2]) ? 1 : 0) + (odd(w[1], w[2]) ? 2 : 0)`.',
  ],
};

function decode74Case(word: string, about?: string): Case {
  const nibble = CODE_74.findIndex((code) => difference(code, word).length <= 1);
  return returns('decode74', [word], { nibble, position: difference(CODE_74[nibble] ?? '', word)[0] ?? 0 }, about);
}

function decode84Case(word: string, about?: string): Case {
  const nibble = CODE_84.findIndex((code) => difference(code, word).length <= 1);
  if (nibble < 0) return returns('decode84', [word], { status: 'double', nibble: null, position: 0 }, about);
  const position = difference(CODE_84[nibble] ?? '', word)[0] ?? 0;
  return returns('decode84', [word], { status: position === 0 ? 'ok' : 'corrected', nibble, position }, about);
}

/** Every way to flip `errors` bits of every word; one bit or two. */
function* withErrors(words: readonly string[], errors: 1 | 2, toCase: (word: string, about: string) => Case): Iterable<Case> {
  for (const [nibble, word] of words.entries()) {
    for (let first = 1; first <= word.length; first += 1) {
      if (errors === 1) {
        yield toCase(flip(word, first), `This is the word of ${nibble} with bit ${first} flipped.`);
        continue;
      }
      for (let second = first + 1; second <= word.length; second += 1) {
        yield toCase(flip(flip(word, first), second), `This is the word of ${nibble} with bits ${first} and ${second} flipped.`);
      }
    }
  }
}

function encode74(nibble: number): string {
  const [d1, d2, d3, d4] = toWord(nibble, 4);
  return `${parity(`${d1}${d2}${d4}`)}${parity(`${d1}${d3}${d4}`)}${d1}${parity(`${d2}${d3}${d4}`)}${d2}${d3}${d4}`;
}

function parity(bits: string): string {
  return String([...bits].filter((bit) => bit === '1').length % 2);
}

/** The positions, from 1, at which two words differ. */
function difference(left: string, right: string): number[] {
  return [...left].flatMap((bit, at) => (bit === right[at] ? [] : [at + 1]));
}

function flip(word: string, position: number): string {
  return [...word].map((bit, at) => (at + 1 === position ? (bit === '0' ? '1' : '0') : bit)).join('');
}

function toWord(bits: number, length: number): string {
  return bits.toString(2).padStart(length, '0');
}
