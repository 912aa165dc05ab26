/** The door through which reports come back from files and queues: what does not read as a report, in its very bytes, is none. */
import { findExercise } from '../../../exercises/index.ts';
import type { CheckResult, Evidence, Report } from '../../base/report.ts';
import { reportText } from '../../report/json.ts';

/** The report that a text holds. Undefined for anything else: a torn file, an edited one that is no longer canonical, another program's. */
export function reportIn(text: string): Report | undefined {
  let report: Report;
  try {
    // The one cast: whether the text is a report is seen below, by its parts and by writing it again.
    report = JSON.parse(text) as Report;
    return isReport(report) && reportText(report) === text ? report : undefined;
  } catch {
    return undefined;
  }
}

const VERDICTS: readonly string[] = ['passed', 'failed', 'inconclusive', 'error'] satisfies readonly Report['verdict'][];
const STATUSES: readonly string[] = ['passed', 'failed', 'inconclusive', 'not-run'] satisfies readonly CheckResult['status'][];

function isReport(report: Report): boolean {
  const exercise = findExercise(report.exercise);
  return (
    report.schema === 'faultline-report/1' &&
    VERDICTS.includes(report.verdict) &&
    exercise !== undefined &&
    report.checks.map((check) => check.id).join() === exercise.checks.map((check) => check.id).join() &&
    report.checks.every(isCheck) &&
    report.score === report.checks.reduce((sum, check) => sum + check.points, 0) &&
    report.maxScore === report.checks.reduce((sum, check) => sum + check.maxPoints, 0) &&
    report.diagnostics.every(({ code, message }) => typeof code === 'string' && typeof message === 'string') &&
    typeof report.source.sha256 === 'string' &&
    typeof report.grader.version === 'string' &&
    Number.isInteger(report.grader.seed)
  );
}

function isCheck({ kind, status, points, maxPoints, message, evidence }: CheckResult): boolean {
  return (
    typeof kind === 'string' &&
    STATUSES.includes(status) &&
    Number.isFinite(points) &&
    Number.isFinite(maxPoints) &&
    (message === undefined || typeof message === 'string') &&
    isEvidence(evidence)
  );
}

function isEvidence(evidence: Evidence): boolean {
  const { method } = evidence;
  if (method === 'examples') return Number.isInteger(evidence.cases);
  if (method === 'exhaustive') return Number.isInteger(evidence.states) && Number.isInteger(evidence.transitions);
  return method === 'none' || (method === 'sampled' && Number.isInteger(evidence.runs));
}
