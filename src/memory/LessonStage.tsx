import type { ReactNode } from 'react';
import { lessonOf } from './lessonOf.ts';
import { Mark, lessonWords } from './Mark.tsx';
import styles from './mark.module.css';
import { useProgress } from './useProgress.ts';

interface LessonStageProps {
  readonly docId: string | undefined;
  /** The link to the lesson. */
  readonly children: ReactNode;
}

/** A link to a lesson between symbol and word for how far the reader is with it. */
export function LessonStage({ docId, children }: LessonStageProps) {
  const progress = useProgress();
  const lesson = lessonOf(docId);
  const stage = lesson === undefined ? undefined : progress?.lesson(lesson).stage;
  return (
    <span className={styles.staged}>
      <Mark stage={stage} />
      <span>
        {children} {stage && stage !== 'untouched' && <span className={styles.word}>{lessonWords(stage)}</span>}
      </span>
    </span>
  );
}
