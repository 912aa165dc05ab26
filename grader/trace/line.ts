/** One line of a diagram while it is drawn: cells, and strokes that cross what stands there already. */
import type { Paint, Role } from './paint.ts';

export interface Line {
  /** Cells from `column` on, over whatever stands there. */
  write(column: number, cells: readonly string[], role: Role): void;
  /** A horizontal stroke that crosses lanes and messages in flight. */
  stroke(from: number, to: number, dash?: string): void;
  /** Whether these columns hold nothing but `char`. */
  holds(char: string, from: number, to: number): boolean;
  toText(paint: Paint): string;
}

/** What a vertical becomes where a stroke crosses it. */
const CROSSED: Readonly<Record<string, string>> = { '┃': '╂', '┊': '┼', '│': '┼' };

export function newLine(): Line {
  const chars: string[] = [];
  const roles: (Role | undefined)[] = [];

  function put(column: number, char: string, role: Role | undefined): void {
    while (chars.length < column) {
      chars.push(' ');
      roles.push(undefined);
    }
    chars[column] = char;
    roles[column] = role;
  }

  return {
    write(column, cells, role) {
      for (const [at, cell] of cells.entries()) if (column + at >= 0) put(column + at, cell, role);
    },
    stroke(from, to, dash = '─') {
      for (let column = Math.min(from, to); column <= Math.max(from, to); column += 1) {
        const char = chars[column] ?? ' ';
        put(column, char === ' ' ? dash : (CROSSED[char] ?? char), char === ' ' ? 'message' : roles[column]);
      }
    },
    holds(char, from, to) {
      for (let column = from; column <= to; column += 1) if ((chars[column] ?? ' ') !== char) return false;
      return true;
    },
    toText(paint) {
      const end = chars.findLastIndex((char) => char !== ' ') + 1;
      let text = '';
      for (let from = 0; from < end;) {
        let to = from + 1;
        while (to < end && roles[to] === roles[from]) to += 1;
        const role = roles[from];
        const words = chars.slice(from, to).join('');
        text += role === undefined ? words : paint(role, words);
        from = to;
      }
      return text;
    },
  };
}
