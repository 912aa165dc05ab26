import { assert, asyncProperty, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromCanonical, toCanonical, type Data } from '../base/data.ts';
import { anyData } from '../base/dataForTests.ts';
import { firstForeign } from '../base/firstForeign.ts';
import { placeText, type HandlerCall, type HandlerOutcome } from './handlerCall.ts';
import { load } from './runForTests.ts';
import type { Sandbox } from './sandbox.ts';

const ALL = ['p1', 'p2', 'client'];

/** A call at p1 of the group p1, p2. */
function callOf(handler: HandlerCall['handler'], more: Partial<HandlerCall> & { readonly config?: Data } = {}): HandlerCall {
  const { config = { timeout: 50 }, ...rest } = more;
  const place = placeText('p1', toCanonical(['p1', 'p2']), toCanonical(config), ALL);
  return { role: 'P', place, fields: undefined, stable: new Map(), handler, args: [], ...rest };
}

async function open(source: string): Promise<Sandbox> {
  const { sandbox, loaded } = await load(source);
  expect(loaded.kind).toBe('loaded');
  return sandbox;
}

/** Calls `onStart(ctx)` of a class P with this body. */
async function start(body: string, more: Parameters<typeof callOf>[1] = {}, before = ''): Promise<HandlerOutcome> {
  return (await open(`${before}\nexport class P { onStart(ctx) { ${body} } }`)).handle(callOf('onStart', more));
}

function textOf(outcome: HandlerOutcome): string {
  return outcome.kind === 'threw' ? outcome.error.text : outcome.kind;
}

describe('a handler', () => {
  test('does its effects in their order', async () => {
    const outcome = await start(`
      ctx.stable.set('phase', { type: 'READY' });
      ctx.send('p2', ['VOTE', undefined]);
      ctx.setTimer('vote', ctx.config.timeout);
      ctx.indicate({ type: 'up' });
      ctx.cancelTimer('vote');
      ctx.stable.delete('phase');
    `);

    expect(outcome).toEqual({
      kind: 'returned',
      fields: '["o"]',
      effects: [
        { kind: 'store', key: 'phase', value: '["o","type","READY"]' },
        { kind: 'send', to: 'p2', message: '["a","VOTE",["u"]]' },
        { kind: 'set-timer', name: 'vote', delay: 50 },
        { kind: 'indicate', event: '["o","type","up"]' },
        { kind: 'cancel-timer', name: 'vote' },
        { kind: 'store', key: 'phase', value: undefined },
      ],
    });
  });

  test('that the class lacks changes nothing', async () => {
    const sandbox = await open('export class P { n = 1; }');

    expect(sandbox.handle(callOf('onRecover'))).toEqual({ kind: 'returned', fields: '["o","n",1]', effects: [] });
  });

  test('keeps the effects that came before it threw', async () => {
    const outcome = await start(`ctx.cancelTimer('a');\nnull.x;`);

    expect(outcome).toMatchObject({ kind: 'threw', effects: [{ kind: 'cancel-timer', name: 'a' }], error: { name: 'TypeError' } });
  });

  test('that returns a promise is told apart', async () => {
    const sandbox = await open('export class P { async onStart() {} }');

    expect(sandbox.handle(callOf('onStart')).kind).toBe('async');
  });

  test('has at most 1,000 effects', async () => {
    const outcome = await start(`for (let i = 0; i < 1001; i += 1) ctx.cancelTimer('a');`);

    expect(textOf(outcome)).toBe('TypeError: One handler call may have at most 1000 effects.');
    expect('effects' in outcome && outcome.effects.length).toBe(1000);
  });

  test('that never ends is stopped', async () => {
    expect(await start('for (;;);')).toEqual({ kind: 'stopped', why: 'operations' });
  });

  test.each([
    [`ctx.send('p9', 1)`, 'TypeError: ctx.send: there is no process "p9" in this run.'],
    ['ctx.send(2, 1)', 'TypeError: ctx.send: there is no process of that kind: the first argument is not a string in this run.'],
    [`ctx.send('p2', () => 1)`, 'TypeError: ctx.send takes plain data only, and this holds a function.'],
    [`ctx.indicate({ at: [Symbol()] })`, 'TypeError: ctx.indicate takes plain data only, and this holds a symbol.'],
    [`ctx.stable.set('a', new Proxy({}, {}))`, 'TypeError: ctx.stable.set takes plain data only, and this holds a proxy.'],
    [`ctx.setTimer('a', NaN)`, 'TypeError: ctx.setTimer takes the delay as a number of milliseconds.'],
    [`ctx.setTimer(1, 1)`, 'TypeError: ctx.setTimer takes the name as a string.'],
  ])('is told what is wrong with %s', async (body, message) => {
    expect(textOf(await start(body))).toBe(message);
  });
});

