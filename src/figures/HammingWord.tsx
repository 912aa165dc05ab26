/**
 * A received Hamming word whose bits can be flipped. Each column is a position and its binary address, each row below the word a group
 * with its parity; read from top to bottom, the odd groups spell the address of the error.
 *
 * It begins with 0110111, one bit away from 0110011.
 */
import { clsx } from 'clsx';
import { useRef, type CSSProperties, type KeyboardEvent } from 'react';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { BIT_NAMES, flip, GROUPS, isIn, isParityBit, oddGroups, parity } from './hammingCode.ts';
import { receiverSentence, truthSentence } from './hammingSentence.ts';
import { HAMMING_CODEC, INITIAL_STATE, sentWith, withOtherLength } from './hammingState.ts';
import styles from './hammingWord.module.css';

export function HammingWord() {
  const [state, setState, reset] = useFigureState('hamming', INITIAL_STATE, HAMMING_CODEC);
  const tiles = useRef<HTMLDivElement>(null);
  const { word, isTold } = state;
  const sent = sentWith(word.length);
  const odd: readonly number[] = oddGroups(word);
  const truth = truthSentence(word, sent);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const buttons = [...(tiles.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (step !== 0 && at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };

  const sentence = (
    <>
      <p>{receiverSentence(word)}</p>
      {isTold && <p className={clsx(truth.isDeceived && styles.deceived)}>{truth.text}</p>}
    </>
  );

  return (
    <Figure
      id="hamming"
      title="A word as it arrived. Which bit is wrong? Press a bit to flip it."
      sentence={sentence}
      sentenceLines={3}
      onReset={reset}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys are a shortcut between the buttons in it */}
      <div className={styles.grid} style={{ '--bits': word.length } as CSSProperties} ref={tiles} onKeyDown={onKeyDown}>
        <span className={styles.label} aria-hidden="true">
          position
        </span>
        {[...word].map((bit, at) => (
          <button
            // oxlint-disable-next-line react/no-array-index-key -- a bit is its position
            key={at}
            type="button"
            className={clsx(styles.tile, isParityBit(at + 1) && styles.parity)}
            style={{ gridColumn: at + 2 }}
            onClick={() => setState({ ...state, word: flip(word, at + 1) })}
          >
            <span className={styles.position}>
              <span className={styles.spoken}>Bit </span>
              {at + 1}
              <span className={styles.spoken}>: </span>
            </span>
            <span className={styles.bit}>{bit}</span>
            <span className={styles.name}>
              <span className={styles.spoken}>, </span>
              {BIT_NAMES[at]}
            </span>
          </button>
        ))}
        {GROUPS.map((group) => (
          <GroupRow
            key={group}
            name={`group ${group}`}
            members={[...word].map((bit, at) => (isIn(group, at + 1) ? bit : undefined))}
            verdict={odd.includes(group) ? `+${group}` : '0'}
            isOdd={odd.includes(group)}
          />
        ))}
        {word.length === 8 && (
          <GroupRow name="all" members={[...word]} verdict={parity(word) === 1 ? '1' : '0'} isOdd={parity(word) === 1} />
        )}
        {isTold && <SentRow word={word} sent={sent} />}
      </div>
      <div className={styles.controls}>
        <label>
          <input type="checkbox" checked={word.length === 8} onChange={() => setState(withOtherLength(state))} /> Eighth bit (SECDED)
        </label>
        <label>
          <input type="checkbox" checked={isTold} onChange={() => setState({ ...state, isTold: !isTold })} /> Show what was sent
        </label>
      </div>
    </Figure>
  );
}

interface GroupRowProps {
  readonly name: string;
  /** The bits that it watches; undefined at other positions. */
  readonly members: readonly (string | undefined)[];
  readonly verdict: string;
  readonly isOdd: boolean;
}

/** Said in words by the sentence below, so hidden from those who hear it. */
function GroupRow({ name, members, verdict, isOdd }: GroupRowProps) {
  return (
    <div className={clsx(styles.row, isOdd && styles.odd)} aria-hidden="true">
      <span className={styles.label}>{name}</span>
      {members.map((bit, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a member is its position
        <span key={at} className={clsx(styles.member, bit === undefined && styles.out)}>
          {bit}
        </span>
      ))}
      <span className={styles.verdict}>
        {isOdd ? 'odd' : 'even'} <b>{verdict}</b>
      </span>
    </div>
  );
}

function SentRow({ word, sent }: { readonly word: string; readonly sent: string }) {
  return (
    <div className={clsx(styles.row, styles.sent)} aria-hidden="true">
      <span className={styles.label}>sent</span>
      {[...sent].map((bit, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a bit is its position
        <span key={at} className={clsx(styles.member, bit !== word[at] && styles.differs)}>
          {bit}
        </span>
      ))}
      <span className={styles.verdict}>ringed: wrong</span>
    </div>
  );
}
