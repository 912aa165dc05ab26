import type { Words } from './words.ts';

/** A class of a source, in numbers of words. */
export interface ClassBody {
  /** Its own, and that of the variable that holds it; none where it has neither. */
  readonly names: readonly string[];
  /** The class that it extends, where that is a name. */
  readonly extended: string;
  readonly open: number;
  readonly close: number;
  /** What its members' names have in common. */
  readonly context: number;
}

export interface Member {
  readonly name: string;
  readonly at: number;
  readonly isPrivate: boolean;
  readonly isStatic: boolean;
  readonly isField: boolean;
}

const MODIFIERS = new Set(['static', 'readonly', 'private', 'public', 'protected', 'override', 'async', 'get', 'set', '*', 'accessor']);
const NO_FIELD = new Set(['get', 'set', 'async', '*']);

export function classesOf(words: Words): ClassBody[] {
  const found: ClassBody[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const context = words.token(at)?.contextId;
    if (words.text(at) !== 'class' || context === null || context === undefined) continue;
    let open = at + 1;
    while (open < words.length && (words.text(open) !== '{' || words.token(open)?.contextId !== context)) open += 1;
    const isNamed = words.text(at + 1) !== 'extends' && open > at + 1;
    const names = [...(isNamed ? [words.text(at + 1)] : []), ...(words.text(at - 1) === '=' ? [words.text(at - 2)] : [])];
    const extendsAt = isNamed ? at + 2 : at + 1;
    const isSimple = words.text(extendsAt) === 'extends' && open === extendsAt + 2;
    found.push({ names, extended: isSimple ? words.text(extendsAt + 1) : '', open, close: words.partner(open), context });
  }
  return found;
}

export function membersOf(words: Words, { open, close, context }: ClassBody): Member[] {
  const found: Member[] = [];
  for (let at = open + 1; at < close; at += 1) {
    const token = words.token(at);
    if (token?.identifierRole !== 10 || token.contextId !== context) continue;
    const isPrivate = words.text(at - 1) === '#';
    const modifiers: string[] = [];
    for (let before = isPrivate ? at - 2 : at - 1; MODIFIERS.has(words.text(before)); before -= 1) modifiers.push(words.text(before));
    const isField = words.text(at + 1) !== '(' && !modifiers.some((one) => NO_FIELD.has(one));
    found.push({ name: words.text(at), at, isPrivate, isStatic: modifiers.includes('static'), isField });
  }
  return found;
}

/** Whether a value that begins here has methods that change it: what other objects' methods do, nobody can tell from their names. */
export function isContainerAt(words: Words, at: number): boolean {
  const first = words.text(at);
  return first === '[' || first === '{' || (first === 'new' && /^(?:Map|Set|WeakMap|WeakSet|Array|Uint8Array)$/.test(words.text(at + 1)));
}
