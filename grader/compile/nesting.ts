import type { Token } from 'sucrase/dist/parser/index.js';
import { MAX_NESTING, MAX_STATEMENT_TOKENS } from '../base/limits.ts';
import { textOf } from './rules.ts';

const OPEN = new Set(['(', '[', '{', '${']);
const CLOSE = new Set([')', ']', '}']);
/** What ends the run of tokens that a parser may go through by recursion: separators, and words that only begin a statement. */
const BREAKS = new Set([';', ',', '{', '}', 'const', 'let', 'var', 'return', 'throw', 'export']);

/**
 * Whether a source is nested deeper than any program is, or has a statement longer than any is.
 *
 * Parsers recurse, and a host's stack ends at different depths in different places. These bounds lie below all of them, so that a
 * source is refused everywhere or nowhere.
 */
export function isNestedTooDeeply(text: string, tokens: readonly Token[]): boolean {
  let depth = 0;
  let run = 0;
  for (const token of tokens) {
    const word = textOf(text, token);
    const isTypeBracket = token.isType && /^[<>]/.test(word);
    if (OPEN.has(word) || (isTypeBracket && word === '<')) depth += 1;
    if (CLOSE.has(word)) depth -= 1;
    if (isTypeBracket && word !== '<') depth -= word.length;
    run = BREAKS.has(word) ? 0 : run + 1;
    if (depth > MAX_NESTING || run > MAX_STATEMENT_TOKENS) return true;
  }
  return false;
}
