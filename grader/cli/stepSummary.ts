/** The summary of a step of GitHub Actions: a file named by the environment, to which each command of the step may add. */
import { appendFileSync, statSync } from 'node:fs';
import { LearnerError } from '../base/learnerError.ts';
import type { Graded } from '../report/graded.ts';
import { markdownWithin } from '../report/markdown.ts';
import type { Terminal } from './command.ts';

/** Bytes: GitHub shows nothing of a summary that has more than 1 MiB. */
const MAX_SUMMARY_BYTES = 1024 * 1024;

/** Bytes that a summary needs to say anything. */
const MIN_SUMMARY_BYTES = 4_000;

/** Adds the results to the summary, where there is one. @throws LearnerError where it cannot be written. */
export function addStepSummary(graded: readonly Graded[], { env, err }: Pick<Terminal, 'env' | 'err'>): void {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const room = MAX_SUMMARY_BYTES - (statSync(file, { throwIfNoEntry: false })?.size ?? 0) - 1;
  if (room < MIN_SUMMARY_BYTES) {
    // Rather nothing of ours than nothing at all.
    err('The step summary is full, so nothing is added to it. Grade in a step of its own.\n');
    return;
  }
  try {
    appendFileSync(file, `${markdownWithin(graded, room)}\n`);
  } catch {
    throw new LearnerError(`The step summary ${file} cannot be written. Check GITHUB_STEP_SUMMARY, or unset it.`);
  }
}
