import { describe, expect, test } from 'vitest';
import { MAX_CALL_OPERATIONS, MAX_CONSOLE_CHARS, MAX_RUN_OPERATIONS } from '../base/limits.ts';
import { ABSENT } from './absent.ts';
import { consoleText, newMeter } from './meter.ts';
import { callF, load } from './runForTests.ts';

describe('what is thrown', () => {
  test('is told with its name, its message and its place', async () => {
    const outcome = await callF('export function f() {\n  const x = 1;\n  throw new TypeError(`no ${x}`);\n}');

    expect(outcome).toMatchObject({ kind: 'threw', error: { text: 'TypeError: no 1', isRangeError: false, place: { line: 3 } } });
  });

  test.each([
    ['new RangeError("x")', true],
    ['new (class Mine extends RangeError {})("x")', true],
    ['Object.create(RangeError.prototype)', true],
    ['new TypeError("x")', false],
    ['Object.assign(new Error("x"), { name: "RangeError" })', false],
    ['new Proxy(new RangeError("x"), {})', false],
    ['Object.create(new Proxy(RangeError.prototype, {}))', false],
    ['RangeError', false],
    ['undefined', false],
  ])('%s is a RangeError: %s', async (expression, isRangeError) => {
    const outcome = await callF(`export const f = () => { throw ${expression}; };`);

    expect(outcome).toMatchObject({ kind: 'threw', error: { isRangeError } });
  });

  test.each([
    ['"just a text"', "'just a text'"],
    ['({ code: 5 })', '{ code: 5 }'],
    ['Symbol("x")', '‹a symbol›'],
    ['new Proxy({}, {})', '‹a proxy›'],
    ['new Error("x".repeat(1000))', `Error: ${'x'.repeat(200)}…`],
    ['new Error("two\\nlines\\u001b[31m")', 'Error: two lines␛[31m'],
    ['Object.defineProperty(new Error("x"), "message", { get() { for (;;); } })', 'Error'],
  ])('%s reads as %s', async (expression, text) => {
    const outcome = await callF(`export const f = () => { throw ${expression}; };`);

    expect(outcome).toMatchObject({ kind: 'threw', error: { text } });
  });
});

describe('budgets', () => {
  test('of operations are exact, and equal in fresh engines', async () => {
    const turns = 'export let turns = 0; export function f() { for (;;) turns += 1; } export const count = () => turns;';

    const metered = await Promise.all(
      [1, 2, 3].map(async () => {
        const { sandbox, meter } = await load(turns);
        return [sandbox.call('f', []), meter.operations];
      }),
    );

    const expected = [{ kind: 'stopped', why: 'operations' }, MAX_CALL_OPERATIONS];
    expect(metered).toEqual([expected, expected, expected]);
  });

  test('stop a loop after the same number of turns everywhere', async () => {
    const source = 'export function f() { for (let turns = 0; ; turns += 1) if (turns % 10_000 === 0) console.log(turns); }';

    const printed = await Promise.all(
      [1, 2, 3].map(async () => {
        const { sandbox, meter } = await load(source);
        sandbox.call('f', []);
        return consoleText(meter);
      }),
    );

    expect(new Set(printed).size).toBe(1);
    expect(printed[0]).toContain('\n1000000\n');
  });

  test('of operations begin anew with each call', async () => {
    const { sandbox, meter } = await load('export const f = () => { for (let i = 0; i < 2_000_000; i += 1); };');

    const kinds = [1, 2, 3].map(() => sandbox.call('f', []).kind);

    expect(kinds).toEqual(['returned', 'returned', 'returned']);
    expect(meter.operations).toBeGreaterThan(MAX_CALL_OPERATIONS);
  });

  test('of the whole grading end every call after them, and say nothing of it', async () => {
    const { sandbox, meter } = await load('export const f = () => 1;');
    meter.operations = MAX_RUN_OPERATIONS;

    expect(sandbox.call('f', [])).toEqual({ kind: 'stopped', why: 'run' });
  });

  test.each([
    ['operations', 'for (;;);'],
    ['operations', 'try { for (;;); } finally { return 1; }'],
    ['operations', 'return /^(a+)+$/.test("a".repeat(60) + "b");'],
    ['memory', 'const kept: any[] = []; for (;;) kept.push("x".repeat(10_000) + kept.length);'],
    ['memory', 'return new Uint8Array(100 * 2 ** 20);'],
    ['memory', 'throw new Error("x".repeat(3e7));'],
    ['stack', 'return f();'],
    ['stack', 'let x: any = 1; for (let i = 0; i < 100_000; i += 1) x = [x]; return JSON.stringify(x);'],
    ['printed', 'for (;;) console.log("x".repeat(100));'],
    ['printed', 'for (;;) try { console.log("x".repeat(100)); } catch {}'],
    ['printed', 'for (let i = 0; i < 3; i += 1) console.log({ x: "x".repeat(900_000) });'],
  ])('of %s stop %s', async (why, body) => {
    const outcome = await callF(`export function f(): any { ${body} }`);

    expect(outcome).toEqual({ kind: 'stopped', why });
  });

  test('that were gone past leave a sandbox that answers nothing more', async () => {
    const { sandbox } = await load('export const f = (n: number) => { if (n > 0) for (;;); return 1; };');

    expect(sandbox.call('f', [0])).toMatchObject({ kind: 'returned' });
    expect(sandbox.call('f', [1])).toEqual({ kind: 'stopped', why: 'operations' });
    expect(sandbox.call('f', [0])).toEqual({ kind: 'stopped', why: 'operations' });
  });
});

