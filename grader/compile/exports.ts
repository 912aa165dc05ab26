import type { Token } from 'sucrase/dist/parser/index.js';
import { placeAt, type Place } from './place.ts';
import { textOf } from './rules.ts';

const SKIPPED = new Set(['async', 'default', 'abstract', 'function', 'class', 'const', 'let', 'var', '*', '{', 'declare', 'type']);

/** Where each name is exported first, as far as it stands right behind an `export`. Only for pointing at it. */
export function placesOfExports(text: string, tokens: readonly Token[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  tokens.forEach((token, at) => {
    if (textOf(text, token) !== 'export') return;
    let next = at + 1;
    while (SKIPPED.has(textOf(text, tokens[next]))) next += 1;
    const name = tokens[next];
    if (name && !places.has(textOf(text, name))) places.set(textOf(text, name), placeAt(text, name.start));
  });
  return places;
}
