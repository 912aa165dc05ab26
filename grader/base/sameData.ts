import { Foreign, isList, isMap, isSet, type Crossed, type Data } from './data.ts';

/**
 * Whether a value that came out of the sandbox is the expected one.
 *
 * As the contracts have it: own enumerable properties by value, in any order; 0 and -0 are the same, NaN is NaN; Maps and Sets in
 * any order of entries. Anything that could not cross the border is equal to nothing.
 */
export function sameData(actual: Crossed, expected: Data): boolean {
  if (actual instanceof Foreign) return false;
  if (typeof actual !== 'object' || actual === null || typeof expected !== 'object' || expected === null) {
    return actual === expected || (Number.isNaN(actual) && Number.isNaN(expected));
  }
  if (actual instanceof Uint8Array || expected instanceof Uint8Array) {
    return actual instanceof Uint8Array && expected instanceof Uint8Array && sameItems([...actual], [...expected]);
  }
  if (isList(actual) || isList(expected)) {
    return isList(actual) && isList(expected) && sameItems(actual, expected);
  }
  if (isMap(actual) || isMap(expected)) {
    return isMap(actual) && isMap(expected) && sameUnordered([...actual], [...expected]);
  }
  if (isSet(actual) || isSet(expected)) {
    return isSet(actual) && isSet(expected) && sameUnordered([...actual], [...expected]);
  }
  const keys = Object.keys(expected);
  return (
    keys.length === Object.keys(actual).length && keys.every((key) => Object.hasOwn(actual, key) && sameData(actual[key], expected[key]))
  );
}

function sameItems(actual: readonly Crossed[], expected: readonly Data[]): boolean {
  return actual.length === expected.length && expected.every((item, at) => sameData(actual[at], item));
}

function sameUnordered(actual: readonly Crossed[], expected: readonly Data[]): boolean {
  const left = [...actual];
  return (
    actual.length === expected.length &&
    expected.every((item) => {
      const at = left.findIndex((candidate) => sameData(candidate, item));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    })
  );
}
