import { EXERCISES, findExercise } from '../../exercises/index.ts';
import type { Exercise } from '../checks/exercise.ts';
import { UsageError } from './command.ts';
import { nearest } from './nearest.ts';

/** The root of the package: the bundle lies in its `dist/`. */
export const ROOT = new URL('../', import.meta.url);

/** The folder that holds the exercises' files. */
export const EXERCISE_FILES = new URL('exercises/', ROOT);

/** The exercise that a learner named. @throws UsageError where there is none. */
export function exerciseNamed(id: string): Exercise {
  const exercise = findExercise(id);
  if (exercise) return exercise;
  const ids = EXERCISES.map((one) => one.id);
  const guess = nearest(id, ids);
  throw new UsageError(
    `No exercise is called ${JSON.stringify(id)}. ${guess === undefined ? '`faultline list` shows them all' : `Did you mean ${guess}`}${guess === undefined ? '.' : '?'}`,
  );
}

/** The exercises that a learner named, or all. @throws UsageError */
export function exercisesNamed(ids: readonly string[]): readonly Exercise[] {
  return ids.length === 0 ? EXERCISES : ids.map(exerciseNamed);
}
