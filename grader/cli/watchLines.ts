/** Lines that fit a terminal, however narrow. */

/** Cells of a bar: as long as eyes take in at once, and not worth its place below a few. */
const MAX_CELLS = 30;
const MIN_CELLS = 5;

/** `████████░░░░ 7 of 11 exercises pass`; the words alone where a bar has no place beside them. It is full only where all is done. */
export function progressBar(done: number, all: number, words: string, columns: number): string {
  const cells = Math.min(MAX_CELLS, columns - words.length - 1);
  if (cells < MIN_CELLS) return wrappedWords(words, columns);
  const filled = Math.floor((done / all) * cells);
  return `${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${words}`;
}

/** Each line broken between words where it is longer than `columns`, and its rest indented as it is, a mark `>` left out. Codes of colours take no place. */
export function wrappedWords(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => (visibleLength(line) <= columns ? line : wrappedLine(line, columns)))
    .join('\n');
}

function wrappedLine(line: string, columns: number): string {
  const [lead = ''] = /^[ >]*/.exec(line) ?? [];
  const indent = ' '.repeat(lead.length);
  const [first = '', ...words] = line.slice(lead.length).split(' ');
  const lines = [`${lead}${first}`];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && visibleLength(last) + 1 + visibleLength(word) <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}${word}`);
  }
  return lines.join('\n');
}

function visibleLength(text: string): number {
  return text.replaceAll(/\u001b\[[\d;]*m/g, '').length;
}
