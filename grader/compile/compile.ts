/**
 * From a learner's TypeScript to an ES module for the sandbox.
 *
 * sucrase erases the types and keeps every line where it was; nothing else is transformed, so what runs is what the learner wrote. What
 * sucrase would drop in silence (namespaces) or pass through (decorators, imports) is found in its tokens first and told.
 * Early errors that only an engine sees are found when the module is loaded.
 */
import { transform } from 'sucrase/dist/index.js';
import { parse } from 'sucrase/dist/parser/index.js';
import { MAX_DIAGNOSTICS } from '../base/limits.ts';
import type { Diagnostic } from '../base/report.ts';
import { isNestedTooDeeply } from './nesting.ts';
import { findBrokenRules } from './rules.ts';
import { findExports } from './exports.ts';
import { findModuleState, type Suspect } from './moduleState.ts';
import { placeAt, type Place } from './place.ts';
import { findPrivateState } from './privateState.ts';
import { quoteSource } from './quoteSource.ts';
import { tooLarge } from './sourceSize.ts';
import { wordsOf } from './words.ts';

export type Compiled =
  | {
      readonly kind: 'compiled';
      readonly code: string;
      readonly placeOf: (name: string) => Place | undefined;
      /** What may keep state outside of instances. */
      readonly suspects: () => readonly Suspect[];
    }
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] };

/** Compiles the bytes of a submission. `roles`: classes that are processes. Answers the first few diagnostics in the order of the file. */
export function compile(source: Uint8Array, roles: readonly string[] = []): Compiled {
  const size = tooLarge(source);
  if (size) return reject(size);
  const text = decodeUtf8(source);
  if (text === undefined) {
    return reject({ code: 'E_ENCODING', message: 'The source is not UTF-8 text. Save the file as UTF-8.' });
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    return reject({
      code: 'E_SYNTAX',
      message: 'There is a NUL character here, which no source may hold. Delete it.',
      ...placeAt(text, nul),
    });
  }
  return compileText(text, roles);
}

function compileText(text: string, roles: readonly string[]): Compiled {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(text, false, true, false);
  } catch (error) {
    return reject(syntaxError(text, error));
  }
  const { tokens, scopes } = parsed;
  if (isNestedTooDeeply(text, tokens)) return reject(NESTED_TOO_DEEPLY);
  const broken = findBrokenRules(text, tokens, MAX_DIAGNOSTICS);
  if (broken.length > 0) return { kind: 'rejected', diagnostics: broken };
  const words = wordsOf(text, tokens, scopes);
  const changing = findPrivateState(text, words, roles, MAX_DIAGNOSTICS);
  if (changing.length > 0) return { kind: 'rejected', diagnostics: changing };
  try {
    const { code } = transform(text, { transforms: ['typescript'], disableESTransforms: true });
    return { kind: 'compiled', code, placeOf: findExports(text, tokens), suspects: () => findModuleState(text, words) };
  } catch (error) {
    return reject(syntaxError(text, error));
  }
}

/** What is said wherever a parser goes too deep, the host's or the sandbox's. */
export const NESTED_TOO_DEEPLY: Diagnostic = {
  code: 'E_SYNTAX',
  message: 'The source cannot be parsed: it is nested too deeply, or broken beyond what a parser can tell.',
};

function syntaxError(text: string, error: unknown): Diagnostic {
  const at = typeof error === 'object' && error !== null && 'pos' in error ? Number(error.pos) : undefined;
  if (at === undefined || !Number.isInteger(at)) {
    // A host's stack ends at different depths on different machines, so the sentence is the same for whatever went wrong.
    return NESTED_TOO_DEEPLY;
  }
  if (text.slice(at).trim() === '') {
    return {
      code: 'E_SYNTAX',
      message: 'The file ends here while something is still open: a bracket, a string or a comment.',
      ...placeAt(text, at),
    };
  }
  const found = /^(?:[\w$]+|=>|[^\s\w])/u.exec(text.slice(at))?.[0] ?? text.charAt(at);
  return {
    code: 'E_SYNTAX',
    message: `\`${quoteSource(found)}\` cannot stand here. Look just before it for something missing or left over.`,
    ...placeAt(text, at),
  };
}

function reject(diagnostic: Diagnostic): Compiled {
  return { kind: 'rejected', diagnostics: [diagnostic] };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
