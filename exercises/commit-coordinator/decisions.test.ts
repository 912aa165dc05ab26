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

test('whoever sends before the request has begun unasked, but not who has lost what it knew', () => {
  expect(judgement(requested, 'coordinator  send  p1 VOTE_REQUEST')).toBe(
    'The coordinator sent VOTE_REQUEST to p1, but nobody had asked it to commit anything. Before the request nothing is sent.',
  );
  const recovered = `
    coordinator  crash
    coordinator  recover
    coordinator  send      p1 GLOBAL_ABORT
  `;

  expect(judgement(requested, recovered)).toBe('kept');
});
