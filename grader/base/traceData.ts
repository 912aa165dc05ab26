import { fromCanonical, isList, isMap, isSet, type Crossed } from './data.ts';
import { MAX_TRACED_CHARS } from './limits.ts';
import { showData } from './showData.ts';

/**
 * A value, given as its canonical text, as a report's trace holds it: JSON, in which what JSON lacks stands as the text that a learner would
 * type. So does what nobody would read to its end, cut.
 */
export function traceText(text: string): unknown {
  const value = fromCanonical(text);
  return text.length > MAX_TRACED_CHARS ? showData(value) : traceData(value);
}

function traceData(value: Crossed): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (isList(value)) return value.map(traceData);
  if (typeof value !== 'object' || isMap(value) || isSet(value) || value instanceof Uint8Array) return showData(value);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, traceData(part)]));
}
