/** Text on a grid of cells, as terminals have it: most characters fill one cell, some two, some none. */

/** What a cell holds: a character with the marks upon it, or nothing where the character before it needs two cells. */
export function cellsOf(text: string): string[] {
  const cells: string[] = [];
  for (const char of text) {
    const last = cells.at(-1) === '' ? cells.length - 2 : cells.length - 1;
    if (WITHOUT_WIDTH.test(char)) cells.splice(Math.max(0, last), 1, `${cells[last] ?? ' '}${char}`);
    else if (WIDE.test(char)) cells.push(char, '');
    else cells.push(char);
  }
  return cells;
}

/** Cells of a text, at most `room`; what does not fit ends in an ellipsis. */
export function cellsWithin(text: string, room: number): string[] {
  const cells = cellsOf(text);
  if (cells.length <= room) return cells;
  const kept = cells.slice(0, Math.max(0, room - 1));
  // Never the first half of a wide character.
  if (cells[kept.length] === '') kept.pop();
  return [...kept, '…'].slice(0, room);
}

const WITHOUT_WIDTH = /^(\p{M}|[\u200b-\u200d])$/u;

const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}\u{20000}-\u{3fffd}]$/u;
