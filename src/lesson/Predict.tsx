/**
 * A question before its answer: the reader commits to what will happen, then reads why that tempts or is right, and what does happen.
 *
 * What happens stands in the page from the start, folded up, so that it can be opened where no script runs.
 */
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { Choices } from './Choices.tsx';
import choiceStyles from './choices.module.css';
import styles from './predict.module.css';
import { TextWithCode } from './TextWithCode.tsx';

interface PredictProps {
  readonly ask: string;
  readonly choices: readonly { readonly text: string; readonly why: string }[];
  readonly children: ReactNode;
}

export function Predict({ ask, choices, children }: PredictProps) {
  const [chosen, setChosen] = useState<number>();
  const [committed, setCommitted] = useState<number>();
  const [isHurried, setIsHurried] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const own = committed === undefined ? undefined : choices[committed];

  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsHurried(chosen === undefined);
    if (chosen === undefined) return;
    setCommitted(chosen);
    setIsOpen(true);
  };

  return (
    <div className={styles.predict}>
      <form onSubmit={onSubmit}>
        <p className={styles.label}>Predict</p>
        <Choices ask={ask} texts={choices.map((choice) => choice.text)} chosen={chosen} onChoose={setChosen} />
        <button type="submit" className={choiceStyles.commit} aria-disabled={chosen === undefined}>
          Show what happens
        </button>
      </form>
      <div aria-live="polite">
        {isHurried && chosen === undefined && <p>Choose what you expect first.</p>}
        {own && (
          <div className={styles.own}>
            <p>
              <strong>You chose: </strong>
              <TextWithCode text={own.text} />
            </p>
            <p>
              <TextWithCode text={own.why} />
            </p>
          </div>
        )}
      </div>
      <details className={styles.revealed} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{isOpen ? 'What happens' : 'What happens, without a guess'}</summary>
        {children}
      </details>
    </div>
  );
}
