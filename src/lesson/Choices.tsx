/** A question and its choices, of which one can be taken. Taking one tells nothing: arrow keys walk through them all. */
import { useId, type Ref } from 'react';
import styles from './choices.module.css';
import { TextWithCode } from './TextWithCode.tsx';

interface ChoicesProps {
  readonly ask: string;
  readonly texts: readonly string[];
  readonly chosen: number | undefined;
  readonly onChoose: (index: number) => void;
  readonly ref?: Ref<HTMLFieldSetElement>;
}

export function Choices({ ask, texts, chosen, onChoose, ref }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset className={styles.choices} ref={ref}>
      <legend>
        <TextWithCode text={ask} />
      </legend>
      {texts.map((text, at) => (
        <label key={text} className={styles.choice}>
          <input type="radio" name={name} checked={chosen === at} onChange={() => onChoose(at)} />
          <span>
            <TextWithCode text={text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
