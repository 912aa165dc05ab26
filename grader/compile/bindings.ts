import type { Words } from './words.ts';

/** A name that a source declares, in numbers of words. */
export interface Binding {
  readonly at: number;
  /** The scope in which the name is known; 0 is the module's. */
  readonly scope: number;
  /** `let`, `var` or `const`; another word for other declarations. */
  readonly keyword: string;
}

export interface Bindings {
  /** What a name stands for in a scope; undefined for what the language itself declares. */
  find(name: string, scope: number): Binding | undefined;
  /** Declared at the top level, in their order. */
  readonly ofModule: readonly Binding[];
}

/** What sucrase says of names that are declared: with `let` and the like, as a parameter or with `var`, and at the top level, alone or in `{ x }`. */
const DECLARES: ReadonlySet<number | null | undefined> = new Set([2, 3, 4, 5, 6, 7]);
const FUNCTION_SCOPED: ReadonlySet<number | null | undefined> = new Set([3, 6]);

export function bindingsOf(words: Words): Bindings {
  const known = new Map<string, Binding>();
  const ofModule: Binding[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const role = words.token(at)?.identifierRole;
    if (!DECLARES.has(role)) continue;
    let scope = words.scope(at);
    while (FUNCTION_SCOPED.has(role) && !words.isFunction(scope)) scope = words.outer(scope) ?? 0;
    const binding = { at, scope, keyword: keywordOf(words, at) };
    if (scope === 0) ofModule.push(binding);
    const key = `${scope} ${words.text(at)}`;
    if (!known.has(key)) known.set(key, binding);
  }
  return {
    ofModule,
    find(name, scope) {
      for (let around: number | undefined = scope; around !== undefined; around = words.outer(around)) {
        const found = known.get(`${around} ${name}`);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** Words of one declaration that are looked through for its beginning: those of fifty variables. */
const MAX_DECLARATION_WORDS = 200;

/** The word that begins a declaration; of `let x = 1, y = 2` it is far from y. */
function keywordOf(words: Words, at: number): string {
  for (let before = at - 1; before >= 0 && before > at - MAX_DECLARATION_WORDS; before -= 1) {
    const word = words.text(before);
    if (/^(?:let|var|const|class|function|enum|catch)$/.test(word)) return word;
    if (word === ';' || word === '(' || word === '=>') break;
    before = Math.min(before, words.partner(before));
  }
  return '';
}
