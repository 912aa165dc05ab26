/** The catalogue: every exercise, in the order in which the course meets them. */
import type { Exercise } from '../grader/checks/exercise.ts';
import { availability } from './availability/exercise.ts';
import { classifyFailure } from './classify-failure/exercise.ts';
import { hamming } from './hamming/exercise.ts';
import { hammingGeneral } from './hamming-general/exercise.ts';
import { tmrVoter } from './tmr-voter/exercise.ts';

export const EXERCISES: readonly Exercise[] = [classifyFailure, availability, hamming, hammingGeneral, tmrVoter];

export function findExercise(id: string): Exercise | undefined {
  return EXERCISES.find((exercise) => exercise.id === id);
}
