import { expect, test } from 'vitest';
import { compile } from './compile.ts';

/** What is told of a source with the role P: the places and messages. */
function told(source: string): { readonly at: string; readonly message: string }[] {
  const compiled = compile(new TextEncoder().encode(source), ['P']);
  if (compiled.kind === 'compiled') return [];
  return compiled.diagnostics.map(({ code, line, column, message }) => ({ at: `${code} ${line}:${column}`, message }));
}

test('a private field that changes is told where it is declared', () => {
  expect(told('export class P {\n  #count = 0;\n  onTimer() {\n    this.#count += 1;\n  }\n}')).toEqual([
    {
      at: 'E_HIDDEN_STATE 2:3',
      message:
        '`#count` changes at line 4, but a private #field cannot be saved between two handler calls: it would begin anew in each. Write `private count` in place of `#count`.',
    },
  ]);
});

test.each([
  ['is counted', '#x = 0; onTimer() { this.#x++; }'],
  ['is counted beforehand', '#x = 0; onTimer() { return --this.#x; }'],
  ['is assigned', '#x?: string; onTimer(ctx, name) { this.#x = name; }'],
  ['is assigned where it is empty', '#x; onTimer() { this.#x ??= 1; }'],
  ['is a list that grows', '#x: number[] = []; onTimer() { this.#x.push(1); }'],
  ['is a list made in the constructor', '#x: number[]; constructor() { this.#x = []; } onTimer() { this.#x.push(1); }'],
  ['is a Map', '#x = new Map<string, number>(); onTimer() { this.#x.set("a", 1); }'],
  ['is a Map of lists', '#x = new Map([["a", [1]]]); onTimer() { this.#x.get("a")?.push(1); }'],
  ['is an entry', '#x = [0]; onTimer() { this.#x[0] = 1; }'],
  ['is a property', '#x = { a: 0 }; onTimer() { this.#x.a += 1; }'],
  ['is deleted from', '#x = { a: 0 }; onTimer() { delete this.#x.a; }'],
  ['is in a pattern', '#x = 1; y = 2; onTimer() { [this.#x, this.y] = [1, 2]; }'],
  ['is in a pattern of names', '#x = 1; onTimer(ctx) { ({ self: this.#x } = ctx); }'],
  ['changes in a method', '#x = 1; onTimer() { this.#up(); } #up() { this.#x += 1; }'],
  ['changes in a function', '#x = 1; onTimer() { [1].forEach(() => { this.#x += 1; }); }'],
  ['changes in a setter', '#x = 1; set x(x) { this.#x = x; } onTimer() { this.x = 2; }'],
  ['is read-only in TypeScript alone', 'readonly #x = 1; onTimer() { (this as any).#x = 2; }'],
  ['changes in another instance', '#x = 1; onTimer() { const self = this; self.#x = 2; }'],
])('one that %s is told', (_how, body) => {
  expect(told(`export class P { ${body} }`).map(({ message }) => message)).toEqual([expect.stringContaining('`#x` changes at line 1')]);
});

test.each([
  ['a constant', '#x = 50; onTimer(ctx) { ctx.setTimer("t", this.#x); }'],
  ['a constant list', '#x = ["a", "b"]; onTimer() { return this.#x.includes("a") || this.#x[0] === "b" || [...this.#x].sort(); }'],
  ['one that the constructor makes', '#x: number; constructor() { this.#x = 1; this.#x += 1; }'],
  ['a method', '#x() { return 1; } onTimer() { this.#x(); }'],
  ['a getter', 'y = 1; get #x() { return this.y; } onTimer() { return this.#x; }'],
  ['a setter', 'y = 1; set #x(x: number) { this.y = x; } onTimer() { this.#x = 2; }'],
  ['an asynchronous method', 'async #x() {} static #y() {} *#z() {}'],
  ['a question', '#x; static is(value: object) { return #x in value; }'],
  ['a static one, which is found by running', 'static #x = 0; onTimer() { P.#x += 1; }'],
  ['a plain field', 'x = 0; private y = 1; onTimer() { this.x += 1; this.y += 1; }'],
  ['a comparison', '#x = 1; onTimer() { return this.#x === 1 || this.#x == 2 || this.#x >= 3; }'],
  ['a default', '#x = 1; onTimer(ctx, y = this.#x) { const z = this.#x; return { z: this.#x, y }; }'],
  ['a thing whose methods nobody knows', '#x = makeClock(); onTimer() { this.#x.set(1); }'],
])('%s is not', (_what, body) => {
  expect(told(`const makeClock = () => ({ set() {} });\nexport class P { ${body} }`)).toEqual([]);
});

test('the classes that a process extends count, however it is exported', () => {
  const base = 'class Base { #x = 1; onTimer() { this.#x += 1; } }\n';

  expect(told(`${base}export class P extends Base {}`)).toHaveLength(1);
  expect(told(`${base}class Middle extends Base {}\nclass Own extends Middle {}\nexport { Own as P };`)).toHaveLength(1);
  expect(told(`${base}export const P = class extends Base {};`)).toHaveLength(1);
  expect(told(`${base}const P = class Own extends Base {}; export { P };`)).toHaveLength(1);
});

test('classes that are no processes may count in theirs: they live as long as a call', () => {
  expect(
    told('class Counter { #n = 0; up() { return ++this.#n; } }\nexport class P { onTimer() { this.n = new Counter().up(); } }'),
  ).toEqual([]);
});

test('many are told in a bearable number', () => {
  const fields = Array.from({ length: 5_000 }, (_, n) => `#x${n} = 1;`).join('\n');
  const changes = Array.from({ length: 5_000 }, (_, n) => `this.#x${n} = 2;`).join('\n');

  expect(told(`export class P {\n${fields}\nonTimer() {\n${changes}\n} }`)).toHaveLength(20);
});
