/** What travels through the queue: a grading as plain JSON, and the bytes of its report. */
import { createHash } from 'node:crypto';
import { findExercise } from '../../../exercises/index.ts';
import type { Report } from '../../base/report.ts';
import { reportText } from '../../report/json.ts';
import type { Submission } from '../../worker/client.ts';
import { reportIn } from '../batch/reportIn.ts';

export interface GradingJob {
  readonly exercise: string;
  /** In base 64: a source is any bytes. */
  readonly source: string;
  readonly seed: number;
}

export function jobOf({ exercise, source, seed }: Submission): GradingJob {
  return { exercise, source: Buffer.from(source).toString('base64'), seed };
}

/** @throws Error for what no batch has handed in: a queue may hold anything. */
export function submissionOf(data: unknown): Submission {
  // The one cast: the parts are looked at before they are used.
  const { exercise, source, seed } = (data ?? {}) as Partial<Record<keyof GradingJob, unknown>>;
  if (typeof exercise !== 'string' || !findExercise(exercise) || typeof source !== 'string' || !Number.isSafeInteger(seed)) {
    throw new Error('This is no grading that `faultline batch` of this version hands in.');
  }
  return { exercise, source: Buffer.from(source, 'base64'), seed: Number(seed) };
}

/** The same grading has the same id, so it is done once however often it is asked for. */
export function jobIdOf({ exercise, source, seed }: GradingJob): string {
  return `${exercise}-${seed}-${createHash('sha256').update(source).digest('hex')}`;
}

/** What a worker returns. */
export function returned(report: Report): string {
  return reportText(report);
}

/** The report that came back for a job. Undefined where it is none, or another's. */
export function reportFor(job: GradingJob, value: unknown): Report | undefined {
  const report = typeof value === 'string' ? reportIn(value) : undefined;
  if (!report || report.exercise !== job.exercise || report.grader.seed !== job.seed) return undefined;
  return report.source.sha256 === createHash('sha256').update(Buffer.from(job.source, 'base64')).digest('hex') ? report : undefined;
}
