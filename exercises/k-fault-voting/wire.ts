/** What stands in requests, messages and indications. A learner's may be anything, so they are read with care. */
import { isList, isMap, isSet, type Data } from '../../grader/base/data.ts';

/** A field of an object; undefined of anything else. */
export function fieldOf(data: Data, name: string): Data {
  if (typeof data !== 'object' || data === null || data instanceof Uint8Array) return undefined;
  return isList(data) || isMap(data) || isSet(data) ? undefined : data[name];
}

/** Whether it is a 'call', 'REQUEST', 'REPLY', 'result' or 'unknown'. */
export function hasType(data: Data, type: string): boolean {
  return fieldOf(data, 'type') === type;
}

/** The text in a field; empty if there is none. */
export function textOf(data: Data, name: string): string {
  const text = fieldOf(data, name);
  return typeof text === 'string' ? text : '';
}
