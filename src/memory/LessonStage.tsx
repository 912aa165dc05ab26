import { lessonOf } from './lessonOf.ts';
import { Mark, lessonWords } from './Mark.tsx';
import styles from './mark.module.css';
import { useProgress } from './useProgress.ts';

/** How far the reader is with a lesson: symbol and word. */
export function LessonStage({ docId }: { readonly docId: string | undefined }) {
  const progress = useProgress();
  const lesson = lessonOf(docId);
  if (lesson === undefined) return undefined;
  const stage = progress?.lesson(lesson).stage;
  return (
    <span className={styles.stage}>
      <Mark stage={stage} /> {stage && stage !== 'untouched' && <span className={styles.word}>{lessonWords(stage)}</span>}
    </span>
  );
}
