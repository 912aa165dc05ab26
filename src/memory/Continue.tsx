import Link from '@docusaurus/Link';
import exercises from '@generated/faultline-catalogue/default/index.json';
import course from '@generated/faultline-course/default/course.json';
import styles from './progress.module.css';
import { useProgress, type Progress } from './useProgress.ts';

const LESSONS = course.flatMap((module) => module.lessons);

/** The way back to where the reader was last, or to the first lesson. Its place is there before it is known which. */
export function Continue() {
  const progress = useProgress();
  const target = progress && targetOf(progress);
  return (
    <p className={styles.continue}>
      {target && (
        <Link to={target.to}>
          {target.words}: {target.title}
        </Link>
      )}
    </p>
  );
}

interface Target {
  readonly to: string;
  readonly title: string;
  readonly words: string;
}

/** Only to pages that there are: the place may come from a file. */
function targetOf({ place, lesson }: Progress): Target | undefined {
  const words = 'Continue where you were';
  if (place?.kind === 'exercise') {
    const exercise = exercises.find(({ id }) => id === place.id);
    if (exercise) return { to: `/exercises/${exercise.id}`, title: exercise.title, words };
  }
  const known = LESSONS.find(({ id }) => id === place?.id);
  if (known) {
    const { heading } = lesson(known.id);
    return { to: `/lessons/${known.id}${heading === undefined ? '' : `#${encodeURIComponent(heading)}`}`, title: known.title, words };
  }
  const [first] = LESSONS;
  return first && { to: `/lessons/${first.id}`, title: first.title, words: 'Begin with the first lesson' };
}
