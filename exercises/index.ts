/** The catalogue: every exercise, in the order in which the course meets them. */
import type { Exercise } from '../grader/checks/exercise.ts';
import { atMostOnce } from './at-most-once/exercise.ts';
import { availability } from './availability/exercise.ts';
import { bullyElection } from './bully-election/exercise.ts';
import { classifyFailure } from './classify-failure/exercise.ts';
import { commitCoordinator } from './commit-coordinator/exercise.ts';
import { commitParticipant } from './commit-participant/exercise.ts';
import { failureDetector } from './failure-detector/exercise.ts';
import { hamming } from './hamming/exercise.ts';
import { hammingGeneral } from './hamming-general/exercise.ts';
import { kFaultVoting } from './k-fault-voting/exercise.ts';
import { tmrVoter } from './tmr-voter/exercise.ts';

export const EXERCISES: readonly Exercise[] = [
  classifyFailure,
  availability,
  hamming,
  hammingGeneral,
  tmrVoter,
  kFaultVoting,
  failureDetector,
  bullyElection,
  atMostOnce,
  commitCoordinator,
  commitParticipant,
];

export function findExercise(id: string): Exercise | undefined {
  return EXERCISES.find((exercise) => exercise.id === id);
}
