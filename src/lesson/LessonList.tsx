import Link from '@docusaurus/Link';
import course from '@generated/faultline-course/default/course.json';
import { LessonStage } from '../memory/LessonStage.tsx';
import styles from './lessonList.module.css';

/** The lessons that there are, by module, each with what it is about. */
export function LessonList() {
  return course.map(({ label, lessons }) => (
    <section key={label} className={styles.module}>
      <h2>{label}</h2>
      <ol className={styles.lessons}>
        {lessons.map(({ id, title, description, minutes }) => (
          <li key={id}>
            <LessonStage lesson={id}>
              <Link to={`/lessons/${id}`}>{title}</Link>
              {minutes !== undefined && <span className={styles.minutes}>{minutes} minutes</span>}
            </LessonStage>
            <p>{description}</p>
          </li>
        ))}
      </ol>
    </section>
  ));
}
