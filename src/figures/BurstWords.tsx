/**
 * Four words of seven bits below each other, and a burst that takes neighbours on the line: along the rows if the words are sent one
 * after the other, down the columns if they are interleaved.
 *
 * It begins with a burst that is short and costs two words.
 */
import { clsx } from 'clsx';
import { Fragment, useRef, type KeyboardEvent } from 'react';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { beginningAt, burstCodec, burstSentence, COLUMNS, LENGTHS, receive, turnOf, type Burst } from './burst.ts';
import styles from './burstWords.module.css';

const INITIAL: Burst = { start: 5, length: 4, isInterleaved: false };

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS };

export function BurstWords() {
  const [burst, setBurst, reset] = useFigureState('burst', INITIAL, burstCodec);
  const grid = useRef<HTMLDivElement>(null);
  const { isInterleaved } = burst;

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const next = buttons[buttons.findIndex((button) => button === document.activeElement) + (step ?? 0)];
    if (step === undefined || !next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <Figure id="burst" title="Where may a burst begin? Press a bit." sentence={burstSentence(burst)} onReset={reset}>
      <div className={styles.choices}>
        <fieldset>
          <legend>Sent</legend>
          {[false, true].map((interleaved) => (
            <label key={`${interleaved}`}>
              <input
                type="radio"
                name="burst-order"
                checked={isInterleaved === interleaved}
                onChange={() => setBurst({ ...burst, isInterleaved: interleaved })}
              />{' '}
              {interleaved ? 'column by column ↓' : 'word after word →'}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Burst of</legend>
          {LENGTHS.map((length) => (
            <label key={length}>
              <input
                type="radio"
                name="burst-length"
                checked={burst.length === length}
                onChange={() => setBurst(beginningAt(burst.start, { ...burst, length }))}
              />{' '}
              {length} bits
            </label>
          ))}
        </fieldset>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys are a shortcut between the buttons in it */}
      <div className={styles.grid} ref={grid} onKeyDown={onKeyDown}>
        {receive(burst).map(({ bits, wrong, isMended }, word) => (
          // oxlint-disable-next-line react/no-array-index-key -- a word is its row
          <Fragment key={word}>
            {[...bits].map((bit, column) => (
              <button
                // oxlint-disable-next-line react/no-array-index-key -- a bit is its column
                key={column}
                type="button"
                className={clsx(styles.bit, wrong.includes(column) && styles.wrong)}
                aria-label={`Word ${word + 1}, bit ${column + 1}: ${bit}${wrong.includes(column) ? ', flipped' : ''}`}
                onClick={() => setBurst(beginningAt(turnOf(word, column, isInterleaved), burst))}
              >
                {bit}
              </button>
            ))}
            <span className={clsx(styles.verdict, !isMended && styles.lost)} aria-hidden="true">
              {isMended ? (wrong.length === 0 ? 'intact ✓' : 'mended ✓') : 'lost ✗'}
            </span>
          </Fragment>
        ))}
      </div>
    </Figure>
  );
}
