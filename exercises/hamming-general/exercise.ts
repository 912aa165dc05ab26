/** General Hamming codes and interleaving: known words, all short words, every length in part. The oracle knows no syndromes. */
import { integer, nat, tuple, type Arbitrary } from 'fast-check';
import type { Crossed } from '../../grader/base/data.ts';
import type { Exercise } from '../../grader/checks/exercise.ts';
import { returns, type Case } from '../../grader/checks/functionCheck.ts';
import { burstsInFullBlocks, oneStepOfABurst, shortBlocks, someShortBlock } from './bursts.ts';
import { codeWord, flip, leastCheckBits, nearestData, speckled, toBits } from './oracle.ts';
import { refusals } from './refusals.ts';
import { wordUpTo } from './words.ts';

/** Seven-bit ASCII in eleven bits, as the textbooks print it. */
const ASCII_WORDS = {
  H: '00110010000',
  a: '10111001001',
  m: '11101010101',
  i: '01101011001',
  n: '01101010110',
  g: '01111001111',
  ' ': '10011000000',
  c: '11111000011',
  o: '10101011111',
  d: '11111001100',
  e: '00111000101',
};

/** Sizes of data around the limits of the number of check bits: here every bit is flipped. */
const SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 26, 27];

/** Larger ones, where a search for the wrong bit takes long: here each check bit is flipped, and one bit in thirteen. */
const LARGE_SIZES = [57, 58, 120, 122];

export const hammingGeneral: Exercise = {
  id: 'hamming-general',
  title: 'Hamming codes of any length',
  lesson: 'information-redundancy',
  level: 'medium',
  core: false,
  exports: ['checkBits', 'encode', 'correct', 'interleave', 'deinterleave'],
  checks: [
    {
      id: 'encode',
      title: 'Data of every length becomes the code word',
      kind: 'safety',
      points: 20,
      cases: function* () {
        yield returns('encode', ['1011'], '0110011', 'This is the (7,4) word of 11.');
        for (let nibble = 0; nibble < 16; nibble += 1) yield encodeCase(toBits(nibble, 4));
        for (const [char, word] of Object.entries(ASCII_WORDS)) {
          yield returns('encode', [toBits(char.charCodeAt(0), 7)], word, `This is '${char}' in ASCII.`);
        }
        yield returns('encode', ['10011010'], '011100101010');
        for (let byte = 0; byte < 256; byte += 5) yield encodeCase(toBits(byte, 8));
        for (const data of wordsOfLength(1, 2, 3, 5)) yield encodeCase(data);
        for (let m = 1; m <= 122; m += 1) {
          yield encodeCase('1'.repeat(m));
          yield encodeCase(speckled(m, m));
        }
        yield returns('encode', [''], '', 'No data need no check bits.');
      },
      generated: { arbitrary: wordUpTo(122).map(encodeCase), runs: 60 },
    },
    {
      id: 'correct',
      title: 'Every single error is corrected, in check bits too',
      kind: 'safety',
      points: 25,
      cases: function* () {
        for (const m of SIZES) yield* wrongBits(speckled(m, m));
        for (const word of wordsOfLength(3, 5, 6, 7)) {
          const expected = nearestData(word);
          if (expected.status !== 'uncorrectable') yield returns('correct', [word], expected);
        }
        for (let m = 1; m <= 40; m += 1) {
          const data = speckled(m, 2 * m);
          const word = codeWord(data);
          yield errorCase(data, word, word.length);
        }
        for (const m of LARGE_SIZES) yield* someWrongBits(speckled(m, m));
        // Whoever leaves out a position sees it here, where every data bit is 1.
        for (const data of LARGE_SIZES.map((m) => '1'.repeat(m))) {
          yield returns('correct', [codeWord(data)], { status: 'ok', data, position: 0 }, `This is the code word of ${data.length} ones.`);
        }
        yield returns('correct', [''], { status: 'ok', data: '', position: 0 }, 'This is the word of no data.');
      },
      generated: {
        arbitrary: tuple(wordUpTo(122), nat(129)).map(([data, at]) => {
          const word = codeWord(data);
          return errorCase(data, word, at % (word.length + 1));
        }),
        runs: 60,
      },
    },
    {
      id: 'burst',
      title: 'In full blocks every burst of at most `depth` bits is repaired, and each word comes back in its place',
      kind: 'safety',
      points: 15,
      cases: burstsInFullBlocks,
      generated: { arbitrary: oneStepOfABurst, runs: 80 },
    },
    {
      id: 'beyond-the-end',
      title: 'An error that no position of the word explains is uncorrectable',
      kind: 'edge',
      points: 10,
      cases: function* () {
        const zero = '0'.repeat(11);
        yield returns(
          'correct',
          [flip(flip(zero, 4), 8)],
          { status: 'uncorrectable', data: null, position: 0 },
          'Bits 4 and 8 are wrong, which points at position 12 of 11.',
        );
        for (const word of wordsOfLength(5, 6)) yield beyondCase(word);
        for (const word of doubleErrors(zero)) yield beyondCase(word);
        for (const m of [5, 6, 8, 9, 10, 12, 13, 20, 25, 27, 33, 58, 122]) yield* inexplicable(speckled(m, m));
      },
    },
    {
      id: 'short-block',
      title: 'A last block of fewer words, blocks of one word, and no words',
      kind: 'edge',
      points: 10,
      cases: shortBlocks,
      generated: { arbitrary: someShortBlock, runs: 80 },
    },
    {
      id: 'bad-input',
      title: 'What is no word, no size and no depth is refused with a RangeError',
      kind: 'edge',
      points: 10,
      cases: refusals,
    },
    {
      id: 'least-bits',
      title: 'There are as few check bits as possible, at the exact limits too',
      kind: 'cost',
      points: 10,
      cases: function* () {
        for (let m = 0; m <= 130; m += 1) yield leastCase(m);
        for (let r = 2; r <= 40; r += 1) {
          const limit = 2 ** r - r - 1;
          yield leastCase(limit, `${r} check bits are just enough.`);
          yield leastCase(limit + 1, `${r} check bits are just too few.`);
          for (const m of [limit - 1, 2 ** r - r, 2 ** r - 1, 2 ** r, 2 ** r + 1]) if (m <= 2 ** 40) yield leastCase(m);
        }
      },
      generated: { arbitrary: size().map((m) => leastCase(m)), runs: 60 },
    },
  ],
  hints: [
    'The check bits must tell every single error from every other, and from none. How many answers is that for a word of m + r bits, and how many can r bits tell apart?',
    'Add up, without carrying, the numbers of all positions that hold a 1. What does that give for a code word? And after one bit has changed?',
    'In a word of 11 bits the groups can name 15 positions. What have you learned when they name the thirteenth?',
    'Draw four words below each other, and read the drawing column by column. How far apart are two neighbouring bits of one word in what you read? And in a last block of three words?',
    'A neighbouring problem: dealing cards. `deck` holds the cards of 3 players, dealt in turn. Player 1 has those at 1, 4, 7, …: `const hand = (player, players) => deck.filter((_, at) => at % players === player)`. When two more sit down at another table, that table deals to 2, not to 3.',
  ],
};

