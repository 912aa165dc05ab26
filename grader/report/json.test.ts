import { expect, test } from 'vitest';
import { json } from './json.ts';
import { reportWith } from './reportsForTests.ts';

const report = reportWith();

test('writes the report of one file as it is', () => {
  expect(json({ graded: [{ file: 'a.ts', report }], single: true, color: false })).toBe(`${JSON.stringify(report, undefined, 2)}\n`);
});

test('writes an array for a folder, with one answer in it too', () => {
  expect(json({ graded: [{ file: 'a.ts', report }], single: false, color: false })).toBe(`${JSON.stringify([report], undefined, 2)}\n`);
});
