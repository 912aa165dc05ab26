import { describe, expect, test } from 'vitest';
import { toCanonical, type Data } from '../base/data.ts';
import { firstForeign } from '../base/firstForeign.ts';
import { placeText, type HandlerCall, type HandlerOutcome } from './handlerCall.ts';
import { load } from './runForTests.ts';
import type { Sandbox } from './sandbox.ts';

const CONFIG = { timeout: 50, names: { long: ['a'] } };

function callOf(handler: HandlerCall['handler'], config: Data = CONFIG): HandlerCall {
  const place = placeText('p1', toCanonical(['p1', 'p2']), toCanonical(config), ['p1', 'p2']);
  return { role: 'P', place, fields: undefined, stable: new Map(), handler, args: [] };
}

async function open(source: string): Promise<Sandbox> {
  const { sandbox } = await load(source);
  return sandbox;
}

/** Calls `onStart(ctx)` of a class P with this body, which stands in line 2. */
async function start(body: string, config?: Data): Promise<HandlerOutcome> {
  return (await open(`export class P { onStart(ctx) {\n${body}\n} }`)).handle(callOf('onStart', config));
}

describe('what ctx hands out', () => {
  test.each([
    ['ctx.config.timeout = 1', 'ctx.config'],
    ['ctx.config.timeout += 0.5', 'ctx.config'],
    ['ctx.config.more = 1', 'ctx.config'],
    ['delete ctx.config.timeout', 'ctx.config'],
    ['Object.assign(ctx.config, { timeout: 1 })', 'ctx.config'],
    ['Object.defineProperty(ctx.config, "x", { value: 1, enumerable: true })', 'ctx.config'],
    ['ctx.config.names.long.push("b")', 'ctx.config'],
    ['ctx.config.names.long.length = 0', 'ctx.config'],
    ['ctx.group.push("p3")', 'ctx.group'],
    ['ctx.group.reverse()', 'ctx.group'],
    ['ctx.group.sort((left, right) => (left < right ? 1 : -1))', 'ctx.group'],
    ['ctx.group[0] = "p3"', 'ctx.group'],
  ])('is not to be changed, and the place is told: %s', async (body, what) => {
    expect(await start(body)).toEqual({ kind: 'kept', what, place: { line: 2, column: expect.any(Number) } });
  });

  test('is the same for a configuration that cannot be frozen', async () => {
    const config = { weights: new Map([['p1', 1]]), timeout: 50 };

    expect(await start('ctx.config.weights.set("p1", 2)', config)).toMatchObject({ kind: 'kept', what: 'ctx.config' });
    expect(await start('ctx.config.timeout = 1', config)).toMatchObject({ kind: 'kept', what: 'ctx.config' });
  });

  test.each([
    'try { ctx.config.timeout = 1; } catch {} this.x = 1;',
    'this.x = 1; Reflect.set(ctx.config, "timeout", 1);',
    'const copy = { ...ctx.config, names: null }; copy.timeout = 1; this.x = copy.timeout;',
    'this.x = [...ctx.group].reverse().length - 1;',
  ])('is unchanged, and all is well, with %s', async (body) => {
    expect(await start(body)).toMatchObject({ kind: 'returned', fields: '["o","x",1]' });
  });

  test.each([
    ['null.x', 'TypeError: cannot read property'],
    ['throw new TypeError("mine")', 'TypeError: mine'],
    ['ctx.self = "p2"', 'TypeError: '],
    ['ctx.send = 1', 'TypeError: '],
    ['Object.freeze([]).push(1)', 'TypeError: '],
    ['ctx.send("nobody", 1)', 'TypeError: ctx.send: there is no process "nobody"'],
    ['try { ctx.config.timeout = 1; } catch { throw "caught"; }', "'caught'"],
  ])('has nothing to do with %s', async (body, text) => {
    const outcome = await start(body);

    expect(outcome.kind === 'threw' && outcome.error.text.slice(0, text.length)).toBe(text);
  });

  test('is found changed without anything being done or printed twice', async () => {
    const { sandbox, meter } = await load('export class P { onStart(ctx) { console.log("once"); ctx.cancelTimer("t"); null.x; } }');

    const outcome = sandbox.handle(callOf('onStart'));

    expect(outcome).toMatchObject({ kind: 'threw', effects: [{ kind: 'cancel-timer', name: 't' }] });
    expect(meter.kept).toBe('once\n');
  });

  test('is looked after without asking anything of the submission', async () => {
    const traps = `Object.defineProperty(TypeError, Symbol.hasInstance, { value: () => { for (;;); } });`;
    const sandbox = await open(
      `${traps}\nexport class P { onStart() { throw new Proxy(new TypeError(), { getPrototypeOf() { for (;;); } }); } }`,
    );

    expect(sandbox.handle(callOf('onStart')).kind).toBe('threw');
    expect(sandbox.isStopped).toBe(false);
  });
});

describe('fields', () => {
  test.each([
    ['that cannot be written to', 'writable: false, enumerable: true, configurable: true', '["o","x",["a",["o","y",["a",1,2]],["m",1,2]]]'],
    ['that can', 'writable: true, enumerable: true, configurable: true', '["o","x",["a",["o","y",["a",1,2]],["m",1,2]]]'],
  ])('%s are put back as they were', async (_what, attributes, fields) => {
    const sandbox = await open(
      `export class P { constructor() { Object.defineProperty(this, 'x', { value: 0, ${attributes} }); } onRecover() {} }`,
    );

    expect(sandbox.handle({ ...callOf('onRecover'), fields })).toMatchObject({ kind: 'returned', fields });
  });

  test('that are not enumerable are told: nobody would put them back', async () => {
    const outcome = await start('Object.defineProperty(this, "x", { value: 1, writable: true });');

    expect(outcome.kind === 'not-data' && firstForeign(outcome.fields, '')).toEqual({
      path: 'x',
      what: 'a property that is not enumerable',
    });
  });
});
