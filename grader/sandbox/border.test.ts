/** What crosses the border of the sandbox, in both directions, and what a submission can do about it. */
import { isDeepStrictEqual } from 'node:util';
import { assert, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Callback, Foreign, type Argument } from '../base/data.ts';
import { anyData } from '../base/dataForTests.ts';
import { callF, load } from './runForTests.ts';

describe('values', () => {
  test('go in and come out as they were', async () => {
    const { sandbox } = await load('export const f = (x: unknown) => x;');

    assert(
      property(anyData, (value) => {
        const outcome = sandbox.call('f', [value]);

        expect(outcome).toMatchObject({ kind: 'returned', argumentsKept: true });
        expect(isDeepStrictEqual(outcome.kind === 'returned' && outcome.value, value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('go in as what they are in the language', async () => {
    const outcome = await callF(
      `export const f = (...all: any[]) => all.map((x) => Object.prototype.toString.call(x) + typeof x)`,
      -0,
      1n,
      undefined,
      null,
      [1],
      new Map(),
      new Set(),
      Uint8Array.of(1),
      { a: 1 },
    );

    expect(outcome).toMatchObject({
      value: [
        '[object Number]number',
        '[object BigInt]bigint',
        '[object Undefined]undefined',
        '[object Null]object',
        '[object Array]object',
        '[object Map]object',
        '[object Set]object',
        '[object Uint8Array]object',
        '[object Object]object',
      ],
    });
  });

  test.each([
    ['() => 1', 'a function'],
    ['Symbol()', 'a symbol'],
    ['Promise.resolve(1)', 'a promise'],
    ['new Proxy([], {})', 'a proxy'],
    ['new Proxy(() => 1, {})', 'a proxy'],
    ['Proxy.revocable({}, {}).proxy', 'a proxy'],
    ['new Error("x")', 'an error object'],
    ['/x/', 'a regular expression'],
    ['new String("x")', 'a String object'],
    ['new Float64Array(1)', 'a typed array other than Uint8Array'],
    ['new ArrayBuffer(1)', 'an ArrayBuffer'],
    ['new WeakMap()', 'a WeakMap'],
    ['Object.create(new Proxy({}, {}))', 'an object whose prototype is a proxy'],
    ['Object.assign(new Map(), { x: 1 })', 'a Map with a property of its own besides its entries'],
    ['Object.assign(new Set(), { x: 1 })', 'a Set with a property of its own besides its entries'],
    ['Object.assign(new Uint8Array(2), { x: 1 })', 'a Uint8Array with a property of its own besides its entries'],
    ['new Array(2_000_000)', 'an array of 2000000 entries'],
    ['"x".repeat(2_000_000)', 'a value of more than 1000000 characters'],
    ['Array.from({ length: 20 }, () => "x".repeat(100_000))', 'a value of more than 1000000 characters'],
  ])('%s comes out as something foreign', async (expression, what) => {
    const outcome = await callF(`export const f = () => (${expression});`);

    expect(outcome).toMatchObject({ kind: 'returned', value: new Foreign(what) });
  });

  test.each<[string, unknown]>([
    ['({ get x() { throw 1; } })', { x: new Foreign('a getter or setter') }],
    ['[1, , 2]', [1, new Foreign('a hole: nothing at index 1'), 2]],
    ['Object.assign([1], { x: 2 })', [1, new Foreign('an array with a property of its own besides its entries')]],
    ['({ [Symbol()]: 1 })', { 'a symbol': new Foreign('a property named by a symbol') }],
    ['(() => { const x: any = { y: 1 }; x.x = x; return x; })()', { x: new Foreign('a cycle: an object inside itself'), y: 1 }],
    ['new Map([[() => 1, 2]])', new Map([[new Foreign('a function'), 2]])],
  ])('%s comes out with something foreign in it', async (expression, value) => {
    const outcome = await callF(`export const f = () => (${expression});`);

    expect(outcome).toEqual({ kind: 'returned', value, argumentsKept: true });
  });

  test('come out to a depth of 200, and are foreign below', async () => {
    const outcome = await callF('export const f = () => { let x: any = 1; for (let i = 0; i < 1000; i += 1) x = [x]; return x; };');

    expect(JSON.stringify(outcome)).toContain(`${'['.repeat(201)}{"what":"nested more than 200 levels deep"}`);
  });

  test.each<[string, unknown]>([
    ['new (class { x = 1; get y() { return 2; } })()', { x: 1 }],
    ['Object.freeze({ __proto__: null, x: 1 })', { x: 1 }],
    ['Object.defineProperty({ x: 1 }, "y", { value: 2 })', { x: 1 }],
    ['new (class extends Array {})(1, 2)', [1, 2]],
    ['new (class extends Map { y = 1; })([[1, 2]])', new Foreign('a Map with a property of its own besides its entries')],
  ])('of classes come out as their own enumerable properties: %s', async (expression, value) => {
    const outcome = await callF(`export const f = () => (${expression});`);

    expect(outcome).toEqual({ kind: 'returned', value, argumentsKept: true });
  });
});

describe('the border', () => {
  test('is not moved by what a submission does to the library, before or between calls', async () => {
    const { sandbox } = await load(`
      const poison = (proto: any, keys: any[]) => {
        for (const key of keys) Object.defineProperty(proto, key, { __proto__: null, get: () => 'forged', set() {}, configurable: true } as any);
      };
      export const f = (x: unknown) => x;
      export const spoil = () => {
        const keys = ['value', 'get', 'set', 'enumerable', 'writable', 'configurable', 'length', 'x', 'at', 'up', 'of', 'tag', 'texts', 'values', 'then', 'toJSON', 'constructor'];
        poison(Object.prototype, [...keys, ...Array(300).keys()]);
        poison(Array.prototype, [...Array(300).keys()]);
        for (const Kind of [Map, Set, WeakMap, String, Number, BigInt, Function, Symbol, RegExp, Uint8Array, Object.getPrototypeOf(Uint8Array)] as any[]) {
          for (const key of Reflect.ownKeys(Kind.prototype)) {
            try { Kind.prototype[key] = () => 'forged'; } catch {}
            try { Object.defineProperty(Kind.prototype, key, { get: () => 'forged' }); } catch {}
          }
        }
        for (const name of ['JSON', 'Reflect', 'Object', 'Array', 'Math'] as const) {
          for (const key of Reflect.ownKeys(globalThis[name])) {
            if (key !== 'ownKeys' && key !== 'defineProperty') try { (globalThis as any)[name][key] = () => 'forged'; } catch {}
          }
        }
        Reflect.ownKeys = Reflect.defineProperty = Object.defineProperty = (() => 'forged') as any;
        delete (Object.prototype as any).__proto__;
      };
    `);
    sandbox.call('spoil', []);

    assert(
      property(anyData, (value) => {
        const outcome = sandbox.call('f', [value]);

        expect(outcome).toMatchObject({ kind: 'returned', argumentsKept: true });
        expect(isDeepStrictEqual(outcome.kind === 'returned' && outcome.value, value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('is not moved by prototypes that are proxies', async () => {
    const { sandbox } = await load(`
      const forge = () => 'forged';
      const proxy = new Proxy({}, { get: forge, has: () => true, set: () => true, getOwnPropertyDescriptor: () => undefined, ownKeys: () => [] });
      Object.setPrototypeOf(Array.prototype, proxy);
      Object.setPrototypeOf(Map.prototype, proxy);
      Object.setPrototypeOf(Function.prototype, proxy);
      Object.setPrototypeOf(Error.prototype, proxy);
      export const f = (x: unknown) => x;
    `);

    expect(sandbox.call('f', [[1, { x: [2] }, new Map([[1, [2]]])]])).toMatchObject({ value: [1, { x: [2] }, new Map([[1, [2]]])] });
  });
});

describe('arguments', () => {
  test.each<[string, readonly Argument[]]>([
    ['(list) => list.push(1)', [[1, 2]]],
    ['(list) => list.sort()', [[2, 1]]],
    ['(object) => delete object.x', [{ x: 1 }]],
    ['(object) => { object.inner.x = 2; }', [{ inner: { x: 1 } }]],
    ['(map) => map.set(1, 3)', [new Map([[1, 2]])]],
    ['(bytes) => bytes.fill(0)', [Uint8Array.of(1)]],
    ['(list) => { list[0] = 2; throw new RangeError("x"); }', [[1]]],
    ['(list) => { list.seen = true; }', [[1]]],
    ['(list) => { list.length = 3; }', [[1, 2]]],
    ['(list) => { list[0] = -0; }', [[0]]],
    ['(list) => { list[0] = "1"; }', [[1]]],
    ['(list) => { list[1] = list[0]; list[0] = new Proxy({}, {}); }', [[{}, {}]]],
    ['(list) => { list[0] = { __proto__: Map.prototype }; }', [[new Map()]]],
    ['(list) => { list[0] = []; }', [[{}]]],
    ['(object) => { object[Symbol()] = 1; }', [{ x: 1 }]],
    ['(object) => { Object.defineProperty(object, "x", { get: () => 1 }); }', [{ x: 1 }]],
    ['(object) => { Object.defineProperty(object, "y", { value: 1 }); }', [{ x: 1 }]],
    ['(list) => { Object.setPrototypeOf(list, null); }', [[1]]],
    ['(object) => { Object.defineProperty(object, "x", { enumerable: false }); }', [{ x: 1 }]],
    ['(object) => { object.toJSON = () => ({ x: 1 }); object.x = 2; }', [{ x: 1 }]],
    ['(object) => { Object.prototype.toJSON = () => 1; object.x = 2; }', [{ x: 1 }]],
    [
      '(first, second) => { [first.f, second.f] = [second.f, first.f]; }',
      [{ f: new Callback('a', () => 1) }, { f: new Callback('b', () => 2) }],
    ],
    ['(object) => { object.f = () => 1; }', [{ f: new Callback('a', () => 1) }]],
  ])('that %s changes are noticed', async (source, args) => {
    const outcome = await callF(`export const f: any = ${source};`, ...args);

    expect(outcome).toMatchObject({ argumentsKept: false });
  });

  test('that are changed and changed back are none the worse', async () => {
    const outcome = await callF('export const f = (list: number[]) => { list.reverse(); list.reverse(); };', [1, 2]);

    expect(outcome).toMatchObject({ argumentsKept: true });
  });

  test.each<[string, Argument]>([
    ['Object.freeze', { x: [1] }],
    ['Object.freeze', { x: [undefined, NaN, -0, 1n] }],
    ['Object.freeze', { f: new Callback('a', () => 1) }],
    ['JSON.stringify', { b: '\ud800', a: { c: null } }],
    ['((map) => [...map.keys()].map((key) => key.x))', new Map([[{ x: 1 }, 2]])],
  ])('that are handed to %s are kept', async (source, arg) => {
    const outcome = await callF(`export const f = (arg) => { ${source}(arg); };`, arg);

    expect(outcome).toMatchObject({ kind: 'returned', argumentsKept: true });
  });

  test('that hold one function of the grader in two places hold one function', async () => {
    const one = new Callback('one', () => 1, { isPure: true });
    const other = new Callback('other', () => 2);

    const outcome = await callF('export const f = (list: (() => number)[]) => [list.indexOf(list[2]), list.map((g) => g())];', [
      one,
      other,
      one,
    ]);

    expect(outcome).toMatchObject({ value: [0, [1, 2, 1]], argumentsKept: true });
  });

  test('may be functions of the grader, which see and give data', async () => {
    const seen: unknown[] = [];
    const add = new Callback('add', (...args) => {
      seen.push(args);
      return { sum: Number(args[0]) + 1 };
    });

    const outcome = await callF('export const f = (add: any) => [add(1).sum, add(2, { x: -0, y: () => 1 }).sum, add];', add);

    expect(outcome).toMatchObject({ value: [2, 3, new Foreign('a function')] });
    expect(seen).toEqual([[1], [2, { x: -0, y: new Foreign('a function') }]]);
  });

  test('that are pure functions are asked once for each list of arguments', async () => {
    const seen: unknown[] = [];
    const twice = new Callback(
      'twice',
      (...args) => {
        seen.push(args);
        return { double: Number(args[0]) * 2 };
      },
      { isPure: true },
    );

    const outcome = await callF(
      `
      export const f = (twice) => {
        twice(1).double = 7;
        return [twice(1), twice(2), twice(1, 2), twice(2), twice({ x: 1 }), twice({ x: 1 })];
      };`,
      twice,
    );

    expect(outcome).toMatchObject({
      value: [{ double: 2 }, { double: 4 }, { double: 2 }, { double: 4 }, { double: NaN }, { double: NaN }],
    });
    expect(seen).toEqual([[1], [2], [1, 2], [{ x: 1 }]]);
  });
});
