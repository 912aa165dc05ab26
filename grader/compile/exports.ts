import type { Token } from 'sucrase/dist/parser/index.js';
import { placeAt, type Place } from './place.ts';
import { textOf } from './rules.ts';

const SKIPPED = new Set(['async', 'default', 'abstract', 'function', 'class', 'const', 'let', 'var', '*', '{', 'declare', 'type']);

/** Finds where a name is exported first, as far as it stands right behind an `export`. Only for pointing at it. */
export function findExports(text: string, tokens: readonly Token[]): (name: string) => Place | undefined {
  const starts = new Map<string, number>();
  tokens.forEach((token, at) => {
    if (textOf(text, token) !== 'export') return;
    let next = at + 1;
    while (SKIPPED.has(textOf(text, tokens[next]))) next += 1;
    const name = tokens[next];
    if (name && !starts.has(textOf(text, name))) starts.set(textOf(text, name), name.start);
  });
  return (name) => {
    const start = starts.get(name);
    return start === undefined ? undefined : placeAt(text, start);
  };
}
