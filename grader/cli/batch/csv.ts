/**
 * Tables as RFC 4180 has them, for spreadsheets that run what looks like a formula: a text that begins like one gets an apostrophe before
 * it. Where a semicolon is the separator, as in much of Europe, a spreadsheet sees no quotation marks in the middle of a row and begins
 * a cell after every semicolon and every line break of a text, so those begin no formula either. Control characters become visible signs.
 */
import { stringify } from 'csv-stringify/sync';
import { printable } from '../../base/printable.ts';

export type Cell = string | number | undefined;

/** What a spreadsheet takes for the beginning of a formula, in wide letters too. A dash alone is how Moodle writes “no grade”. */
const FORMULA = /^(?!-$)[=+\-@\t＝＋－＠]/;
const FORMULA_WITHIN = /(?<=[;\n])(?=[=+\-@\t＝＋－＠])/g;

/** One row with its line end. Undefined is an empty cell. */
export function csvRow(cells: readonly Cell[]): string {
  return stringify([cells.map((cell) => (typeof cell === 'string' ? harmless(printable(cell)) : cell))], { record_delimiter: 'unix' });
}

function harmless(text: string): string {
  const within = text.replace(FORMULA_WITHIN, "'");
  return FORMULA.test(text) ? `'${within}` : within;
}
