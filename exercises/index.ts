/** The catalogue: every exercise, in the order in which the course meets them. */
import type { FunctionExercise } from '../grader/checks/functionExercise.ts';
import { availability } from './availability/exercise.ts';
import { classifyFailure } from './classify-failure/exercise.ts';
import { hamming } from './hamming/exercise.ts';
import { hammingGeneral } from './hamming-general/exercise.ts';
import { tmrVoter } from './tmr-voter/exercise.ts';

export const EXERCISES: readonly FunctionExercise[] = [classifyFailure, availability, hamming, hammingGeneral, tmrVoter];

export function findExercise(id: string): FunctionExercise | undefined {
  return EXERCISES.find((exercise) => exercise.id === id);
}
