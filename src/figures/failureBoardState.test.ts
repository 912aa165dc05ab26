/** What becomes of a record that is placed, and the link that keeps it. */
import { expect, test } from 'vitest';
import { boardCodec, INITIAL, withPlace, withRecord } from './failureBoardState.ts';
import { RECORDS } from './failureRecords.ts';

const [A] = RECORDS;

test('a record in its right place stays placed, and a wrong place is only tried', () => {
  const wrong = withPlace(INITIAL, A, { class: 'crash', row: 'fail-silent' });
  const right = withPlace(wrong, A, { class: 'omission', row: 'no halt' });

  expect(wrong.placed).toEqual([]);
  expect(right.placed).toEqual([A]);
});

test('a placed record shows its place when it is chosen again', () => {
  const placed = withPlace(INITIAL, A, { class: 'omission', row: 'no halt' });
  const away = withRecord(placed, RECORDS[1] ?? A);

  expect(away.tried).toBeUndefined();
  expect(withRecord(away, A).tried).toEqual({ class: 'omission', row: 'no halt' });
});

test('a board is written into a link and read from it', () => {
  const board = withPlace(withPlace(INITIAL, A, { class: 'omission', row: 'no halt' }), RECORDS[3] ?? A, {
    class: 'crash',
    row: 'fail-stop',
  });

  expect(boardCodec.write(board)).toBe('D.A.00');
  expect(boardCodec.read('D.A.00')).toEqual(board);
});

test('a link without a record is not read, and an unknown place is no place', () => {
  expect(boardCodec.read('Z.A.00')).toBeUndefined();
  expect(boardCodec.read('D.A.99')).toEqual({ record: RECORDS[3], placed: [A], tried: undefined });
});
