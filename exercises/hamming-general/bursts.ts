/** Interleaving: bursts in full blocks, step by step, and blocks that are not full. */
import { boolean, array, integer, nat, record, type Arbitrary } from 'fast-check';
import { returns, type Case } from '../../grader/checks/functionCheck.ts';
import { codeWord, flip, nearestData, speckled, streamOf, toBits, wordsOf } from './oracle.ts';

/** A stream of full blocks, and the bits of it that a burst hits, counted from 0. */
interface Burst {
  readonly words: readonly string[];
  readonly depth: number;
  readonly hits: readonly number[];
}

const NIBBLES = [11, 6, 0, 15].map((nibble) => codeWord(toBits(nibble, 4)));
const NIBBLES_STREAM = '0101110110010001010111011001';

export function* burstsInFullBlocks(): Iterable<Case> {
  yield returns('interleave', [NIBBLES, 4], NIBBLES_STREAM, 'These are the words of 11, 6, 0 and 15.');
  yield returns('deinterleave', [NIBBLES_STREAM, 7, 4], NIBBLES);
  for (let start = 0; start <= 24; start += 1) yield* burstSteps(burstOf(NIBBLES, 4, start));
  for (const [m, depth, blocks, step] of [
    [1, 2, 2, 1],
    [2, 3, 2, 4],
    [8, 3, 2, 6],
    [7, 5, 3, 23],
    [11, 2, 3, 11],
    [26, 8, 1, 80],
    [57, 4, 2, 169],
    [64, 2, 2, 73],
  ] as const) {
    const words = Array.from({ length: blocks * depth }, (_, word) => codeWord(speckled(m, word)));
    yield returns('interleave', [words, depth], streamOf(words, depth));
    for (let start = 0; start <= streamOf(words, depth).length - depth; start += step) yield* damagedSteps(burstOf(words, depth, start));
  }
  for (const length of [1, 2, 4, 8, 40]) {
    for (const depth of [2, 3, 7]) {
      for (const blocks of [1, 3]) yield* bothWays(length, depth, blocks * depth);
    }
  }
}

/** One call of a generated burst: to write, to read back, or to repair one of its words. */
export const oneStepOfABurst: Arbitrary<Case> = record({
  depth: integer({ min: 1, max: 6 }),
  blocks: integer({ min: 1, max: 3 }),
  m: integer({ min: 1, max: 30 }),
  salt: nat(1000),
  start: nat(1000),
  pattern: array(boolean(), { minLength: 6, maxLength: 6 }),
  step: nat(20),
}).map(({ depth, blocks, m, salt, start, pattern, step }) => {
  const words = Array.from({ length: blocks * depth }, (_, word) => codeWord(speckled(m, salt + word)));
  const whole = burstOf(words, depth, start % (streamOf(words, depth).length - depth + 1));
  const steps = [...burstSteps({ ...whole, hits: whole.hits.filter((_, at) => pattern[at]) })];
  return steps[step % steps.length] ?? returns('interleave', [words, depth], streamOf(words, depth));
});

export function* shortBlocks(): Iterable<Case> {
  const seven = [11, 6, 0, 15, 5, 9, 3].map((nibble) => codeWord(toBits(nibble, 4)));
  yield returns('interleave', [seven, 4], streamOf(seven, 4), 'The second block has three words.');
  yield returns('deinterleave', [streamOf(seven, 4), 7, 4], seven, 'The second block has three words.');
  yield returns('interleave', [[], 3], '', 'There are no words.');
  yield returns('deinterleave', ['', 7, 3], [], 'There are no words.');
  yield returns('interleave', [['0110011'], 4], '0110011', 'The only block has one word.');
  yield returns('deinterleave', ['0110011', 7, 4], ['0110011'], 'The only block has one word.');
  for (const depth of [1, 2, 3, 4, 5]) {
    for (let count = 1; count <= 9; count += 1) {
      if (depth > 1 && count % depth === 0) continue;
      for (const length of [1, 3, 8]) yield* bothWays(length, depth, count);
    }
  }
  for (const [length, depth, count] of [
    [40, 4, 7],
    [33, 100, 3],
    [130, 1, 4],
    [130, 7, 9],
  ] as const)
    yield* bothWays(length, depth, count);
}

export const someShortBlock: Arbitrary<Case> = record({
  length: integer({ min: 1, max: 40 }),
  depth: integer({ min: 1, max: 8 }),
  count: integer({ min: 0, max: 12 }),
  salt: nat(1000),
  back: boolean(),
}).map(({ length, depth, count, salt, back }) => {
  const [there, andBack] = bothWays(length, depth, count, salt);
  return back ? andBack : there;
});

function bothWays(length: number, depth: number, count: number, salt = 0): [Case, Case] {
  const words = Array.from({ length: count }, (_, word) => speckled(length, salt + word));
  const stream = streamOf(words, depth);
  return [returns('interleave', [words, depth], stream), returns('deinterleave', [stream, length, depth], wordsOf(stream, length, depth))];
}

/** A burst of `depth` bits from `start` on, each of them wrong. */
function burstOf(words: readonly string[], depth: number, start: number): Burst {
  return { words, depth, hits: Array.from({ length: depth }, (_, at) => start + at) };
}

function* burstSteps(burst: Burst): Iterable<Case> {
  yield returns('interleave', [burst.words, burst.depth], streamOf(burst.words, burst.depth));
  yield* damagedSteps(burst);
}

function* damagedSteps({ words, depth, hits }: Burst): Iterable<Case> {
  const stream = hits.reduce((bits, at) => flip(bits, at + 1), streamOf(words, depth));
  const length = words[0]?.length ?? 0;
  const damaged = wordsOf(stream, length, depth);
  yield returns(
    'deinterleave',
    [stream, length, depth],
    damaged,
    `A burst has flipped ${hits.length} bits, from bit ${(hits[0] ?? 0) + 1} on.`,
  );
  for (const [at, word] of damaged.entries()) {
    if (word !== words[at]) yield returns('correct', [word], nearestData(word), 'A burst has hit this word.');
  }
}
