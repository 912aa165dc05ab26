/** The two tables of a class: one row a submission, and one row a check. */
import type { Report } from '../../base/report.ts';
import { evidenceText } from '../../report/evidenceText.ts';
import { csvRow } from './csv.ts';
import type { Standing } from './standing.ts';

/** `exercises`: the ids that somebody handed in, in the order of the catalogue. */
export function gradesHeader(exercises: readonly string[]): string {
  return csvRow(['submission', 'status', 'score', 'max_score', ...exercises.flatMap((id) => [id, `${id} verdict`])]);
}

/** What could not be graded has no points, not zero; what was not handed in has neither points nor verdict. */
export function gradesRow(standing: Standing, exercises: readonly string[]): string {
  const cells = exercises.flatMap((id) => {
    const answer = standing.answers.find((one) => one.exercise === id);
    return [answer?.verdict === 'error' ? undefined : answer?.score, answer?.verdict];
  });
  const isUngraded = standing.answers.every((answer) => answer.verdict === 'error');
  return csvRow([standing.submission, standing.status, isUngraded ? undefined : standing.score, standing.maxScore, ...cells]);
}

export function checksHeader(): string {
  return csvRow(['submission', 'exercise', 'check', 'kind', 'status', 'points', 'max_points', 'evidence', 'message']);
}

/** The rows of one answer. Where it could not be graded, each of its checks says why. */
export function checksRows(submission: string, report: Report): string {
  const reasons = report.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n');
  return report.checks
    .map(({ id, kind, status, points, maxPoints, evidence, message }) =>
      csvRow([
        submission,
        report.exercise,
        id,
        kind,
        status,
        report.verdict === 'error' ? undefined : points,
        maxPoints,
        evidenceText(evidence),
        message ?? reasons,
      ]),
    )
    .join('');
}
