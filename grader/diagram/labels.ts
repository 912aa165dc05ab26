/** Finds room for texts, so that none overlaps another. */
import { CHAR_WIDTH, LABEL_HEIGHT, MAX_LABEL_CHARS } from './sizes.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Label {
  /** The left end of its first character, and the middle of its height. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Labels {
  readonly boxes: readonly Box[];
  /** The right end of all. */
  readonly right: number;
  /** The first of these places that is free, taken; undefined where none is. Places are middles of heights, and left ends. */
  place(text: string, places: Iterable<{ readonly x: number; readonly y: number }>): Label | undefined;
  /** Room that no text may take. */
  block(box: Box): void;
  widthOf(text: string): number;
}

/** Boxes are looked up by their columns. */
const COLUMN = 128;
/** Between two texts. */
const SPACE = 4;

export function newLabels(): Labels {
  const boxes: Box[] = [];
  const blocked = new Map<number, Box[]>();
  let right = 0;

  const widthOf = (text: string): number => shortened(text).length * CHAR_WIDTH;

  function* columnsOf({ left, right: end }: Box): Iterable<number> {
    for (let column = Math.floor(left / COLUMN); column <= Math.floor(end / COLUMN); column += 1) yield column;
  }

  function isFree(box: Box): boolean {
    for (const column of columnsOf(box)) {
      const others = blocked.get(column) ?? [];
      if (others.some((one) => one.left < box.right && box.left < one.right && one.top < box.bottom && box.top < one.bottom)) return false;
    }
    return true;
  }

  function block(box: Box): void {
    for (const column of columnsOf(box)) {
      const others = blocked.get(column);
      if (others) others.push(box);
      else blocked.set(column, [box]);
    }
  }

  return {
    boxes,
    get right() {
      return right;
    },
    block,
    widthOf,
    place(text, places) {
      const width = widthOf(text);
      for (const { x, y } of places) {
        const box = { left: x - SPACE / 2, top: y - LABEL_HEIGHT / 2, right: x + width + SPACE / 2, bottom: y + LABEL_HEIGHT / 2 };
        if (box.left < 0 || box.top < 0 || !isFree(box)) continue;
        block(box);
        boxes.push(box);
        right = Math.max(right, box.right);
        return { x, y, text: shortened(text) };
      }
      return undefined;
    },
  };
}

function shortened(text: string): string {
  return text.length <= MAX_LABEL_CHARS ? text : `${text.slice(0, MAX_LABEL_CHARS - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