describe('fields', () => {
  test('are put back as they were, whatever the class begins with', async () => {
    const sandbox = await open('export class P { a = 1; gone = 2; onTimer() { this.b = [this.a, this.late, "gone" in this]; } }');

    const outcome = sandbox.handle(callOf('onTimer', { fields: '["o","a",7,"late",["m","x",["u"]]]', args: ['"t"'] }));

    expect(outcome).toMatchObject({ fields: '["o","a",7,"b",["a",7,["m","x",["u"]],false],"late",["m","x",["u"]]]' });
  });

  test('come out as the canonical text of their values, whatever they hold', async () => {
    const sandbox = await open('export class P { onMessage(ctx, from, message) { this.kept = { message }; ctx.send(from, message); } }');

    assert(
      property(anyData, (value) => {
        const text = toCanonical(value);
        expect(sandbox.handle(callOf('onMessage', { args: ['"p2"', text] }))).toEqual({
          kind: 'returned',
          fields: toCanonical({ kept: { message: value } }),
          effects: [{ kind: 'send', to: 'p2', message: text }],
        });
      }),
    );
  });

  test('never share an object between calls', async () => {
    const sandbox = await open('export class P { onStart() { this.a = this.b = [1]; } onTimer() { this.a.push(2); } }');
    const first = sandbox.handle(callOf('onStart'));

    const second = sandbox.handle(callOf('onTimer', { fields: 'fields' in first ? String(first.fields) : '', args: ['"t"'] }));

    expect(second).toMatchObject({ fields: '["o","a",["a",1,2],"b",["a",1]]' });
  });

  test.each([
    ['a function', 'this.x = { deep: [() => 1] }', 'x.deep[0]', 'a function'],
    ['an instance of a class', 'this.x = new (class {})()', 'x', 'an instance of a class'],
    ['a cycle', 'this.x = [this.y = {}]; this.y.x = this.x', 'x[0].x', 'a cycle: an object inside itself'],
    ['a getter', 'Object.defineProperty(this, "x", { enumerable: true, get: () => 1 })', 'x', 'a getter or setter'],
    ['a getter in an array', 'Object.defineProperty(this.x = [1], 1, { enumerable: true, get: () => 1 })', 'x[1]', 'a getter or setter'],
    ['a hole', 'this.x = [1, , 2]', 'x[1]', 'a hole: nothing at index 1'],
    ['a proxy', 'this.x = new Proxy([], {})', 'x', 'a proxy'],
    ['a proxy in a Map', 'this.x = new Map([[1, new Proxy({}, {})]])', 'x.get(1)', 'a proxy'],
    ['a symbol', 'this.x = Symbol()', 'x', 'a symbol'],
    ['an error', 'this.x = new Error("no")', 'x', 'an error object'],
    ['a promise', 'this.x = Promise.resolve()', 'x', 'a promise'],
    ['a typed array', 'this.x = new Int8Array(1)', 'x', 'a typed array other than Uint8Array'],
    ['what only looks like a Map', 'this.x = Object.create(Map.prototype)', 'x', 'an instance of a class'],
    ['a Map with more', 'this.x = Object.assign(new Map(), { y: 1 })', 'x', 'a Map with a property of its own besides its entries'],
  ])('that hold %s are named', async (_what, body, path, what) => {
    const outcome = await start(body);

    expect(outcome.kind).toBe('not-data');
    expect('fields' in outcome && typeof outcome.fields !== 'string' && firstForeign(outcome.fields, '')).toEqual({ path, what });
  });

  test('may hold a Map or Set of a class of its own', async () => {
    const outcome = await start('this.x = new (class Bag extends Set {})([1]);');

    expect(outcome).toMatchObject({ kind: 'returned', fields: '["o","x",["s",1]]' });
  });

  test('may belong to a class that extends another, with private methods', async () => {
    const sandbox = await open(`
      class Base { base = 1; }
      export class P extends Base { own = 2; #hidden = 3; onTimer() { this.#add(); } #add() { this.own += this.base; this.#hidden += 1; } }
    `);

    const outcome = sandbox.handle(callOf('onTimer', { fields: '["o","base",10,"own",20]', args: ['"t"'] }));

    expect(outcome).toMatchObject({ kind: 'returned', fields: '["o","base",10,"own",30]' });
  });

  test('that are private begin anew in each call', async () => {
    const sandbox = await open('export class P { #count = 0; onTimer() { this.#count += 1; this.seen = this.#count; } }');

    for (let time = 0; time < 2; time += 1) {
      expect(sandbox.handle(callOf('onTimer', { fields: '["o","seen",1]', args: ['"t"'] }))).toMatchObject({ fields: '["o","seen",1]' });
    }
  });

  test('of a constructor that hands out something else are looked at all the same', async () => {
    const sandbox = await open('export class P { constructor() { return new Proxy({}, {}); } }');

    expect(sandbox.handle(callOf('onStart')).kind).toBe('not-data');
  });
});

