import { expect, test } from 'vitest';
import { checksDone, exploringText, newRate } from './exploring.ts';
import { NOT_RUN, reportWith } from './reportsForTests.ts';

const exploring = { check: 'agreement', plan: '1 crash', worlds: 184_206, depth: 23 };

test('says how many worlds there are, how deep, and how fast', () => {
  expect(exploringText(exploring, undefined)).toBe('184,206 worlds, depth 23');
  expect(exploringText({ ...exploring, worlds: 1 }, 612_345)).toBe('1 world, depth 23, 612,000 worlds/s');
  expect(exploringText({ ...exploring, depth: 0 }, undefined)).toBe('184,206 worlds');
});

test('measures the rate of one exploration at a time', () => {
  const rate = newRate();

  expect(rate(exploring, 1_000)).toBeUndefined();
  expect(rate({ ...exploring, worlds: 234_206 }, 1_500)).toBe(100_000);
  expect(rate({ ...exploring, plan: '2 crashes', worlds: 50 }, 2_000)).toBeUndefined();
  expect(rate({ ...exploring, plan: '2 crashes', worlds: 150 }, 3_000)).toBe(100);
});

test('measures from where nothing was being explored yet', () => {
  const rate = newRate();

  expect(rate(undefined, 1_000)).toBeUndefined();
  expect(rate({ ...exploring, worlds: 50_000 }, 1_100)).toBe(500_000);
});

test('counts the checks that are done, of those that were asked for', () => {
  const [passed] = reportWith().checks;

  expect(checksDone(reportWith())).toEqual({ done: 2, wanted: 2 });
  expect(checksDone(reportWith({ checks: NOT_RUN }))).toEqual({ done: 0, wanted: 0 });
  expect(checksDone(reportWith({ checks: passed ? [passed, ...NOT_RUN] : [] }))).toEqual({ done: 1, wanted: 1 });
});
