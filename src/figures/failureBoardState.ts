/** What is on the failure board, and how it is written in a link: `D.AC.02` is record D, A and C placed, D tried in column 0, row 2. */
import type { Codec } from '../lesson/figureLink.ts';
import { CLASSES, judge, rightPlace, ROWS, type Place } from './failureBoard.ts';
import { RECORDS, type FailureRecord } from './failureRecords.ts';

export interface BoardState {
  /** The record that is looked at. */
  readonly record: FailureRecord;
  /** Those that are where they belong. */
  readonly placed: readonly FailureRecord[];
  /** Where `record` was last put, if it was. */
  readonly tried: Place | undefined;
}

export const INITIAL: BoardState = { record: RECORDS[0], placed: [], tried: undefined };

export function withRecord(state: BoardState, record: FailureRecord): BoardState {
  return { ...state, record, tried: state.placed.includes(record) ? rightPlace(record) : undefined };
}

export function withPlace(state: BoardState, record: FailureRecord, place: Place): BoardState {
  const isNew = judge(record, place).kind === 'right' && !state.placed.includes(record);
  return { record, tried: place, placed: isNew ? [...state.placed, record] : state.placed };
}

export const boardCodec: Codec<BoardState> = {
  write: ({ record, placed, tried }) =>
    [record.id, placed.map(({ id }) => id).join(''), tried ? `${CLASSES.indexOf(tried.class)}${ROWS.indexOf(tried.row)}` : ''].join('.'),
  read(text) {
    const [id, ids = '', cell = ''] = text.split('.');
    const record = RECORDS.find((one) => one.id === id);
    const column = CLASSES[Number(cell[0])];
    const row = ROWS[Number(cell[1])];
    if (!record) return undefined;
    const board = { record, placed: RECORDS.filter((one) => ids.includes(one.id)), tried: undefined };
    return column && row ? withPlace(board, record, { class: column, row }) : board;
  },
};
