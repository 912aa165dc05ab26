/** The words of a source that run: its tokens without those of types, each with the scope that it stands in. */
import type { Scope, Token } from 'sucrase/dist/parser/index.js';
import { textOf } from './rules.ts';

/** Looked up by the number of a word. Behind the last, and before the first, words are empty. */
export interface Words {
  readonly length: number;
  text(at: number): string;
  token(at: number): Token | undefined;
  /** The number of the innermost scope; that of the module is 0. */
  scope(at: number): number;
  /** The scope around a scope; undefined for the module's. */
  outer(scope: number): number | undefined;
  isFunction(scope: number): boolean;
  /** The scope of the innermost function, its parameters included; that of the module is 0. */
  functionAround(scope: number): number;
  /** The bracket that closes, or opens, the one at `at`; `at` itself where there is none. */
  partner(at: number): number;
  /** The innermost bracket that is open around a word; -1 where there is none. */
  bracketAround(at: number): number;
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['${', '}'],
]);

export function wordsOf(text: string, tokens: readonly Token[], scopes: readonly Scope[]): Words {
  // A mark such as `!` behind a name is a type's word, too, and before one it changes nothing.
  const places = [...tokens.keys()].filter((place) => !tokens[place]?.isType && textOf(text, tokens[place]) !== '!');
  const words = places.map((place) => textOf(text, tokens[place]));
  const nested = [...scopes].sort(
    (left, right) => left.startTokenIndex - right.startTokenIndex || right.endTokenIndex - left.endTokenIndex,
  );
  const outers: number[] = [];
  const partners = new Map<number, number>();
  const open: number[] = [];
  const brackets: number[] = [];
  const around: number[] = [];
  let begun = 0;

  const scopeOf = places.map((place, at) => {
    while (open.length > 1 && (nested[open.at(-1) ?? 0]?.endTokenIndex ?? Infinity) <= place) open.pop();
    while (begun < nested.length && (nested[begun]?.startTokenIndex ?? 0) <= place) {
      if ((nested[begun]?.endTokenIndex ?? 0) > place) {
        const outer = open.at(-1);
        if (outer !== undefined) outers[begun] = outer;
        open.push(begun);
      }
      begun += 1;
    }
    const word = words[at] ?? '';
    const last = brackets.at(-1);
    if (last !== undefined && CLOSING.get(words[last] ?? '') === word) {
      partners.set(at, last).set(last, at);
      brackets.pop();
    }
    around.push(brackets.at(-1) ?? -1);
    if (CLOSING.has(word)) brackets.push(at);
    return open.at(-1) ?? 0;
  });

  const isFunction = (scope: number): boolean => nested[scope]?.isFunctionScope === true;

  function functionAround(scope: number): number {
    const outer = outers[scope];
    if (outer === undefined) return 0;
    const { startTokenIndex = 0, endTokenIndex = 0 } = nested[scope] ?? {};
    const isBody = textOf(text, tokens[startTokenIndex]) === '{' && isFunction(outer) && nested[outer]?.endTokenIndex === endTokenIndex;
    return isFunction(scope) && !isBody ? scope : functionAround(outer);
  }

  return {
    length: words.length,
    text: (at) => words[at] ?? '',
    token: (at) => tokens[places[at] ?? -1],
    scope: (at) => scopeOf[at] ?? 0,
    outer: (scope) => outers[scope],
    isFunction,
    functionAround,
    partner: (at) => partners.get(at) ?? at,
    bracketAround: (at) => around[at] ?? -1,
  };
}
