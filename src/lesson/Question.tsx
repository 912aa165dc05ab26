/**
 * A question with one right choice, which is judged only when the reader commits to one. What is right is unsealed only then.
 *
 * What was answered earlier comes from outside and may come late: a page is there before what the browser remembers.
 */
import { useRef, useState, type SubmitEvent } from 'react';
import { CheckSymbol } from '../workbench/CheckSymbol.tsx';
import { Choices } from './Choices.tsx';
import choiceStyles from './choices.module.css';
import styles from './question.module.css';
import { unseal, type SealedQuestion } from './quiz.ts';
import { TextWithCode } from './TextWithCode.tsx';

interface QuestionProps {
  /** `<slug>/<n>`, where n counts from 1. */
  readonly id: string;
  readonly question: SealedQuestion;
  /** Index of the choice that was answered earlier. */
  readonly answer?: number | undefined;
  readonly onAnswered?: ((index: number, isRight: boolean) => void) | undefined;
}

export function Question({ id, question, answer, onAnswered }: QuestionProps) {
  // Undefined until the reader does something: then what was answered earlier counts no more.
  const [attempt, setAttempt] = useState<{ readonly chosen?: number; readonly answered?: number }>();
  const [isHurried, setIsHurried] = useState(false);
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const { chosen, answered } = attempt ?? { chosen: answer, answered: answer };
  const isJudged = answered !== undefined && chosen === answered;

  const choose = (index: number): void => {
    setAttempt({ ...(answered === undefined ? {} : { answered }), chosen: index });
  };

  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    setIsHurried(chosen === undefined);
    if (chosen === undefined) return;
    if (isJudged) {
      setAttempt({});
      fieldset.current?.querySelector('input')?.focus();
      return;
    }
    setAttempt({ chosen, answered: chosen });
    onAnswered?.(chosen, unseal(question.sealed).right === chosen);
  };

  return (
    <form id={id} className={styles.question} onSubmit={onSubmit}>
      <Choices ref={fieldset} ask={question.ask} texts={question.choices} chosen={chosen} onChoose={choose} />
      <div aria-live="polite">
        {isHurried && chosen === undefined && <p>Choose one of the answers first.</p>}
        {answered !== undefined && <Judgement question={question} answered={answered} />}
      </div>
      <button type="submit" className={isJudged ? styles.again : choiceStyles.commit} aria-disabled={chosen === undefined}>
        {isJudged ? 'Try again' : 'Answer'}
      </button>
    </form>
  );
}

function Judgement({ question, answered }: { readonly question: SealedQuestion; readonly answered: number }) {
  const { right, whys } = unseal(question.sealed);
  const isRight = answered === right;
  return (
    <div className={styles.judgement} data-right={isRight}>
      <p>
        <CheckSymbol status={isRight ? 'passed' : 'failed'} />
        <strong>{isRight ? 'Yes: ' : 'Not this one: '}</strong>
        <TextWithCode text={sentence(question.choices[answered] ?? '')} />
      </p>
      <p>
        <TextWithCode text={whys[answered] ?? ''} />
      </p>
      {isRight && (
        <details>
          <summary>Why not the others</summary>
          <dl>
            {question.choices.map(
              (text, at) =>
                at !== right && (
                  <div key={text}>
                    <dt>
                      <TextWithCode text={text} />
                    </dt>
                    <dd>
                      <TextWithCode text={whys[at] ?? ''} />
                    </dd>
                  </div>
                ),
            )}
          </dl>
        </details>
      )}
    </div>
  );
}

/** A choice may or may not be written as a sentence. */
function sentence(text: string): string {
  return /[.?…”]$/.test(text) ? text : `${text}.`;
}
