/** An answer that a learner works on, and the list of all of them. */
import { LearnerError } from '../base/learnerError.ts';
import type { Exercise } from '../checks/exercise.ts';
import type { Source, Verdict } from './gradebook.ts';

/** It may not have been begun. */
export interface Answer {
  readonly exercise: Exercise;
  /** As the learner named it. */
  readonly file: string;
  /** Whether the file is there. */
  readonly isBegun: () => boolean;
  /** @throws LearnerError where it cannot be read. */
  readonly read: () => Uint8Array;
}

/** What is in an answer now. */
export function sourceOf({ exercise, isBegun, read }: Answer): Source {
  try {
    return { exercise: exercise.id, bytes: isBegun() ? read() : undefined };
  } catch (error) {
    if (error instanceof LearnerError) return { exercise: exercise.id, bytes: undefined };
    throw error;
  }
}

const STATES: Readonly<Record<Verdict, string>> = {
  passed: 'passed',
  failed: 'not passed yet',
  inconclusive: 'not known',
  error: 'not gradable',
};

/** A line for each, with a mark at the one in hand. */
export function answersList(
  answers: readonly Answer[],
  inHand: Answer | undefined,
  verdictOf: (answer: Answer) => Verdict | undefined,
): string {
  const width = Math.max(...answers.map(({ exercise }) => exercise.id.length));
  const rows = answers.map((answer) => {
    const verdict = verdictOf(answer);
    const state = !answer.isBegun() ? 'not started' : verdict === undefined ? 'not graded yet' : STATES[verdict];
    return `${answer === inHand ? '>' : ' '} ${answer.exercise.id.padEnd(width)}  ${state.padEnd(14)}  ${answer.exercise.title}\n`;
  });
  return rows.join('');
}

/** What to say when there is nothing left that does not pass. */
export function allPassText(answers: readonly Answer[]): string {
  const next = answers.find((answer) => !answer.isBegun())?.exercise.id;
  if (next === undefined) return 'Every exercise passes.\n';
  return `Every answer that is here passes. Next: faultline start ${next}\n`;
}
