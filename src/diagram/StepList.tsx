import type { StepWords } from '../../grader/trace/stepWords.ts';
import { useId } from 'react';
import styles from './diagram.module.css';

interface StepListProps {
  readonly words: readonly StepWords[];
  readonly step: number;
  readonly onStep: (step: number) => void;
}

/** Every step in words; pressed, it becomes the present. */
export function StepList({ words, step, onStep }: StepListProps) {
  const id = useId();
  return (
    <details className={styles.list}>
      <summary id={id}>All steps in words</summary>
      <ol aria-label="Steps of the run">
        {words.map(({ number, sentences: [choice, ...effects] }) => (
          <li key={number} value={number} aria-current={number === step ? 'step' : undefined}>
            <button type="button" onClick={() => onStep(number)}>
              {choice}
            </button>
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
    </details>
  );
}
