import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { progressOf } from './useProgress.ts';

const draft = { exercise: 'hamming', starter: fingerprint('// TODO\n'), edits: 1, tab: 't', at: 5 };
const best = { exercise: 'hamming', score: 60, maxScore: 100, at: 5, passed: [{ id: 'encode', at: 5 }] };
const visit = { lesson: 'partial-failure', firstAt: 1, lastAt: 2 };
const nothing = { best: [], drafts: [], lessons: [], places: [] };

test.each([
  ['that nobody has touched is not begun', nothing, 'untouched'],
  ['whose starter stands in the editor is not begun', { ...nothing, drafts: [{ ...draft, source: '// TODO\n' }] }, 'untouched'],
  ['in which something was written is begun', { ...nothing, drafts: [{ ...draft, source: 'mine' }] }, 'begun'],
  ['that was run is begun', { ...nothing, best: [best] }, 'begun'],
  ['whose checks have all passed at once is solved', { ...nothing, best: [{ ...best, solvedAt: 9 }] }, 'done'],
])('an exercise %s', (_title, contents, stage) => {
  expect(progressOf(contents).exercise('hamming').stage).toBe(stage);
});

test.each([
  ['that was never opened is not begun', nothing, 'untouched'],
  ['that was opened is begun', { ...nothing, lessons: [visit] }, 'begun'],
  ['whose end was reached is finished', { ...nothing, lessons: [{ ...visit, finishedAt: 9 }] }, 'done'],
])('a lesson %s', (_title, contents, stage) => {
  expect(progressOf(contents).lesson('partial-failure').stage).toBe(stage);
});
