/** The board's cells: classes across, what others can tell down, and in each cell the records that were placed there. */
import { clsx } from 'clsx';
import { useRef, useState, type KeyboardEvent } from 'react';
import { CLASSES, judge, rightPlace, ROWS, type FailureClass, type Place, type Row } from './failureBoard.ts';
import styles from './failureBoard.module.css';
import type { BoardState } from './failureBoardState.ts';
import { RECORDS, type FailureRecord } from './failureRecords.ts';

const COLUMN_SAYS: Readonly<Record<FailureClass, string>> = {
  crash: 'halts',
  omission: 'no answer',
  timing: 'early or late',
  response: 'wrong answer',
  arbitrary: 'anything',
};

const ROW_SAYS: Readonly<Record<Row, string>> = {
  'fail-stop': 'halt known for certain',
  'fail-noisy': 'halt known in the end',
  'fail-silent': 'halt not known',
  'fail-safe': 'junk, seen as junk',
  'fail-arbitrary': 'wrong, and looks right',
  'no halt': 'goes on working',
};

interface FailureGridProps {
  readonly state: BoardState;
  readonly onPlace: (record: FailureRecord, place: Place) => void;
}

/** One stop of the tab key: arrow keys walk between the cells. */
export function FailureGrid({ state, onPlace }: FailureGridProps) {
  const cells = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);

  const onKeyDown = (event: KeyboardEvent): void => {
    const at = stop + ({ ArrowRight: 1, ArrowLeft: -1, ArrowDown: CLASSES.length, ArrowUp: -CLASSES.length }[event.key] ?? 0);
    const button = at === stop ? undefined : cells.current?.querySelectorAll('button')[at];
    if (!button) return;
    event.preventDefault();
    button.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys are a shortcut between the buttons in it
    <div className={styles.board} ref={cells} onKeyDown={onKeyDown}>
      <span aria-hidden="true" />
      {CLASSES.map((name) => (
        <span key={name} className={styles.column} aria-hidden="true">
          <b>{name}</b>
          <small>{COLUMN_SAYS[name]}</small>
        </span>
      ))}
      {ROWS.map((row, down) => (
        <div key={row} className={styles.row}>
          <span className={styles.rowName} aria-hidden="true">
            <b>{row}</b>
            <small>{ROW_SAYS[row]}</small>
          </span>
          {CLASSES.map((name, across) => {
            const index = down * CLASSES.length + across;
            return (
              <Cell
                key={name}
                place={{ class: name, row }}
                state={state}
                isStop={index === stop}
                onFocus={() => setStop(index)}
                onPlace={onPlace}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface CellProps extends FailureGridProps {
  readonly place: Place;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}

function Cell({ place, state, isStop, onFocus, onPlace }: CellProps) {
  const { record, placed, tried } = state;
  const here = placed.filter((one) => isSame(rightPlace(one), place)).map(({ id }) => id);
  const isTried = tried !== undefined && isSame(tried, place);
  const isWrong = isTried && judge(record, tried).kind !== 'right';
  const says = [here.length > 0 ? `: ${here.join(', ')} placed` : '', isWrong ? `: ${record.id} does not belong here` : ''].join('');
  return (
    <button
      type="button"
      className={clsx(styles.cell, isTried && styles.tried, isWrong && styles.wrong)}
      tabIndex={isStop ? 0 : -1}
      aria-label={`${place.class}, ${place.row}${says}`}
      onFocus={onFocus}
      onClick={() => onPlace(record, place)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const id = event.dataTransfer.getData('text/plain');
        onPlace(RECORDS.find((one) => one.id === id) ?? record, place);
      }}
    >
      {here.join(' ')}
      {isWrong && <span> {record.id}✕</span>}
    </button>
  );
}

function isSame(left: Place, right: Place): boolean {
  return left.class === right.class && left.row === right.row;
}