describe('what is absent', () => {
  test.each(ABSENT.map((one) => [one.of === undefined ? one.name : `${one.of}.${one.name}`, one.message]))(
    '%s says what to use instead',
    async (name, message) => {
      const outcome = await callF(`declare const globalThis: any; export const f = () => globalThis.${name};`);

      expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'ReferenceError', message } });
    },
  );

  test.each(['WebAssembly', 'Deno', 'std', 'os', 'scriptArgs', 'print', 'navigator', 'Intl'])('%s is not defined', async (name) => {
    const outcome = await callF(`export const f = () => typeof globalThis[${JSON.stringify(name)}];`);

    expect(outcome).toMatchObject({ value: 'undefined' });
  });

  test('may be defined by a submission for itself', async () => {
    const outcome = await callF(
      'const process = 1; const self = 2; function fetch() { return 3; } export const f = () => [process, self, fetch()];',
    );

    expect(outcome).toMatchObject({ value: [1, 2, 3] });
  });

  test('is not there by way of a prototype either', async () => {
    const outcome = await callF(
      `export const f = () => ['Date', 'setTimeout'].map((name) => {
        const found = Object.getOwnPropertyDescriptor(globalThis, name);
        return typeof found.value;
      });`,
    );

    expect(outcome).toMatchObject({ value: ['undefined', 'undefined'] });
  });
});

describe('the console', () => {
  test('keeps texts as they are and shows values as they would be typed', async () => {
    const { sandbox, meter } = await load('export const f = () => console.log("a b", "c", { x: [1, "d"] }, () => 1, -0, undefined);');

    sandbox.call('f', []);

    expect(consoleText(meter)).toBe("a b c { x: [1, 'd'] } ‹a function› -0 undefined\n");
  });

  test('has five levels, which are one', async () => {
    const { meter } = await load('console.log(1); console.info(2); console.warn(3); console.error(4); console.debug(); export {};');

    expect(consoleText(meter)).toBe('1\n2\n3\n4\n\n');
  });

  test('is cut, and says by how much', async () => {
    const { meter } = await load('for (let i = 0; i < 100; i += 1) console.log("x".repeat(99)); export {};');

    const text = consoleText(meter);

    expect(text.slice(MAX_CONSOLE_CHARS)).toBe('\n… 6000 more characters were cut.\n');
  });

  test('is never cut in the middle of a character', () => {
    const meter = { ...newMeter(), printed: 10, kept: 'x\ud83d' };

    expect(consoleText(meter)).toBe('x\n… 9 more characters were cut.\n');
  });
});

describe('loading', () => {
  test('tells what kinds of value are exported', async () => {
    const { loaded } = await load('export const a = null, b = [], c = {}, d = 1; export function e() {} export class F {} export let g;');

    expect(loaded).toEqual({
      kind: 'loaded',
      exports: new Map(Object.entries({ F: 'function', a: 'null', b: 'array', c: 'object', d: 'number', e: 'function', g: 'undefined' })),
    });
  });

  test.each([
    ['syntax', 'const a = 1; const a = 2;'],
    ['syntax', 'break;'],
    ['threw', 'null.x;'],
    ['threw', 'throw new SyntaxError("x");'],
    ['threw', 'JSON.parse("{");'],
    ['waits', 'await 1;'],
    ['waits', 'await new Promise(() => {});'],
    ['nested', `if (0) {}${' else if (0) {}'.repeat(2_000)}`],
  ])('ends as %s for %s', async (kind, source) => {
    const { loaded } = await load(source);

    expect(loaded.kind).toBe(kind);
  });

  test('knows the place of what was thrown, or keeps still', async () => {
    const known = await load('const x = 1;\n\n  null.x;\n');
    const unknown = await load('const x = 1;\nconst y = nowhere;\n');

    expect(known.loaded).toMatchObject({ kind: 'threw', error: { place: { line: 3 } } });
    expect(unknown.loaded).toMatchObject({ kind: 'threw', error: { text: 'ReferenceError: nowhere is not defined' } });
  });
});
