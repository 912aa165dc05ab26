/** The catalogue: every exercise, in the order in which the course meets them. */
import type { FunctionExercise } from '../grader/checks/functionExercise.ts';
import { hamming } from './hamming/exercise.ts';

export const EXERCISES: readonly FunctionExercise[] = [hamming];

export function findExercise(id: string): FunctionExercise | undefined {
  return EXERCISES.find((exercise) => exercise.id === id);
}
