import { GRADING_LIMIT_MS } from '../base/limits.ts';
import { newGrader, type Grader } from '../worker/client.ts';
import { takeThread } from './earlyThread.ts';
import { newFairStopwatches } from './fairStopwatch.ts';

const startStopwatch = newFairStopwatches();

/** A grader in a thread of its own. To be stopped when the command is done: its thread keeps the program alive. */
export function openGrader(): Grader {
  return newGrader(takeThread, GRADING_LIMIT_MS, startStopwatch);
}
