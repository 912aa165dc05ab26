import { availableParallelism } from 'node:os';
import { UsageError, type Input } from './command.ts';

/** The option of every command that grades several answers at once. */
export const JOBS_OPTION = { value: 'N', text: 'answers that are graded at once (default: one for each core)' };

/** Threads beyond which a machine only loses. */
const MAX_JOBS = 512;

/** @throws UsageError */
export function readJobs(input: Input): number {
  const text = input.text('jobs');
  if (text === undefined) return availableParallelism();
  if (/^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_JOBS) return Number(text);
  throw new UsageError(`--jobs is a whole number from 1 to ${MAX_JOBS}, not ${JSON.stringify(text)}.`);
}
