/** The course at a glance: modules, their lessons, the exercises of each, and how far the reader is with them. */
import Link from '@docusaurus/Link';
import exercises from '@generated/faultline-catalogue/default/index.json';
import course from '@generated/faultline-course/default/course.json';
import type { ExerciseSummary } from '../exercises/publishedExercise.ts';
import type { CourseLesson } from '../lesson/course.ts';
import { exerciseWords, lessonWords, Mark } from './Mark.tsx';
import styles from './progress.module.css';
import { useProgress } from './useProgress.ts';

const LESSONS = new Set(course.flatMap((module) => module.lessons.map(({ id }) => id)));
const WITHOUT_LESSON = exercises.filter(({ lesson }) => !LESSONS.has(lesson));

export function CourseMap() {
  return (
    <>
      {course.map(({ label, lessons }) => (
        <section key={label} className={styles.module}>
          <h2>{label}</h2>
          <ol className={styles.rows}>
            {lessons.map((lesson) => (
              <LessonRow key={lesson.id} lesson={lesson} />
            ))}
          </ol>
        </section>
      ))}
      {WITHOUT_LESSON.length > 0 && (
        <section className={styles.module}>
          <h2>Exercises whose lessons are being written</h2>
          <ol className={styles.rows}>
            {WITHOUT_LESSON.map((exercise) => (
              <ExerciseRow key={exercise.id} exercise={exercise} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function LessonRow({ lesson: { id, title, minutes } }: { readonly lesson: CourseLesson }) {
  const stage = useProgress()?.lesson(id).stage;
  const own = exercises.filter(({ lesson }) => lesson === id);
  return (
    <li>
      <div className={styles.row} data-lesson={id} data-stage={stage}>
        <Mark stage={stage} />
        <Link to={`/lessons/${id}`}>{title}</Link>
        {minutes !== undefined && <span className={styles.quiet}>{minutes} minutes</span>}
        <span className={styles.words}>{stage && lessonWords(stage)}</span>
      </div>
      {own.length > 0 && (
        <ul className={styles.rows}>
          {own.map((exercise) => (
            <ExerciseRow key={exercise.id} exercise={exercise} />
          ))}
        </ul>
      )}
    </li>
  );
}

function ExerciseRow({ exercise: { id, title, core } }: { readonly exercise: ExerciseSummary }) {
  const progress = useProgress()?.exercise(id);
  return (
    <li className={styles.row} data-exercise={id} data-stage={progress?.stage}>
      <Mark stage={progress?.stage} />
      <Link to={`/exercises/${id}`}>{title}</Link>
      <span className={styles.quiet}>exercise{core ? '' : ', optional'}</span>
      <span className={styles.words}>{progress && exerciseWords(progress)}</span>
    </li>
  );
}
