import { MAX_SHOWN_CHARS } from './limits.ts';
import { Callback, Foreign, isList, isMap, isSet, type Argument, type Crossed } from './data.ts';

/**
 * A value as a learner would type it: `{ nibble: 11, position: 5 }`, `'0110011'`, `new Map([['a', 1]])`.
 *
 * What could not cross the border stands between guillemets: `‹a function›`. Long texts are cut in the middle of nowhere and say so.
 */
export function showData(value: Argument | Crossed): string {
  return shorten(show(value));
}

/** The path to a part of a value, one key further: `items[0]` and `'a b'` make `items[0]['a b']`. */
export function showPath(path: string, key: string): string {
  const isName = NAME.test(key);
  if (path === '' && isName) return key;
  return shorten(isName ? `${path}.${key}` : `${path}[${shorten(quote(key))}]`);
}

function shorten(text: string): string {
  return text.length <= MAX_SHOWN_CHARS ? text : `${cut(text)}… (${text.length} characters)`;
}

/** A call as a learner would type it: `decode74('0110111')`. */
export function showCall(name: string, args: readonly Argument[]): string {
  return `${name}(${args.map(showData).join(', ')})`;
}

function cut(text: string): string {
  const last = text.charCodeAt(MAX_SHOWN_CHARS - 1);
  // Never between the halves of a surrogate pair: half a character is not valid text in a report.
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? MAX_SHOWN_CHARS - 1 : MAX_SHOWN_CHARS);
}

function show(value: Argument | Crossed): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Foreign) return `‹${value.what}›`;
  if (value instanceof Callback) return value.source;
  if (value instanceof Uint8Array) return `Uint8Array.of(${[...value].join(', ')})`;
  if (isList(value)) return `[${value.map(show).join(', ')}]`;
  if (isMap(value)) return `new Map([${[...value].map(([key, item]) => `[${show(key)}, ${show(item)}]`).join(', ')}])`;
  if (isSet(value)) return `new Set([${[...value].map(show).join(', ')}])`;
  // Sorted, so that an expected and an actual object can be compared at a glance.
  const entries = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, item]) => `${showKey(key)}: ${show(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

const NAME = /^[A-Za-z_$][\w$]*$/;

function showKey(key: string): string {
  return NAME.test(key) ? key : quote(key);
}

/** In single quotes; controls, line separators and lone surrogates are escaped, so that the text is safe on any screen. */
function quote(text: string): string {
  const escaped = text.replace(
    /['\\\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (char) => {
      if (char === "'" || char === '\\') return `\\${char}`;
      if (char === '\n') return '\\n';
      if (char === '\t') return '\\t';
      return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
  return `'${escaped}'`;
}
