/** The rules of `faultline.d.ts` about what a submission may contain, looked up in its tokens. */
import type { Token } from 'sucrase/dist/parser/index.js';
import type { Diagnostic } from '../base/report.ts';
import { placeAt } from './place.ts';
import { quoteSource } from './quoteSource.ts';

const ONLY_TYPES = "A submission is one file: only `import type { … } from 'faultline'` is possible here";

/** The text of a token; empty behind the end. */
export function textOf(text: string, token: Token | undefined): string {
  return token ? text.slice(token.start, token.end) : '';
}

/** The first places that break a rule, at most `limit`, in the order of the file. */
export function findBrokenRules(text: string, tokens: readonly Token[], limit: number): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [at, token] of tokens.entries()) {
    if (found.length === limit) break;
    if (token.isType && textOf(text, token) !== 'namespace' && textOf(text, token) !== 'module') continue;
    const rule = brokenRule(
      (offset) => textOf(text, tokens[at + offset]),
      () => namespaceHasValues(text, tokens, at),
    );
    if (rule) found.push({ ...rule, ...placeAt(text, token.start) });
  }
  return found;
}

type Word = (offset: number) => string;

function brokenRule(word: Word, hasValues: () => boolean): { code: string; message: string } | undefined {
  const isProperty = word(-1) === '.' || word(-1) === '?.' || word(1) === ':';
  switch (word(0)) {
    case '@':
      return feature('Decorators are not available here. Call the function yourself.');
    case 'import':
      return isProperty || word(1) === '' ? undefined : brokenImport(word);
    case 'export':
      return isProperty ? undefined : brokenExport(word);
    case 'namespace':
    case 'module':
      if (isProperty || word(-1) === 'declare' || !isNamespace(word) || !hasValues()) return undefined;
      return feature(
        `A namespace with values is not available here. Write its contents at the top level, or as an object: \`const ${quoteSource(word(1))} = { … }\`.`,
      );
    default:
      return undefined;
  }
}

function brokenImport(word: Word): { code: string; message: string } | undefined {
  if (word(1) === '(' && isMethod(word)) return undefined;
  if (word(1) === '(') return { code: 'E_IMPORT', message: `\`import()\` is not available here. ${ONLY_TYPES}.` };
  if (word(1) === '.') return feature('`import.meta` is not available here: a submission has no place of its own.');
  if (word(2) === '=' || (word(1) === 'type' && word(3) === '=')) return feature(`\`import … =\` is not available here. ${ONLY_TYPES}.`);
  const specifier = specifierAfter(word, 1);
  const typesOnly = word(1) === 'type' && !(word(2) === 'from' && isString(word(3)));
  if (typesOnly && unquote(specifier) === 'faultline') return undefined;
  if (unquote(specifier) === 'faultline') {
    return {
      code: 'E_IMPORT',
      message: "'faultline' has types only, and nothing is imported at run time. Write `import type` in place of `import`.",
    };
  }
  return { code: 'E_IMPORT', message: `${quoteSource(specifier)} cannot be imported. ${ONLY_TYPES}.` };
}

function brokenExport(word: Word): { code: string; message: string } | undefined {
  if (word(1) === '=') return feature('`export =` is not available here. Write `export` before each function that the exercise asks for.');
  const from = word(1) === '*' ? 1 : word(1) === 'type' ? 2 : 1;
  if (word(from) !== '*' && word(from) !== '{') return undefined;
  const specifier = specifierAfter(word, from);
  if (specifier === '' || (word(1) === 'type' && unquote(specifier) === 'faultline')) return undefined;
  return { code: 'E_IMPORT', message: `Nothing can be exported from ${quoteSource(specifier)}. ${ONLY_TYPES}.` };
}

/**
 * The module that an import or export names: the string behind its `from`, or alone. Empty if it names none. A string elsewhere in the
 * statement is a name, as in `export { x as 'a b' }`.
 */
function specifierAfter(word: Word, start: number): string {
  if (isString(word(start))) return word(start);
  for (let offset = start; word(offset) !== ''; offset += 1) {
    if (word(offset) === 'from' && isString(word(offset + 1))) return word(offset + 1);
    if (word(offset) === ';' || word(offset) === '(' || word(offset) === '=') return '';
    if (word(offset) === '}' && word(offset + 1) !== 'from') return '';
  }
  return '';
}

/** Whether the parenthesis behind a keyword holds parameters: a body follows it. */
function isMethod(word: Word): boolean {
  let depth = 0;
  for (let offset = 1; word(offset) !== ''; offset += 1) {
    if (word(offset) === '(') depth += 1;
    if (word(offset) === ')') depth -= 1;
    if (depth === 0) return word(offset + 1) === '{';
  }
  return false;
}

function isNamespace(word: Word): boolean {
  return /^[\w$]/.test(word(1)) && (word(2) === '{' || word(2) === '.');
}

const VALUES = new Set(['const', 'let', 'var', 'function', 'class', 'enum', '(', '=>', '++', '--']);

function namespaceHasValues(text: string, tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let next = at + 1; next < tokens.length; next += 1) {
    const word = textOf(text, tokens[next]);
    if (VALUES.has(word)) return true;
    if (word === '{') depth += 1;
    if (word === '}') depth -= 1;
    if (word === '}' && depth === 0) return false;
  }
  return false;
}

function isString(word: string): boolean {
  return word.startsWith("'") || word.startsWith('"');
}

function unquote(word: string): string {
  return word.slice(1, -1);
}

function feature(message: string): { code: string; message: string } {
  return { code: 'E_FEATURE', message };
}
