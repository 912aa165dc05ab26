/** What pages know of an exercise: all but how it is checked. Plain data, written when the site is built. */
import type { Exercise } from '../../grader/checks/exercise.ts';
import type { CheckKind } from '../../grader/base/report.ts';

export interface ExerciseSummary {
  readonly id: string;
  readonly title: string;
  readonly level: Exercise['level'];
  readonly core: boolean;
  readonly points: number;
  /** The lesson's id. */
  readonly lesson: string;
  /** Whether that lesson has been written. */
  readonly hasLesson: boolean;
}

export interface PublishedExercise extends ExerciseSummary {
  /** What an answer exports: functions and classes. */
  readonly exports: readonly string[];
  readonly checks: readonly { readonly id: string; readonly title: string; readonly kind: CheckKind; readonly points: number }[];
  readonly hints: readonly string[];
  /** The text of the starter. */
  readonly starter: string;
}

export function publish(exercise: Exercise, starter: string, hasLesson: boolean): PublishedExercise {
  const { id, title, level, core, lesson, hints } = exercise;
  const exports = [...exercise.exports, ...(exercise.roles ?? [])];
  const checks = exercise.checks.map((check) => ({ id: check.id, title: check.title, kind: check.kind, points: check.points }));
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  return { id, title, level, core, points, lesson, hasLesson, exports, checks, hints, starter };
}

export function summarise(exercise: PublishedExercise): ExerciseSummary {
  const { id, title, level, core, points, lesson, hasLesson } = exercise;
  return { id, title, level, core, points, lesson, hasLesson };
}
