import { Foreign, isList, isMap, isSet, type Crossed } from './data.ts';
import { showData, showPath } from './showData.ts';

/** The first part of a value that could not leave the sandbox, and the path to it. */
export function firstForeign(value: Crossed, path: string): { path: string; what: string } | undefined {
  if (value instanceof Foreign) return { path, what: value.what };
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  const parts: [string, Crossed][] = isList(value)
    ? value.map((part, at) => [`${path}[${at}]`, part])
    : isMap(value)
      ? [...value].map(([key, part]) => [`${path}.get(${showData(key)})`, part])
      : isSet(value)
        ? [...value].map((part) => [path, part])
        : Object.entries(value).map(([key, part]) => [showPath(path, key), part]);
  for (const [inner, part] of parts) {
    const found = firstForeign(part, inner);
    if (found) return found;
  }
  return undefined;
}
