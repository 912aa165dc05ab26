/** The catalogue: every exercise, in the order in which the course meets them. */
import type { FunctionExercise } from '../grader/checks/functionExercise.ts';

export const EXERCISES: readonly FunctionExercise[] = [];

export function findExercise(id: string): FunctionExercise | undefined {
  return EXERCISES.find((exercise) => exercise.id === id);
}
