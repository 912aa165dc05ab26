/** The records of the lesson on failure models, and the board that they are placed on. */
import { describe, expect, test } from 'vitest';
import { CLASSES, judge, rightPlace, ROWS, rowsOf, type FailureClass, type Row } from './failureBoard.ts';
import { RECORDS } from './failureRecords.ts';

function placed(id: string, name: FailureClass, row: Row) {
  const record = RECORDS.find((one) => one.id === id);
  return record && judge(record, { class: name, row });
}

describe('the records', () => {
  test('have one right place each, and show every class, subtype and word', () => {
    const places = RECORDS.map((record) => {
      const place = rightPlace(record);
      const judgement = judge(record, place);
      return `${record.id}: ${place.class}, ${(judgement.kind === 'right' && judgement.subtype) || '-'}, ${place.row}`;
    });

    expect(places).toEqual([
      'A: omission, receive, no halt',
      'B: crash, -, fail-silent',
      'C: timing, late, no halt',
      'D: omission, send, no halt',
      'E: response, value, no halt',
      'F: crash, -, fail-stop',
      'G: arbitrary, -, fail-arbitrary',
      'H: timing, early, no halt',
      'I: response, state-transition, no halt',
      'J: arbitrary, -, fail-safe',
      'K: crash, -, fail-noisy',
    ]);
  });

  test('fit in one of the thirty places only', () => {
    const right = RECORDS.map(
      (record) => CLASSES.flatMap((name) => ROWS.filter((row) => judge(record, { class: name, row }).kind === 'right')).length,
    );

    expect(right).toEqual(RECORDS.map(() => 1));
  });

  test('say what the others come to know where the class is crash, and there only', () => {
    const told = RECORDS.filter((record) => record.told !== undefined);

    expect(told).toEqual(RECORDS.filter((record) => rightPlace(record).class === 'crash'));
  });

  test('stand in rows that make sense for their classes', () => {
    const places = RECORDS.map(rightPlace);

    expect(places.every((place) => rowsOf(place.class).includes(place.row))).toBe(true);
  });
});

describe('a wrong place', () => {
  test('is contradicted by the exchange in which a server believed dead is heard of again', () => {
    expect(placed('A', 'crash', 'fail-silent')).toEqual({ kind: 'too mild', at: 2 });
    expect(placed('D', 'crash', 'fail-stop')).toEqual({ kind: 'too mild', at: 1 });
  });

  test('is contradicted by the first reply that is late, wrong, or told to one observer only', () => {
    expect(placed('C', 'omission', 'no halt')).toEqual({ kind: 'too mild', at: 1 });
    expect(placed('E', 'timing', 'no halt')).toEqual({ kind: 'too mild', at: 1 });
    expect(placed('G', 'response', 'no halt')).toEqual({ kind: 'too mild', at: 1 });
    expect(placed('I', 'timing', 'no halt')).toEqual({ kind: 'too mild', at: 1 });
  });

  test('is too severe where a milder class explains all of it', () => {
    expect(placed('A', 'timing', 'no halt')).toEqual({ kind: 'too severe' });
    expect(placed('B', 'arbitrary', 'fail-arbitrary')).toEqual({ kind: 'too severe' });
  });

  test('may be in the right column: who knows of the halt decides the row', () => {
    expect(placed('F', 'crash', 'fail-silent')).toEqual({ kind: 'other row', row: 'fail-stop' });
    expect(placed('B', 'crash', 'no halt')).toEqual({ kind: 'other row', row: 'fail-silent' });
    expect(placed('A', 'omission', 'fail-silent')).toEqual({ kind: 'other row', row: 'no halt' });
  });

  test('is too mild for plausible numbers and too severe for junk', () => {
    expect(placed('G', 'arbitrary', 'fail-safe')).toEqual({ kind: 'too mild', at: 1 });
    expect(placed('J', 'arbitrary', 'fail-arbitrary')).toEqual({ kind: 'too severe' });
  });
});
