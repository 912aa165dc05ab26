/** The answers that the failure board gives. */
import { expect, test } from 'vitest';
import { CLASSES, rightPlace, ROWS, type FailureClass, type Row } from './failureBoard.ts';
import { boardSentence } from './failureBoardSentence.ts';
import { RECORDS } from './failureRecords.ts';

function said(id: string, name: FailureClass, row: Row): string {
  const record = RECORDS.find((one) => one.id === id) ?? RECORDS[0];
  return boardSentence(record, { class: name, row });
}

test('says which exchange contradicts, what happens in it, and why this does not fit', () => {
  expect(said('A', 'crash', 'fail-silent')).toBe(
    'Exchange 3 contradicts you. The server is heard of again after it was silent. After a crash it would not be.',
  );
  expect(said('C', 'omission', 'no halt')).toBe(
    'Exchange 2 contradicts you. A reply comes after 16 ms, which is too late. An omission explains what is missing, and not what comes.',
  );
  expect(said('G', 'response', 'no halt')).toContain('p gets 7, and q gets 9. A response failure gives everybody the same answer');
  expect(said('I', 'timing', 'no halt')).toContain('The log shows a step from B to A, which get must not take.');
  expect(said('J', 'response', 'no halt')).toContain('What comes is junk.');
  expect(said('G', 'arbitrary', 'fail-safe')).toContain('Output that is fail-safe is seen to be junk.');
});

test('says that nothing contradicts a class that is too severe', () => {
  expect(said('B', 'arbitrary', 'fail-arbitrary')).toBe(
    'Nothing contradicts you, for a server that may fail by doing anything may also do this. But a milder class explains all of it.',
  );
});

test('names class and subtype in the right place', () => {
  expect(said('D', 'omission', 'no halt')).toContain('Record D belongs here: omission failure, send omission.');
  expect(said('K', 'crash', 'fail-noisy')).toContain('Record K belongs here: crash failure, fail-noisy.');
});

test('has an answer to every place, and gives the right one away in none but it', () => {
  const answers = RECORDS.flatMap((record) =>
    CLASSES.flatMap((name) =>
      ROWS.map((row) => ({ record, place: { class: name, row }, text: boardSentence(record, { class: name, row }) })),
    ),
  );

  expect(answers.filter(({ text }) => /undefined|\s{2}|\s$/.test(text))).toEqual([]);
  expect(answers.filter(({ text }) => text.includes('belongs here')).map(({ place }) => place)).toEqual(RECORDS.map(rightPlace));
});
