/**
 * Texts of a submission as they may stand in any document, whatever reads it next.
 *
 * A document is often printed to a log, and GitHub's runner takes a line that begins with `::`, and `##[` anywhere, for a command to itself. So
 * these are broken by a space without width, and every line but the first is marked as not the grader's own.
 */
import { printable } from '../base/printable.ts';
import { clipped } from './clipped.ts';

/** Zero-width space. */
const GAP = '\u200b';

/** Characters of a text before anything else is done with it: no grading gives one as long. */
const MAX_TEXT_CHARS = 100_000;

export function safeText(text: string): string {
  return shownText(clipped(text, MAX_TEXT_CHARS)).replaceAll('\n', '\n| ');
}

/** The same in a place that has one line. */
export function oneLine(text: string): string {
  return shownText(clipped(text, MAX_TEXT_CHARS)).replace(/[\n\t]+/g, ' ');
}

/** What a submission printed, each line marked as not the grader's own. */
export function printedText(console: string, maxChars: number): string {
  if (console === '') return '';
  const lines = shownText(clipped(console, maxChars)).replace(/\n$/, '').split('\n');
  return lines.map((line) => `| ${line}`).join('\n');
}

/** Lines as they are, but nothing in them does anything to a screen or a log. */
export function shownText(text: string): string {
  return printable(text)
    .replaceAll('##[', `##${GAP}[`)
    .replace(/^([^\S\n]*)(?=::)/gm, `$1${GAP}`);
}
