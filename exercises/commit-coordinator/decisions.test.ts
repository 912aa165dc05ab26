import { expect, test } from 'vitest';
import { requested } from './decisions.ts';
import { judgement } from './judgeForTests.ts';

test('whoever sends has been asked, in an earlier life too', () => {
  const run = `
    coordinator  request   commit
    coordinator  crash
    coordinator  recover
    coordinator  send      p1 GLOBAL_ABORT
  `;

  expect(judgement(requested, run)).toBe('kept');
});

test('whoever recovers without a record may decide, but tells nobody before the request', () => {
  const run = `
    coordinator  crash
    coordinator  recover
    coordinator  indicate  decide abort
  `;

  expect(judgement(requested, run)).toBe('kept');
  expect(judgement(requested, `${run}coordinator  send  p1 GLOBAL_ABORT`)).toMatch(
    /^The coordinator sent GLOBAL_ABORT to p1, but nobody had asked it/,
  );
});