function encodeCase(data: string): Case {
  return returns('encode', [data], codeWord(data));
}

function leastCase(m: number, about?: string): Case {
  return returns('checkBits', [m], leastCheckBits(m), about);
}

/** The code word of `data` with the bit at `position` wrong; 0 for none. */
function errorCase(data: string, word: string, position: number): Case {
  if (position === 0) return returns('correct', [word], { status: 'ok', data, position });
  const about = `This is a code word with bit ${position} of ${word.length} flipped.`;
  return returns('correct', [flip(word, position)], { status: 'corrected', data, position }, about);
}

function* wrongBits(data: string): Iterable<Case> {
  const word = codeWord(data);
  for (let position = 0; position <= word.length; position += 1) yield errorCase(data, word, position);
}

/** Whether the answer to `word` is 'uncorrectable' where it must be, and nowhere else. What else it says is the business of `correct`. */
function beyondCase(word: string): Case {
  const expected = nearestData(word);
  if (expected.status === 'uncorrectable') return returns('correct', [word], expected);
  return { fn: 'correct', args: [word], expected: { kind: 'satisfies', text: `status '${expected.status}'`, holds: isExplained } };
}

function isExplained(answer: Crossed): boolean {
  return typeof answer === 'object' && answer !== null && 'status' in answer && (answer.status === 'ok' || answer.status === 'corrected');
}

function* someWrongBits(data: string): Iterable<Case> {
  const word = codeWord(data);
  for (let check = 1; check <= word.length; check *= 2) yield errorCase(data, word, check);
  for (let position = word.length; position >= 0; position -= 13) yield errorCase(data, word, position);
}

function* doubleErrors(word: string): Iterable<string> {
  for (let first = 1; first <= word.length; first += 1) {
    for (let second = first + 1; second <= word.length; second += 1) yield flip(flip(word, first), second);
  }
}

/** Pairs of errors, one of them in the last check bit, that no single error explains. */
function* inexplicable(data: string): Iterable<Case> {
  const word = codeWord(data);
  const last = 2 ** Math.floor(Math.log2(word.length));
  for (let first = last - 1; first >= Math.max(1, last - 4); first -= 1) {
    const damaged = flip(flip(word, first), last);
    const expected = nearestData(damaged);
    if (expected.status !== 'uncorrectable') continue;
    yield returns('correct', [damaged], expected, `This is a code word with bits ${first} and ${last} of ${word.length} flipped.`);
  }
}

function* wordsOfLength(...lengths: readonly number[]): Iterable<string> {
  for (const length of lengths) for (let value = 0; value < 2 ** length; value += 1) yield toBits(value, length);
}

/** Any size of data: of any magnitude, not only the largest. */
function size(): Arbitrary<number> {
  return tuple(integer({ min: 0, max: 40 }), integer({ min: 0, max: 2 ** 40 })).map(([power, m]) => m % (2 ** power + 1));
}
