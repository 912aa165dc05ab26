/** The numbers that the lesson on information redundancy states. */
import { describe, expect, test } from 'vitest';
import { dataOf, encode, flip, parityBitsFor, read, syndrome, withEighth } from './hammingCode.ts';

const DATA = Array.from({ length: 16 }, (_, value) => value.toString(2).padStart(4, '0'));
const SEVEN = DATA.map(encode);
const EIGHT = SEVEN.map(withEighth);

/** Every word of `words` with `count` of its bits flipped. */
function spoilt(words: readonly string[], count: number): { data: string; word: string }[] {
  return words.flatMap((word) => choose(word.length, count).map((at) => ({ data: dataOf(word), word: at.reduce(flip, word) })));
}

function choose(length: number, count: number, from = 1): number[][] {
  if (count === 0) return [[]];
  const rows: number[][] = [];
  for (let at = from; at <= length; at += 1) rows.push(...choose(length, count - 1, at + 1).map((rest) => [at].concat(rest)));
  return rows;
}

describe('seven bits', () => {
  test('1011 is sent as 0110011, and 0110111 points at bit 5', () => {
    expect(encode('1011')).toBe('0110011');
    expect(syndrome('0110111')).toBe(5);
    expect(read('0110111')).toEqual({ kind: 'corrected', data: '1011', position: 5 });
  });

  test('all 112 single errors are corrected', () => {
    const words = spoilt(SEVEN, 1);

    const right = words.filter(({ word, data }) => {
      const reading = read(word);
      return reading.kind === 'corrected' && reading.data === data;
    });

    expect([right.length, words.length]).toEqual([112, 112]);
  });

  test('all 336 double errors are read as a wrong code word', () => {
    const words = spoilt(SEVEN, 2);

    const wrong = words.filter(({ word, data }) => {
      const reading = read(word);
      return reading.kind === 'corrected' && reading.data !== data;
    });

    expect([wrong.length, words.length]).toEqual([336, 336]);
  });

  test('flipping bits 3 and 6 of 0110011 points at bit 5, and 0011 becomes what is read', () => {
    const word = flip(flip('0110011', 3), 6);

    expect(word).toBe('0100001');
    expect(read(word)).toEqual({ kind: 'corrected', data: '0101', position: 5 });
  });
});

describe('eight bits', () => {
  test('all 128 single errors are corrected', () => {
    const words = spoilt(EIGHT, 1);
    expect(words.filter(({ word, data }) => JSON.stringify(read(word)).includes(`"${data}"`)).length).toBe(128);
  });

  test('all 448 double errors are detected', () => {
    const words = spoilt(EIGHT, 2);
    expect([words.filter(({ word }) => read(word).kind === 'double').length, words.length]).toEqual([448, 448]);
  });

  test('all 896 triple errors are read as something else, silently', () => {
    const words = spoilt(EIGHT, 3);

    const silent = words.filter(({ word, data }) => {
      const reading = read(word);
      return reading.kind === 'corrected' && reading.data !== data;
    });

    expect([silent.length, words.length]).toEqual([896, 896]);
  });
});

test('the size of a code is the least that can address every bit and "none"', () => {
  expect([1, 4, 5, 11, 12, 26, 27, 57, 64, 120].map(parityBitsFor)).toEqual([2, 3, 4, 4, 5, 5, 6, 6, 7, 7]);
});

describe('four words, sent column by column', () => {
  const words = ['1011', '0110', '0000', '1111'].map(encode);
  const stream = Array.from({ length: 28 }, (_, at) => words[at % 4]?.[Math.floor(at / 4)]).join('');

  function survives(length: number, start: number): boolean {
    let broken = stream;
    for (let at = start; at < start + length; at += 1) broken = flip(broken, at + 1);
    return words.every((word, row) => {
      const received = [...broken].filter((_bit, at) => at % 4 === row).join('');
      const reading = read(received);
      return reading.kind !== 'double' && reading.data === dataOf(word);
    });
  }

  test('25 of 25 bursts of four bits are corrected', () => {
    expect(Array.from({ length: 25 }, (_, start) => survives(4, start)).filter(Boolean).length).toBe(25);
  });

  test('none of 24 bursts of five bits is', () => {
    expect(Array.from({ length: 24 }, (_, start) => survives(5, start)).filter(Boolean).length).toBe(0);
  });
});
