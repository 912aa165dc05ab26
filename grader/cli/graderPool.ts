import { availableParallelism } from 'node:os';
import type { Report } from '../base/report.ts';
import type { Grader, Submission } from '../worker/client.ts';
import { openGrader } from './openGrader.ts';

export interface GraderPool {
  /** Grades as soon as a thread is free; may be called any number of times at once. */
  grade(submission: Submission): Promise<Report>;
  /** Ends all threads, which would keep the program alive. */
  stop(): void;
}

/** As many graders as the machine has cores, each in a thread of its own. Threads start when they are first needed. */
export function openGraderPool(): GraderPool {
  const graders = Array.from({ length: availableParallelism() }, openGrader);
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
    async grade(submission) {
      const grader = await take();
      try {
        return await grader.grade(submission);
      } finally {
        giveBack(grader);
      }
    },
    stop() {
      for (const grader of graders) grader.stop();
    },
  };
}
