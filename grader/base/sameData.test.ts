import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Foreign, type Crossed, type Data } from './data.ts';
import { anyData } from './dataForTests.ts';
import { sameData } from './sameData.ts';

describe('two values are the same', () => {
  test.each<[string, Crossed, Data]>([
    ['0 and -0', { position: -0 }, { position: 0 }],
    ['NaN and NaN', [NaN], [NaN]],
    ['objects with keys in any order', { b: 1, a: 2 }, { a: 2, b: 1 }],
    [
      'Maps with entries in any order',
      new Map([
        [{ x: 1 }, 1],
        [{ x: 2 }, 2],
      ]),
      new Map([
        [{ x: 2 }, 2],
        [{ x: 1 }, 1],
      ]),
    ],
    ['Sets with entries in any order', new Set([[1], [2]]), new Set([[2], [1]])],
    ['bytes with the same entries', Uint8Array.of(1, 2), Uint8Array.of(1, 2)],
    ['objects with a key called __proto__', fromEntry('__proto__', 1), fromEntry('__proto__', 1)],
  ])('%s', (_what, actual, expected) => {
    expect(sameData(actual, expected)).toBe(true);
  });
});

describe('two values differ', () => {
  test.each<[string, Crossed, Data]>([
    ['a number and its digits', '1', 1],
    ['a number and a bigint', 1n, 1],
    ['null and undefined', undefined, null],
    ['an object and null', {}, null],
    ['an empty list and an empty object', [], {}],
    ['an empty Map and an empty object', new Map(), {}],
    ['an empty Set and an empty list', new Set(), []],
    ['bytes and a list', [1], Uint8Array.of(1)],
    ['a list and a longer one', [1], [1, undefined]],
    ['a property too many', { a: 1, b: undefined }, { a: 1 }],
    ['a property too few', { a: 1 }, { a: 1, b: undefined }],
    ['an inherited name and a property', {}, { toString: undefined }],
    [
      'a Map of another size',
      new Map([[1, 1]]),
      new Map([
        [1, 1],
        [2, 2],
      ]),
    ],
    ['Sets that share all but one', new Set([1, 2]), new Set([1, 3])],
    ['something foreign and anything', new Foreign('a function'), {}],
    ['a list of something foreign', [new Foreign('a hole')], [undefined]],
  ])('%s', (_what, actual, expected) => {
    expect(sameData(actual, expected)).toBe(false);
  });
});

test('everything is the same as itself, and a list of two of it is not', () => {
  assert(
    property(anyData, (value) => {
      expect(sameData(value, structuredClone(value))).toBe(true);
      expect(sameData([value, value], [value])).toBe(false);
    }),
  );
});

function fromEntry(key: string, value: number): { readonly [key: string]: number } {
  return Object.fromEntries([[key, value]]);
}
