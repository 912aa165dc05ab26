import type { Report } from '../base/report.ts';
import { newEngine } from '../sandbox/engineForTests.ts';
import { beginGrading, type GradingRequest } from './grading.ts';

/** Grades in this thread, without the worker's switch: for tests of exercises and of what is below the worker. */
export async function gradeHere(request: Omit<GradingRequest, 'source' | 'seed'> & { source: string; seed?: number }): Promise<Report> {
  const grading = beginGrading({ seed: 1, ...request, source: new TextEncoder().encode(request.source) });
  while (grading.pending) grading.step(grading.needsEngine ? await newEngine() : undefined);
  return grading.report();
}
