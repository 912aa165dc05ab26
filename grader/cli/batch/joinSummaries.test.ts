import { expect, test } from 'vitest';
import { joinSummaries, type Part } from './joinSummaries.ts';
import { standingOf } from './standing.ts';
import type { Summary } from './summary.ts';

function part(out: string, changes: Partial<Summary> = {}, names: readonly string[] = [out]): Part {
  const submissions = names.map((submission) => standingOf({ submission, refused: undefined, skipped: 0, answers: [] }));
  const counts = { error: 0, failed: 0, inconclusive: 0, passed: 0, empty: 0 };
  return {
    out,
    summary: { schema: 'faultline-batch/1', grader: { version: '1.0.0', seed: 1 }, counts, exercises: [], submissions, ...changes },
  };
}

test.each([
  [
    [part('a'), part('b', { grader: { version: '1.0.1', seed: 1 } })],
    'a was graded with grader version 1.0.0, and b with grader version 1.0.1',
  ],
  [[part('a'), part('b', { grader: { version: '1.0.0', seed: 2 } })], 'a was graded with seed 1, and b with seed 2'],
  [[part('a', { shard: { index: 1, count: 2 } }), part('b', { shard: { index: 1, count: 3 } })], 'cut differently: into 2, into 3'],
  [[part('a', { shard: { index: 1, count: 3 } })], 'Of 3 shards, 2, 3 are missing'],
  [[part('a', { anonymised: 'k1' }), part('b', { anonymised: 'k2' })], 'a and b do not hide names with the same key'],
  [[part('a'), part('b', { anonymised: 'k2' })], 'a and b do not hide names with the same key'],
  [[part('a', {}, ['..'])], 'could lead out of its folder'],
  [[part('a', {}, ['x\\y'])], 'could lead out of its folder'],
])('refuses what does not belong together (%#)', (parts, message) => {
  expect(() => joinSummaries(parts, false)).toThrow(message);
});

test('refuses two results for one submission, and takes one result twice', () => {
  const [a, b] = [part('a', {}, ['anna']), part('b', {}, ['anna', 'bert'])];

  expect(joinSummaries([a, b], false).written.map((one) => [one.from, one.written.submission])).toEqual([
    ['a', 'anna'],
    ['b', 'bert'],
  ]);
  const other = part('b', { submissions: [standingOf({ submission: 'anna', refused: undefined, skipped: 1, answers: [] })] });
  expect(() => joinSummaries([a, other], false)).toThrow('anna has other results in b than in a');
});

test('joins what is there where that is asked for', () => {
  const { head, written } = joinSummaries([part('a', { shard: { index: 1, count: 3 } })], true);

  expect(head).toEqual({ schema: 'faultline-batch/1', grader: { version: '1.0.0', seed: 1 } });
  expect(written).toHaveLength(1);
});
