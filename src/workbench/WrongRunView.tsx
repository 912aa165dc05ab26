import type { Evidence, WrongRun } from '../../grader/base/report.ts';
import { replayCommand, runLength } from '../../grader/report/wrongRun.ts';
import { lanesOf } from '../../grader/trace/lanes.ts';
import { spaceTime } from '../../grader/trace/spaceTime.ts';
import { stepWords } from '../../grader/trace/stepWords.ts';
import { ScrollText } from './ScrollText.tsx';
import styles from './results.module.css';

interface WrongRunViewProps {
  readonly run: WrongRun;
  readonly evidence: Evidence;
  /** The exercise's id. */
  readonly exercise: string;
}

/** A run that breaks a promise: its steps in words, its diagram, and how to see it again elsewhere. */
export function WrongRunView({ run, evidence, exercise }: WrongRunViewProps) {
  return (
    <>
      <ol className={styles.steps} aria-label="Steps of the run">
        {stepWords(run.trace).map(({ number, sentences: [choice, ...effects] }) => (
          <li key={number} value={number}>
            {choice}
            {effects.length > 0 && (
              <ul>
                {effects.map((effect, at) => (
                  // oxlint-disable-next-line react/no-array-index-key -- the sentences of one run never move
                  <li key={at}>{effect}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <ScrollText className={styles.diagram} name="Space-time diagram of the run" text={spaceTime(run.trace, lanesOf(run.trace))} />
      <p>
        {runLength(run, evidence)}. To see it again at a terminal:{' '}
        <code>{replayCommand(exercise, `answers/${exercise}.ts`, run.schedule)}</code>
      </p>
    </>
  );
}
