/** How far the reader is with one thing, as a symbol. Its place is there before it is known, so that nothing moves when it comes. */
import { CheckSymbol } from '../workbench/CheckSymbol.tsx';
import styles from './mark.module.css';
import type { ExerciseProgress, Stage } from './useProgress.ts';

const SYMBOLS = { untouched: 'not-run', begun: 'inconclusive', done: 'passed' } as const;
const LESSON_WORDS: Record<Stage, string> = { untouched: 'not begun', begun: 'begun', done: 'finished' };

/** Say beside it, or in hidden words, what it means. */
export function Mark({ stage }: { readonly stage: Stage | undefined }) {
  return (
    <span className={styles.mark} data-stage={stage ?? 'unknown'}>
      {stage && <CheckSymbol status={SYMBOLS[stage]} />}
    </span>
  );
}

export function lessonWords(stage: Stage): string {
  return LESSON_WORDS[stage];
}

export function exerciseWords({ stage, score, maxScore }: ExerciseProgress): string {
  if (stage === 'done') return 'solved';
  if (stage === 'untouched') return 'not begun';
  return score === undefined ? 'begun' : `begun, best ${score} of ${maxScore ?? score} points`;
}
