/**
 * Values of a trace in words: as a learner would type them, but for the `type` of a message, which stands first and bare:
 * `{ type: 'GRANT', round: 2 }` is `GRANT { round: 2 }`, `{ type: 'ACK' }` is `ACK`.
 */
import { MAX_SHOWN_CHARS } from '../base/limits.ts';
import { showData } from '../base/showData.ts';

/** The whole value, cut where no reader would follow any more. */
export function dataWords(value: unknown): string {
  const words = typedObject(value);
  if (!words) return shorten(show(value));
  const fields = words.fields.map(([key, item]) => `${showKey(key)}: ${show(item)}`);
  return fields.length === 0 ? words.type : shorten(`${words.type} { ${fields.join(', ')} }`);
}

/** The value for a place where little room is: what is plain stands without names and quotes, `decide abort`. */
export function dataLabel(value: unknown): string {
  const words = typedObject(value);
  if (words) return [words.type, ...words.fields.map(([, item]) => bare(item))].join(' ');
  return bare(value);
}

interface TypedObject {
  readonly type: string;
  /** The other fields. */
  readonly fields: readonly (readonly [string, unknown])[];
}

/** What stands bare without being mistaken for anything else. */
const WORD = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

function typedObject(value: unknown): TypedObject | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  const type: unknown = entries.find(([key]) => key === 'type')?.[1];
  if (typeof type !== 'string' || !WORD.test(type)) return undefined;
  return { type, fields: entries.filter(([key]) => key !== 'type') };
}

function bare(value: unknown): string {
  return typeof value === 'string' && WORD.test(value) ? value : show(value);
}

/** What JSON lacks stands in a trace as the text that a learner would type. */
const LACKING = /^(undefined|NaN|-?Infinity|-0|-?\d+n|(new (Map|Set)|Uint8Array\.of)\(\P{C}*\))$/u;

function show(value: unknown): string {
  if (typeof value === 'string') return LACKING.test(value) ? value : showData(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  const fields = Object.entries(value).map(([key, item]) => `${showKey(key)}: ${show(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function showKey(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : showData(key);
}

function shorten(text: string): string {
  if (text.length <= MAX_SHOWN_CHARS) return text;
  // Half a character is no text.
  return `${text.slice(0, MAX_SHOWN_CHARS).replace(/[\ud800-\udbff]$/, '')}… (${text.length} characters)`;
}
