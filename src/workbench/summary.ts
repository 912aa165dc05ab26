import type { Report } from '../../grader/base/report.ts';
import type { PublishedExercise } from '../exercises/publishedExercise.ts';
import type { GradingState } from './useGrading.ts';

export interface Summary {
  readonly headline: string;
  /** What it means, and what to do now. */
  readonly detail: string | undefined;
}

/** What is known of the answer, in words. */
export function summaryOf(state: GradingState, exercise: PublishedExercise): Summary {
  switch (state.kind) {
    case 'idle':
      return { headline: `Not run yet: ${exercise.checks.length} checks, ${exercise.points} points`, detail: undefined };
    case 'running':
      return { headline: 'Running …', detail: undefined };
    case 'stopped':
      return { headline: 'Stopped', detail: 'Nothing is known of this answer. Your code is as it was.' };
    case 'fault':
      return {
        headline: 'Faultline itself failed',
        detail: `This says nothing about your answer. Run it again; if that fails too, reload the page. What went wrong: ${state.message}.`,
      };
    case 'done':
      return { headline: scoreOf(state.report), detail: meaningOf(state.report) };
  }
}

function scoreOf({ checks, score, maxScore, verdict }: Report): string {
  const passed = checks.filter((check) => check.status === 'passed').length;
  const count = `${passed} of ${checks.length} checks · ${score} of ${maxScore} points`;
  return verdict === 'error' ? `Not graded · ${count}` : count;
}

function meaningOf({ verdict, checks }: Report): string {
  const failed = checks.filter((check) => check.status === 'failed').length;
  switch (verdict) {
    case 'passed':
      return 'Every check passed. Each says below how far it reaches.';
    case 'failed':
      return failed === 1 ? 'One check failed. It is open below.' : `${failed} checks failed. The first is open below.`;
    case 'inconclusive':
      return 'No check failed, but a limit was reached before all were done. This is not a pass: Faultline does not know.';
    case 'error':
      return 'This source could not be graded, so no check was run. What stands in the way is listed below.';
  }
}
