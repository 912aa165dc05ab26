import type { ReactNode } from 'react';
import { Mark, lessonWords } from './Mark.tsx';
import styles from './mark.module.css';
import { useProgress } from './useProgress.ts';

interface LessonStageProps {
  readonly lesson: string;
  /** The link to the lesson. */
  readonly children: ReactNode;
}

/** A link to a lesson between symbol and word for how far the reader is with it. */
export function LessonStage({ lesson, children }: LessonStageProps) {
  const stage = useProgress()?.lesson(lesson).stage;
  return (
    <span className={styles.staged}>
      <Mark stage={stage} />
      <span>
        {children} {stage && stage !== 'untouched' && <span className={styles.word}>{lessonWords(stage)}</span>}
      </span>
    </span>
  );
}
