import exercises from '@generated/faultline-catalogue/default/index.json';
import course from '@generated/faultline-course/default/course.json';
import styles from './progress.module.css';
import { useProgress } from './useProgress.ts';

const LESSONS = course.flatMap((module) => module.lessons);

/** The reader's progress in one line, and where it is kept. */
export function Totals() {
  const progress = useProgress();
  const finished = LESSONS.filter(({ id }) => progress?.lesson(id).stage === 'done').length;
  const solved = exercises.filter(({ id }) => progress?.exercise(id).stage === 'done').length;
  const points = exercises.reduce((sum, { id }) => sum + (progress?.exercise(id).score ?? 0), 0);
  const allPoints = exercises.reduce((sum, exercise) => sum + exercise.points, 0);
  const known = (count: number): string => (progress ? count.toLocaleString('en') : '–');
  return (
    <>
      <p className={styles.totals}>
        <strong>{known(finished)}</strong> of {LESSONS.length} lessons finished · <strong>{known(solved)}</strong> of {exercises.length}{' '}
        exercises solved · <strong>{known(points)}</strong> of {allPoints.toLocaleString('en')} points
      </p>
      <p className={styles.lead}>
        A lesson is finished when you have read to its end, an exercise is solved when every check passes at once. All of this is kept in
        this browser, and nowhere else.
      </p>
    </>
  );
}
