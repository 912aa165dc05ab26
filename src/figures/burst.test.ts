import { describe, expect, test } from 'vitest';
import { beginningAt, BIT_COUNT, burstCodec, burstSentence, receive, type Burst } from './burst.ts';

/** How many of all bursts of a length leave every word readable, and how many there are. */
function survived(length: 4 | 5, isInterleaved: boolean): [number, number] {
  const bursts = Array.from({ length: BIT_COUNT - length + 1 }, (_, start): Burst => ({ start, length, isInterleaved }));
  return [bursts.filter((burst) => receive(burst).every(({ isMended }) => isMended)).length, bursts.length];
}

describe('a burst', () => {
  test('of four is mended wherever it begins if the words are interleaved, and nowhere if they are not', () => {
    expect(survived(4, true)).toEqual([25, 25]);
    expect(survived(4, false)).toEqual([0, 25]);
  });

  test('of five is mended nowhere', () => {
    expect(survived(5, true)).toEqual([0, 24]);
    expect(survived(5, false)).toEqual([0, 24]);
  });

  test('of five costs one word, two bits of it, if the words are interleaved', () => {
    for (let start = 0; start <= BIT_COUNT - 5; start += 1) {
      expect(
        receive({ start, length: 5, isInterleaved: true })
          .map(({ wrong }) => wrong.length)
          .toSorted(),
      ).toEqual([1, 1, 1, 2]);
    }
  });

  test('begins early enough to end on the line', () => {
    expect(beginningAt(27, { start: 0, length: 5, isInterleaved: false }).start).toBe(23);
  });
});

describe('the sentence', () => {
  test('says which words are lost', () => {
    expect(burstSentence({ start: 5, length: 4, isInterleaved: false })).toBe(
      'The burst flips 4 neighbours on the line: 2 of word 1 and 2 of word 2. Words 1 and 2 are lost: more than one wrong bit there.',
    );
    expect(burstSentence({ start: 0, length: 5, isInterleaved: true })).toBe(
      'The burst flips 5 neighbours on the line: 2 of word 1, 1 of word 2, 1 of word 3 and 1 of word 4. Word 1 is lost: more than one wrong bit there.',
    );
  });

  test('says that all are mended', () => {
    expect(burstSentence({ start: 0, length: 4, isInterleaved: true })).toMatch(/so all four are mended\.$/);
  });
});

test('a burst is written and read again, and nothing else is read', () => {
  const burst: Burst = { start: 8, length: 4, isInterleaved: true };

  expect(burstCodec.write(burst)).toBe('9x4-interleaved');
  expect(burstCodec.read('9x4-interleaved')).toEqual(burst);
  expect(['', '0x4', '26x4', '25x5', '9x6', '9x4-spread'].map((text) => burstCodec.read(text))).toEqual(Array(6).fill(undefined));
});
