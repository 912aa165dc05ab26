import type { CheckResult } from '../base/report.ts';
import type { Check } from '../checks/exercise.ts';

/** The result of a check before anything of it was tried. */
export function notRun({ id, title, kind, points }: Check): CheckResult {
  return { id, title, kind, points: 0, maxPoints: points, status: 'not-run', evidence: { method: 'none' } };
}
