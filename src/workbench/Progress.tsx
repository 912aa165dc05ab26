import { exploringText } from '../../grader/report/exploring.ts';
import type { PublishedExercise } from '../exercises/publishedExercise.ts';
import type { GradingProgress } from './useGrading.ts';
import styles from './results.module.css';

interface ProgressProps {
  readonly exercise: PublishedExercise;
  /** Undefined while the grader is loaded. */
  readonly progress: GradingProgress | undefined;
}

/** What is being done now. It changes many times a second, so it is no live region: the summary says when all is over. */
export function Progress({ exercise: { checks }, progress }: ProgressProps) {
  const { done = 0, exploring, worldsPerSecond } = progress ?? {};
  const check = exploring ? checks.find(({ id }) => id === exploring.check) : checks[done];
  return (
    <div className={styles.progress}>
      <p>
        {progress ? `${done} of ${checks.length} checks done.` : 'The grader is being loaded.'}
        {progress && check && ` Now: ${check.title}`}
      </p>
      <progress max={checks.length} value={done} aria-label="Checks done" />
      {progress?.hasExplored && (
        <p className={styles.exploring} data-part="exploring">
          {exploring && `${exploringText(exploring, worldsPerSecond)}. ${exploring.plan}`}
        </p>
      )}
    </div>
  );
}
