import { isDeepStrictEqual } from 'node:util';
import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Callback, Foreign, fromCanonical, toCanonical, toPlainJson, type Data } from './data.ts';
import { anyData } from './dataForTests.ts';

describe('the canonical form', () => {
  test.each<[string, Data, string]>([
    ['null', null, 'null'],
    ['undefined', undefined, '["u"]'],
    ['a text', 'a"b', '"a\\"b"'],
    ['half of a surrogate pair', '\ud800', '"\\ud800"'],
    ['a number', 1.5, '1.5'],
    ['-0', -0, '["n","-0"]'],
    ['NaN', NaN, '["n","NaN"]'],
    ['an infinity', -Infinity, '["n","-Infinity"]'],
    ['a bigint', 10n ** 20n, '["i","100000000000000000000"]'],
    ['a list', [1, [2]], '["a",1,["a",2]]'],
    ['bytes', Uint8Array.of(1, 255), '["b",1,255]'],
    ['a Map', new Map([['a', 1]]), '["m","a",1]'],
    ['a Set', new Set([1, 'a']), '["s",1,"a"]'],
    ['an object, keys in order', { b: 1, a: 2 }, '["o","a",2,"b",1]'],
  ])('of %s is one text', (_what, value, text) => {
    const canonical = toCanonical(value);

    expect(canonical).toBe(text);
  });

  test('gives back what it was made of', () => {
    assert(
      property(anyData, (value) => {
        // Not `toStrictEqual`: that takes a property called `constructor` for the class.
        expect(isDeepStrictEqual(fromCanonical(toCanonical(value)), value)).toBe(true);
      }),
    );
  });

  test('is the same for objects whose keys were set in another order', () => {
    const left = toCanonical({ a: { x: 1, y: 2 }, b: 3 });

    expect(toCanonical({ b: 3, a: { y: 2, x: 1 } })).toBe(left);
  });

  test('makes a key called __proto__ an ordinary property', () => {
    const value = fromCanonical('["o","__proto__",["o","x",1]]');

    expect(Object.getOwnPropertyNames(value)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  test('numbers the functions of the grader as they come, the same one once', () => {
    const double = new Callback('(x) => 2 * x', (x) => Number(x) * 2);
    const callbacks: Callback[] = [];

    const text = toCanonical([double, { again: double }], callbacks);

    expect(text).toBe('["a",["f",0],["o","again",["f",0]]]');
    expect(callbacks).toEqual([double]);
  });

  test('reads what could not cross as something foreign', () => {
    expect(fromCanonical('["!","a proxy"]')).toEqual(new Foreign('a proxy'));
    expect(fromCanonical('["f",0]')).toEqual(new Foreign('a function'));
  });
});

describe('the form of JSON itself', () => {
  test.each<Data>([undefined, NaN, -0, 1n, new Map(), [new Set()], { x: Uint8Array.of(1) }])('is not had of %s', (value) => {
    expect(toPlainJson(value)).toBeUndefined();
  });

  test('is had of everything else, and gives it back', () => {
    assert(
      property(anyData, (value) => {
        const text = toPlainJson(value);

        expect(text === undefined || isDeepStrictEqual(JSON.parse(text), value)).toBe(true);
      }),
    );
  });

  test('has its keys in order, a key called __proto__ too', () => {
    const value = Object.fromEntries([
      ['b', { d: 1, c: [] }],
      ['__proto__', 2],
      ['a', 'x'],
    ]);

    expect(toPlainJson(value)).toBe('{"__proto__":2,"a":"x","b":{"c":[],"d":1}}');
  });
});
