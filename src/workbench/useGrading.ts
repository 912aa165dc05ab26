import { useCallback, useEffect, useRef, useState } from 'react';
import type { Report } from '../../grader/base/report.ts';
import type { Exploring } from '../../grader/grade/grading.ts';
import { checksDone, newRate } from '../../grader/report/exploring.ts';
import { GradingStopped } from '../../grader/worker/client.ts';
import { beginGrading, type RunningGrading } from './pageGrader.ts';

/** The seed of the command line, so that both write the same report. */
const SEED = 1;

export type GradingState =
  | { readonly kind: 'idle' }
  /** `progress` is undefined while the grader is loaded. */
  | { readonly kind: 'running'; readonly progress: GradingProgress | undefined }
  /** `source`: what was graded, for running parts of it again. */
  | { readonly kind: 'done'; readonly report: Report; readonly source: string }
  | { readonly kind: 'stopped' }
  /** The grader itself failed. */
  | { readonly kind: 'fault'; readonly message: string };

export interface GradingProgress {
  /** Checks that are done. */
  readonly done: number;
  /** What is being explored, if anything is. */
  readonly exploring: Exploring | undefined;
  readonly worldsPerSecond: number | undefined;
  /** Whether anything was explored in this grading: then more will be. */
  readonly hasExplored: boolean;
}

export interface Grading {
  readonly state: GradingState;
  readonly run: (source: string) => void;
  /** Answers whether there was something to stop. */
  readonly stop: () => boolean;
}

export function useGrading(exercise: string): Grading {
  const [state, setState] = useState<GradingState>({ kind: 'idle' });
  const running = useRef<RunningGrading>(undefined);

  const run = useCallback(
    (source: string) => {
      if (running.current) return;
      const rateOf = newRate();
      let hasExplored = false;
      setState({ kind: 'running', progress: undefined });
      const submission = { exercise, source: new TextEncoder().encode(source), seed: SEED };
      const grading = beginGrading(submission, (report, exploring) => {
        // A word from a grading that was stopped comes too late.
        if (running.current !== grading) return;
        const worldsPerSecond = rateOf(exploring, performance.now());
        hasExplored ||= exploring !== undefined;
        setState({ kind: 'running', progress: { done: checksDone(report).done, exploring, worldsPerSecond, hasExplored } });
      });
      running.current = grading;
      const end = (next: GradingState): void => {
        if (running.current !== grading) return;
        running.current = undefined;
        setState(next);
      };
      grading.report.then(
        (report) => end({ kind: 'done', report, source }),
        (error: unknown) => end(error instanceof GradingStopped ? { kind: 'stopped' } : { kind: 'fault', message: messageOf(error) }),
      );
    },
    [exercise],
  );

  const stop = useCallback(() => {
    running.current?.stop();
    return running.current !== undefined;
  }, []);
  useEffect(
    () => () => {
      running.current?.stop();
      running.current = undefined;
    },
    [],
  );

  return { state, run, stop };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
