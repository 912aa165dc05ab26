/**
 * Tables as RFC 4180 has them, for spreadsheets that run what looks like a formula: a text that begins like one gets an apostrophe before
 * it. Control characters become visible signs.
 */
import { stringify } from 'csv-stringify/sync';
import { printable } from '../../base/printable.ts';

export type Cell = string | number | undefined;

/** What a spreadsheet takes for the beginning of a formula, in wide letters too. A dash alone is how Moodle writes “no grade”. */
const FORMULA = /^(?!-$)[=+\-@\t＝＋－＠]/;

/** One row with its line end. Undefined is an empty cell. */
export function csvRow(cells: readonly Cell[]): string {
  return stringify([cells.map((cell) => (typeof cell === 'string' ? harmless(printable(cell)) : cell))], { record_delimiter: 'unix' });
}

function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