describe('ctx', () => {
  test('shows a copy of what is stored, and what the call itself has stored', async () => {
    const outcome = await start(
      `
      ctx.stable.get('list').push(2);
      ctx.stable.set('a', 1);
      ctx.stable.delete('b');
      this.x = [ctx.stable.get('list'), ctx.stable.get('a'), ctx.stable.get('b'), ctx.stable.keys()];
    `,
      {
        stable: new Map([
          ['list', '["a",1]'],
          ['b', 'true'],
        ]),
      },
    );

    expect(outcome).toMatchObject({ fields: '["o","x",["a",["a",1],1,["u"],["a","a","list"]]]' });
  });

  test.each(['ctx.config.timeout = 1', 'ctx.group.push("p3")', 'ctx.group.reverse()', 'delete ctx.config.timeout', 'ctx.send = 1'])(
    'is not to be changed: %s',
    async (body) => {
      expect(textOf(await start(body, { config: { timeout: 50 } }))).toMatch(/^(TypeError|kept$)/);
    },
  );

  test('tells of a configuration that was changed where it cannot be frozen', async () => {
    const config = { weights: new Map([['p1', 1]]) };

    expect(await start('ctx.config.weights.set("p1", 2)', { config })).toMatchObject({ kind: 'kept', what: 'ctx.config' });
    expect(await start('this.x = ctx.config.weights', { config })).toMatchObject({ fields: '["o","x",["m","p1",1]]' });
  });

  test('may be copied from: a field holds its own list', async () => {
    const outcome = await start('this.group = [...ctx.group].reverse(); this.config = { ...ctx.config }; this.config.timeout += 1;');

    expect(outcome).toMatchObject({ fields: '["o","config",["o","timeout",51],"group",["a","p2","p1"]]' });
  });

  test('must not be used once its call has ended', async () => {
    const sandbox = await open(`
      let kept;
      export class P { onStart(ctx) { kept = ctx; } onTimer() { try { kept.send('p2', 1); } catch {} } }
    `);
    sandbox.handle(callOf('onStart'));

    expect(sandbox.handle(callOf('onTimer', { args: ['"t"'] }))).toMatchObject({ kind: 'kept', what: 'ctx' });
  });

  test('has a clock and chance in TIMED exercises, and the same chance for the same seed', async () => {
    const body = 'this.x = [ctx.now(), ctx.random(), ctx.random()]';
    const timed = (seed: number): Promise<HandlerOutcome> => start(body, { timing: { now: 1.5, seed } });
    const read = (outcome: HandlerOutcome): unknown => (outcome.kind === 'returned' ? fromCanonical(outcome.fields) : outcome.kind);

    const [first, again, other] = [await timed(1), await timed(1), await timed(2)];

    expect(read(first)).toEqual({ x: [1.5, expect.any(Number), expect.any(Number)] });
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  test('has neither elsewhere', async () => {
    expect(textOf(await start('ctx.now()'))).toMatch(/^TypeError: ctx\.now exists only in TIMED exercises/);
    expect(textOf(await start('ctx.random()'))).toMatch(/^TypeError: ctx\.random exists only in TIMED exercises/);
  });
});

describe('a hostile submission', () => {
  const body = `
    this.list = [[1], { b: 1, a: undefined }];
    this.map = new Map([['k', new Set([1n])]]);
    ctx.stable.set('s', [1, { x: 'y' }]);
    ctx.send('p2', { type: 'HI', list: [1, 2] });
    this.read = ctx.stable.get('s');
    ctx.setTimer('t', ctx.config.timeout);
  `;
  const spoiled = [
    `Object.prototype.toJSON = Array.prototype.toJSON = () => 'forged'`,
    `for (const at of [0, 1, 2, 3, 4, 5]) Object.defineProperty(Array.prototype, at, { __proto__: null, configurable: true, get: () => 'forged', set() {} })`,
    `for (const key of ['value', 'get', 'enumerable', 'kind', 'effects', 'a', 'x']) Object.defineProperty(Object.prototype, key, { __proto__: null, configurable: true, get: () => 'forged', set() {} })`,
    `Map.prototype.forEach = Set.prototype.forEach = Map.prototype.get = Map.prototype.has = () => 'forged'`,
    `Array.prototype.sort = Array.prototype.join = Array.prototype.push = function () { return ['forged']; }`,
    `Object.getOwnPropertyDescriptor = Reflect.ownKeys = Reflect.set = Reflect.construct = Reflect.apply = () => undefined`,
    `JSON.stringify = JSON.parse = () => '["forged"]'`,
    `Function.prototype.call = Function.prototype.apply = () => 'forged'`,
    `Object.prototype.__proto__ = undefined; Object.freeze = (value) => value`,
    `String.prototype.toString = Number.prototype.toString = BigInt.prototype.toString = () => 'forged'`,
    `globalThis.Map = globalThis.Set = globalThis.Object = globalThis.Array = class {}`,
  ];

  test.each(spoiled)('changes nothing of what crosses with %s', async (before) => {
    const constructors = 'const { Map, Set } = globalThis;\n';
    // The getters on the prototype of objects would be seen by the handler itself, so both are asked in the same surroundings.
    const honest = await start(body, {}, constructors);

    expect(await start(body, {}, `${constructors}${before};`)).toEqual(honest);
  });

  test('that reads the texts of other calls finds nothing to change', async () => {
    await assert(
      asyncProperty(anyData, async (value) => {
        const sandbox = await open('export class P { onMessage(ctx, from, message) { ctx.indicate([from, message]); } }');
        const outcome = sandbox.handle(callOf('onMessage', { args: ['"p2"', toCanonical(value)] }));
        expect(outcome).toMatchObject({ effects: [{ kind: 'indicate', event: toCanonical(['p2', value]) }] });
      }),
      { numRuns: 5 },
    );
  });
});
