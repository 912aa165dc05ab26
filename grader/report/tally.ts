/** What came of gradings, in a line. */
import type { Report } from '../base/report.ts';
import type { Style } from './ansi.ts';
import type { Graded } from './graded.ts';

export const VERDICTS: Readonly<Record<Report['verdict'], readonly [Style, string]>> = {
  passed: ['good', 'Passed'],
  failed: ['bad', 'Not passed yet'],
  inconclusive: ['unknown', 'Not known: a limit was reached first'],
  error: ['bad', 'Could not be graded'],
};

/** For documents that must say something where there is nothing. */
export const NOTHING_GRADED = 'Nothing was graded: there was no answer.';

/** ` 1 of 2 checks, 60 of 100 points.` Checks that were not run do not count. */
export function countsText({ checks, score, maxScore }: Report): string {
  const run = checks.filter((check) => check.status !== 'not-run');
  const passed = run.filter((check) => check.status === 'passed').length;
  return `${run.length === 0 ? '' : ` ${passed} of ${run.length} checks,`} ${score} of ${maxScore} points.`;
}

/** `Not passed yet: 1 of 2 checks, 60 of 100 points.` */
export function verdictText(report: Report): string {
  return `${VERDICTS[report.verdict][1]}:${countsText(report)}`;
}

/** `1 of 2 exercises passed, 160 of 200 points.` */
export function totalText(graded: readonly Graded[]): string {
  const passed = graded.filter((one) => one.report.verdict === 'passed').length;
  const { score, maxScore } = totalOf(graded);
  return `${passed} of ${graded.length} exercises passed, ${score} of ${maxScore} points.`;
}

/** The line for all: of one exercise its verdict, of several how many passed. */
export function summaryText(graded: readonly Graded[]): string {
  const [only, ...others] = graded;
  if (!only) return NOTHING_GRADED;
  return others.length === 0 ? verdictText(only.report) : totalText(graded);
}

/** Points are integers, so their sum is exact. */
export function totalOf(graded: readonly Graded[]): { readonly score: number; readonly maxScore: number } {
  return {
    score: graded.reduce((sum, one) => sum + one.report.score, 0),
    maxScore: graded.reduce((sum, one) => sum + one.report.maxScore, 0),
  };
}
