/**
 * A question with one right choice, which is judged only when the reader commits to one: walking through the choices with the arrow
 * keys selects each in turn and must tell nothing.
 */
import { useId, useState, type SubmitEvent } from 'react';
import { CheckSymbol } from '../workbench/CheckSymbol.tsx';
import styles from './question.module.css';
import { TextWithCode } from './TextWithCode.tsx';

interface Choice {
  readonly text: string;
  /** Why it is right, or why it is not although it tempts. */
  readonly why: string;
  readonly isRight?: boolean;
}

interface QuestionProps {
  readonly ask: string;
  readonly choices: readonly Choice[];
}

export function Question({ ask, choices }: QuestionProps) {
  const name = useId();
  // By text: the page may give the same choices as new objects.
  const [chosen, setChosen] = useState<string>();
  const [answeredText, setAnsweredText] = useState<string>();
  const answered = choices.find((choice) => choice.text === answeredText);

  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAnsweredText(chosen);
  };

  return (
    <form className={styles.question} onSubmit={onSubmit}>
      <fieldset>
        <legend>
          <TextWithCode text={ask} />
        </legend>
        {choices.map((choice) => (
          <label key={choice.text} className={styles.choice}>
            <input type="radio" name={name} checked={chosen === choice.text} onChange={() => setChosen(choice.text)} />
            <span>
              <TextWithCode text={choice.text} />
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className={styles.answer} aria-disabled={chosen === undefined}>
        Answer
      </button>
      <div aria-live="polite">{answered && <Judgement answered={answered} choices={choices} />}</div>
      <noscript>
        <ul>
          {choices.map((choice) => (
            <li key={choice.text}>
              <TextWithCode text={`${choice.text}: ${choice.why}`} />
            </li>
          ))}
        </ul>
      </noscript>
    </form>
  );
}

function Judgement({ answered, choices }: { readonly answered: Choice; readonly choices: readonly Choice[] }) {
  const isRight = answered.isRight === true;
  return (
    <div className={styles.judgement} data-right={isRight}>
      <p>
        <CheckSymbol status={isRight ? 'passed' : 'failed'} />
        <strong>{isRight ? 'Yes: ' : 'Not this one: '}</strong>
        <TextWithCode text={`${answered.text}.`} />
      </p>
      <p>
        <TextWithCode text={answered.why} />
      </p>
      {isRight && (
        <details>
          <summary>Why not the others</summary>
          <ul>
            {choices
              .filter((choice) => choice !== answered)
              .map((choice) => (
                <li key={choice.text}>
                  <TextWithCode text={`${choice.text}: ${choice.why}`} />
                </li>
              ))}
          </ul>
        </details>
      )}
    </div>
  );
}
