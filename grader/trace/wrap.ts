import { cellsOf } from './cells.ts';

/** Text in lines of at most `width` cells, broken at spaces. A word that is longer stands in a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/(?<=\s)(?=\S)/)) {
    const last = lines.at(-1);
    if (last !== undefined && cellsOf(`${last}${word}`.trimEnd()).length <= width) lines[lines.length - 1] = `${last}${word}`;
    else lines.push(word);
  }
  return lines.map((line) => line.trimEnd());
}
