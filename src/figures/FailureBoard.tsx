/**
 * Records of failing servers, to be placed on a board: which class of failure across, how well others can tell down. A wrong place is
 * answered with the exchange that contradicts it.
 *
 * It begins with a server that is silent once: the record that tempts to say that it crashed.
 */
import { clsx } from 'clsx';
import { useId } from 'react';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { judge } from './failureBoard.ts';
import styles from './failureBoard.module.css';
import { boardSentence, exchangeLine } from './failureBoardSentence.ts';
import { boardCodec, INITIAL, withPlace, withRecord, type BoardState } from './failureBoardState.ts';
import { RECORDS, type FailureRecord } from './failureRecords.ts';
import { FailureGrid } from './FailureGrid.tsx';
import { RecordTimeline } from './RecordTimeline.tsx';

export function FailureBoard() {
  const [state, setState, reset] = useFigureState('failure-board', INITIAL, boardCodec);
  const { record, tried } = state;
  const judgement = tried && judge(record, tried);
  const ringed = judgement?.kind === 'too mild' ? judgement.at : undefined;

  return (
    <Figure
      id="failure-board"
      title="Where does the record belong?"
      wide
      sentenceLines={3}
      sentence={
        <p>
          {judgement && <strong>{judgement.kind === 'right' ? '✓ ' : '✕ '}</strong>}
          {boardSentence(record, tried)}
        </p>
      }
      onReset={reset}
    >
      <Chips state={state} onChoose={(chosen) => setState(withRecord(state, chosen))} />
      <div className={styles.record}>
        <div>
          <RecordTimeline record={record} ringed={ringed} />
          <p className={styles.key}>
            Right are 7 for <code>get</code>, and 1 and A→B for <code>put</code>. Thick: the time in which a reply is due, 5 to 10 ms after
            the request.
          </p>
        </div>
        <div>
          <ol className={styles.lines}>
            {record.trace.exchanges.map((exchange, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- an exchange is its place in the record
              <li key={at} className={clsx(ringed === at && styles.ringed)}>
                <code>{exchange.op}</code> {exchangeLine(exchange)}
                {ringed === at && <b> ← contradicts you</b>}
              </li>
            ))}
          </ol>
          {record.told !== undefined && (
            <p className={styles.told}>
              <b>p and q are told</b> {record.told}
            </p>
          )}
        </div>
      </div>
      <FailureGrid state={state} onPlace={(one, place) => setState(withPlace(state, one, place))} />
    </Figure>
  );
}

function Chips({ state, onChoose }: { readonly state: BoardState; readonly onChoose: (record: FailureRecord) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.chips}>
      <legend>
        Record ({state.placed.length} of {RECORDS.length} placed)
      </legend>
      {RECORDS.map((record) => {
        const isPlaced = state.placed.includes(record);
        return (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a shortcut: choosing is done by the radio button in it
          <label
            key={record.id}
            className={clsx(styles.chip, state.record === record && styles.chosen)}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData('text/plain', record.id);
              onChoose(record);
            }}
          >
            <input type="radio" name={name} checked={state.record === record} onChange={() => onChoose(record)} />
            {record.id}
            {isPlaced && (
              <span>
                ✓<span className={styles.spoken}> placed</span>
              </span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
