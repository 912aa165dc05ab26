import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contents } from './contentsArbitrary.ts';
import { fingerprint } from './fingerprint.ts';
import { isUntouched, merge, NOTHING } from './merge.ts';
import type { Attempt, DraftRecord, QuizAnswer, Snapshot } from './records.ts';

const STARTER = '// TODO\n';

function draft(source: string, at: number): DraftRecord {
  return { exercise: 'hamming', source, starter: fingerprint(STARTER), edits: 1, tab: 't', at };
}

function answer(chosen: number, isRight: boolean, at: number): QuizAnswer {
  return { question: 'partial-failure/1', chosen, isRight, at };
}

describe('the laws of merging', () => {
  test('it does not matter which of two comes first', () => {
    fc.assert(fc.property(contents, contents, (a, b) => void expect(merge(a, b)).toEqual(merge(b, a))));
  });

  test('merging the same again changes nothing', () => {
    fc.assert(
      fc.property(contents, contents, (a, b) => {
        const once = merge(a, b);

        expect(merge(once, b)).toEqual(once);
        expect(merge(once, a)).toEqual(once);
        expect(merge(once, once)).toEqual(once);
      }),
    );
  });

  test('nothing merged with a memory leaves it as it is', () => {
    fc.assert(fc.property(contents, (a) => void expect(merge(a, NOTHING)).toEqual(a)));
  });

  test('no text of a draft is lost, and none that was set aside', () => {
    fc.assert(
      fc.property(contents, contents, contents, (a, b, c) => {
        const merged = merge(merge(a, b), c);
        const texts = new Set([...merged.drafts, ...merged.snapshots].map(({ exercise, source }) => `${exercise} ${source}`));

        for (const one of [a, b, c]) {
          const wanted = [...one.drafts.filter((it) => !isUntouched(it)), ...one.snapshots.filter((it) => it.isKept)];
          for (const { exercise, source } of wanted) expect(texts).toContain(`${exercise} ${source}`);
        }
      }),
    );
  });

  test('no right answer becomes wrong, no passed check is forgotten, no finished lesson is unfinished', () => {
    fc.assert(
      fc.property(contents, contents, (a, b) => {
        const merged = merge(a, b);

        for (const { question, isRight } of a.answers) {
          const kept = merged.answers.find((it) => it.question === question);
          expect(kept?.isRight).toBe(isRight || kept?.isRight);
        }
        for (const { exercise, passed, score } of a.best) {
          const kept = merged.best.find((it) => it.exercise === exercise);
          expect(kept?.score).toBeGreaterThanOrEqual(score);
          expect(kept?.passed.map((check) => check.id)).toEqual(expect.arrayContaining(passed.map((check) => check.id)));
        }
        for (const { lesson, finishedAt } of a.lessons) {
          const kept = merged.lessons.find((it) => it.lesson === lesson);
          expect(kept?.finishedAt ?? Infinity).toBeLessThanOrEqual(finishedAt ?? Infinity);
        }
      }),
    );
  });
});

test('the newer draft wins, and the older becomes a snapshot', () => {
  const merged = merge({ ...NOTHING, drafts: [draft('mine', 1)] }, { ...NOTHING, drafts: [draft('theirs', 2)] });

  expect(merged.drafts).toEqual([draft('theirs', 2)]);
  expect(merged.snapshots).toEqual([{ exercise: 'hamming', source: 'mine', at: 1, why: 'import', isKept: true }]);
});

test('an untouched starter that loses leaves no snapshot', () => {
  const merged = merge({ ...NOTHING, drafts: [draft(STARTER, 1)] }, { ...NOTHING, drafts: [draft('mine', 2)] });

  expect(merged.snapshots).toEqual([]);
});

test('ten snapshots are kept, and beside them all that had to give way', () => {
  const taken = Array.from({ length: 14 }, (_, at): Snapshot => ({
    exercise: 'hamming',
    source: `v${at}`,
    at,
    why: 'run',
    isKept: at === 0,
  }));

  const merged = merge({ ...NOTHING, snapshots: taken }, NOTHING);

  expect(merged.snapshots.map(({ at }) => at).sort((a, b) => a - b)).toEqual([0, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
});

test('the last fifty attempts are kept', () => {
  const attempts = Array.from({ length: 60 }, (_, at): Attempt => ({
    exercise: 'hamming',
    at,
    verdict: 'failed',
    score: 0,
    maxScore: 100,
    checks: [],
    sha256: 'x',
  }));

  const merged = merge({ ...NOTHING, attempts: attempts.slice(0, 30) }, { ...NOTHING, attempts: attempts.slice(30) });

  expect(merged.attempts).toHaveLength(50);
  expect(Math.min(...merged.attempts.map(({ at }) => at))).toBe(10);
});

test.each([
  ['a right answer stays, whatever was tried later', answer(1, true, 5), answer(0, false, 9), answer(1, true, 5)],
  ['of two right answers the earlier stays', answer(1, true, 5), answer(1, true, 3), answer(1, true, 3)],
  ['of two wrong answers the later stays', answer(2, false, 5), answer(0, false, 9), answer(0, false, 9)],
])('%s', (_title, one, other, kept) => {
  expect(merge({ ...NOTHING, answers: [one] }, { ...NOTHING, answers: [other] }).answers).toEqual([kept]);
});
