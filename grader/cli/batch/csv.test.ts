import { parse } from 'csv-parse/sync';
import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { csvRow } from './csv.ts';

test.each([
  ['=1+1', `'=1+1\n`],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"\n`],
  ['+44', `'+44\n`],
  ['-2+3', `'-2+3\n`],
  ['@SUM(A1)', `'@SUM(A1)\n`],
  ['\t=1', `'\t=1\n`],
  ['＝1', `'＝1\n`],
  ['-', '-\n'],
  ['a;=1+1', `a;'=1+1\n`],
  ['a\n=1+1\nb', `"a\n'=1+1\nb"\n`],
  ['\n=1', `"\n'=1"\n`],
  ['a; -1, =2', `"a; -1, =2"\n`],
  ['a,b', '"a,b"\n'],
  ['say "no"', '"say ""no"""\n'],
  ['two\nlines', '"two\nlines"\n'],
  ['\u001b[31mred\u0000', '␛[31mred␀\n'],
])('writes the text %j so that a spreadsheet shows it and runs nothing', (text, row) => {
  expect(csvRow([text])).toBe(row);
});

test('leaves numbers as they are and gaps empty', () => {
  expect(csvRow([0, undefined, 12.5, ''])).toBe('0,,12.5,\n');
});

test('can be read again, whatever is in it', () => {
  assert(
    property(array(string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), (cells) => {
      const [row, ...others] = parse(csvRow(cells), { relax_column_count: false }) as string[][];

      expect(others).toEqual([]);
      expect(row).toHaveLength(cells.length);
      for (const cell of row ?? []) expect(cell).not.toMatch(/^(?!-$)[=+\-@\t＝＋－＠]/);
    }),
  );
});
