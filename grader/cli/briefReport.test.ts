import { expect, test } from 'vitest';
import { NOT_RUN, reportWith } from '../report/reportsForTests.ts';
import { text } from '../report/text.ts';
import { briefReport } from './briefReport.ts';

const file = 'answers/hamming.ts';
const brief = (report: ReturnType<typeof reportWith>): string => briefReport({ file, report }, false, 'a shows all');
const whole = (report: ReturnType<typeof reportWith>): string => text({ graded: [{ file, report }], single: true, color: false });

const checks = reportWith().checks;
const failing = checks.filter(({ status }) => status === 'failed');
const passing = checks.filter(({ status }) => status === 'passed');

test('is the whole report where one check or none does not pass, or none was run', () => {
  const reports = [
    reportWith({ verdict: 'failed', checks: [...passing, ...failing.slice(0, 1)] }),
    reportWith({ verdict: 'passed', checks: passing }),
    reportWith({ verdict: 'error', checks: NOT_RUN }),
  ];

  expect(reports.map(brief)).toEqual(reports.map(whole));
});

test('shows the first check that fails, and sums up all', () => {
  const [failed] = failing;
  const [passed] = passing;
  if (!failed || !passed) throw new Error('the sample has a check of each kind');
  const unknown = { ...failed, id: 'unknown', status: 'inconclusive' } as const;
  const report = reportWith({ verdict: 'failed', checks: [passed, unknown, failed, { ...failed, id: 'other' }] });

  const lines = brief(report).split('\n');

  expect(lines.filter((line) => /^(PASSED|FAILED|UNKNOWN)/.test(line))).toEqual([expect.stringContaining(failed.id)]);
  expect(lines.slice(-4)).toEqual(['', '2 more checks do not pass: a shows all.', whole(report).split('\n').at(-2), '']);
});
