import { isList, isMap, isSet, type Data } from '../../grader/base/data.ts';

/**
 * Characters of one entry of stable storage as JSON, `"key":value`, by the rule of the contracts: a Map is a list of pairs, a Set a list, bytes a
 * list of numbers, a bigint its digits.
 */
export function storedChars(key: string, value: Data): number {
  return `${JSON.stringify(key)}:${json(value)}`.length;
}

function json(value: Data): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (value instanceof Uint8Array) return JSON.stringify([...value]);
  if (isList(value)) return `[${value.map(json).join(',')}]`;
  if (isMap(value)) return json([...value]);
  if (isSet(value)) return json([...value]);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries.map(([name, part]) => `${JSON.stringify(name)}:${json(part)}`).join(',')}}`;
}
