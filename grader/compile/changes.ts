/**
 * Whether a program changes, at one place, what a name stands for: by an assignment, by `++`, by a call such as `.push()`. Looked up in words, without
 * knowing what any of them is at run time, so it is a good guess and no more.
 */
import type { Words } from './words.ts';

export interface Change {
  /** The properties on the way, such as `.prototype.count`. */
  readonly path: string;
  /** The method that is called; absent where something is assigned or deleted. */
  readonly method?: string;
  /** Whether it is the name itself that is given another value. */
  readonly isWhole: boolean;
}

const ASSIGNS = /^(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=$/;

/** Methods that change a list, a Map, a Set or bytes. */
const MUTATORS = new Set(
  'push pop shift unshift splice sort reverse fill copyWithin set add delete clear setUint8 setUint16 setUint32 setInt32'.split(' '),
);
/** Methods by which iterators and regular expressions with a memory move on. */
const ADVANCES = new Set(['next', 'exec', 'test']);

/** Functions of Object and Reflect that change their first argument. */
const CHANGERS = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf', 'set', 'deleteProperty']);

/** How the name whose words are `first` to `last` is changed where it stands; undefined if it is only read. */
export function changeAt(words: Words, first: number, last: number): Change | undefined {
  let start = first;
  let at = last + 1;
  let path = '';
  let depth = 0;
  const changed = (more: object = {}): Change => ({ path, isWhole: depth === 0, ...more });
  for (;;) {
    const word = words.text(at);
    if (word === ')' && words.text(start - 1) === '(' && !isOperand(words.text(start - 2))) {
      // Parentheses around a type's assertion: `(x as Y).z`.
      start -= 1;
      at += 1;
    } else if (word === '[' || (word === '?.' && words.text(at + 1) === '[')) {
      at = words.partner(word === '[' ? at : at + 1) + 1;
      depth += 1;
    } else if (word === '.' || word === '?.') {
      const isPrivate = words.text(at + 1) === '#';
      const name = words.text(isPrivate ? at + 2 : at + 1);
      const after = isPrivate ? at + 3 : at + 2;
      depth += 1;
      if (words.text(after) === '(') {
        if (!isPrivate && (MUTATORS.has(name) || (ADVANCES.has(name) && path === ''))) return changed({ method: name });
        at = words.partner(after) + 1;
      } else {
        path += `.${isPrivate ? '#' : ''}${name}`;
        at = after;
      }
    } else break;
  }
  const [before, after] = [words.text(start - 1), words.text(at)];
  if (ASSIGNS.test(after) || after === '++' || after === '--') return changed();
  if (before === '++' || before === '--' || (before === 'delete' && depth > 0)) return changed();
  if (
    before === '(' &&
    words.text(start - 3) === '.' &&
    CHANGERS.has(words.text(start - 2)) &&
    /^(?:Object|Reflect)$/.test(words.text(start - 4))
  )
    return { path, isWhole: false };
  if (before === '(' && words.text(start - 2) === 'for' && (after === 'of' || after === 'in')) return changed();
  return isInPattern(words, start, at) ? changed() : undefined;
}

/** Whether a word can be called, or stand before an index: then the bracket behind it belongs to it. */
function isOperand(word: string): boolean {
  return (
    word === ')' ||
    word === ']' ||
    (/^[\w$]/.test(word) && !/^(?:return|typeof|void|delete|in|of|case|else|do|await|yield|throw|new)$/.test(word))
  );
}

/** Whether what stands from `start` to before `end` is given a value by a pattern: `[x, y] = …`, `({ x } = …)`. */
function isInPattern(words: Words, start: number, end: number): boolean {
  if (!/^[,\]}]$/.test(words.text(end)) || !/^(?:[,[{:]|\.\.\.)$/.test(words.text(start - 1))) return false;
  const open = words.bracketAround(start);
  if (!/^[[{]$/.test(words.text(open)) || isOperand(words.text(open - 1))) return false;
  const close = words.partner(open);
  return words.text(close + 1) === '=' || isInPattern(words, open, close + 1);
}
