import { availableParallelism } from 'node:os';
import type { Report } from '../base/report.ts';
import type { Grader, Submission } from '../worker/client.ts';
import { openGrader } from './openGrader.ts';

export interface GraderPool {
  /** How many gradings make progress at once. */
  readonly atOnce: number;
  /**
   * Grades as soon as a thread is free; may be called any number of times at once. Where a thread dies or hangs, it is replaced and its
   * submission tried once more; what is then known of it is its report.
   * @throws Error where the grader failed twice and nothing is known.
   */
  grade(submission: Submission): Promise<Report>;
  /** Ends all threads, which would keep the program alive. */
  stop(): void;
}

/** `size` graders (one for each core), each in a thread of its own. Threads start when they are first needed. */
export function openGraderPool(size = availableParallelism(), open: () => Grader = openGrader): GraderPool {
  const graders = Array.from({ length: size }, open);
  const idle = [...graders];
  const waiting: ((grader: Grader) => void)[] = [];

  function take(): Promise<Grader> {
    const free = idle.pop();
    return free ? Promise.resolve(free) : new Promise((resolve) => waiting.push(resolve));
  }

  function giveBack(grader: Grader): void {
    const next = waiting.shift();
    if (next) next(grader);
    else idle.push(grader);
  }

  return {
    atOnce: size,
    async grade(submission) {
      const grader = await take();
      try {
        return (await tried(grader, submission)) ?? (await grader.grade(submission));
      } finally {
        giveBack(grader);
      }
    },
    stop() {
      for (const grader of graders) grader.stop();
    },
  };
}

/** The report, or undefined where the thread died or hung. */
async function tried(grader: Grader, submission: Submission): Promise<Report | undefined> {
  let isGivenUp = false;
  try {
    const report = await grader.grade(submission, undefined, () => {
      isGivenUp = true;
    });
    return isGivenUp ? undefined : report;
  } catch (error) {
    if (isGivenUp) return undefined;
    throw error;
  }
}
