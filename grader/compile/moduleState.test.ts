import { expect, test } from 'vitest';
import { compile } from './compile.ts';

/** Finds the suspects of a source, as `name line`. */
function finder(source: string): () => string[] {
  const compiled = compile(new TextEncoder().encode(source));
  if (compiled.kind === 'rejected') throw new Error(compiled.diagnostics[0]?.message);
  return () => compiled.suspects().map(({ name, place }) => `${name} ${place.line}`);
}

function suspectsIn(source: string): string[] {
  return finder(source)();
}

test.each([
  ['a variable', 'let count = 0;\nclass P { onStart() { count += 1; } }', ['count 1']],
  ['a variable that is counted', 'let a = 1, count = 0;\nclass P { onStart() { return ++count; } }', ['count 1']],
  ['a variable that a field counts', 'let next = 0;\nclass P { id = next++; }', ['next 1']],
  ['a variable that keeps a context', 'let kept: unknown;\nclass P { onStart(ctx) { kept ??= ctx; } }', ['kept 1']],
  ['a variable in a pattern', 'let a = 1, b = 2;\nfunction f() { [a, b] = [b, a]; }', ['a 1', 'b 1']],
  ['a variable in a pattern of names', 'let a: number;\nfunction f(x) { ({ a, y: [x.z] } = x); }', ['a 1']],
  ['a variable of a loop', 'var at;\nfunction f(x) { for (at of x); }', ['at 1']],
  ['a table', 'const seen = new Map<string, number>();\nfunction f(x) { seen.set(x, 1); }', ['seen 1']],
  ['a list', 'const log: string[] = [];\nclass P { onStart() { log.push("x"); } }', ['log 1']],
  ['a list in a table', 'const log = new Map();\nfunction f(x) { log.get(x)!.push(1); }', ['log 1']],
  ['a part of an object', 'const state = { count: 0 };\nfunction f() { state.count++; }', ['state.count 1']],
  ['a part behind a type', 'const state: unknown = {};\nfunction f() { (state as any).count = 1; }', ['state.count 1']],
  ['an entry', 'const list = [0];\nfunction f(i) { list[i]! += 1; }', ['list 1']],
  ['what is deleted', 'const table = { a: 1 };\nfunction f() { delete table.a; }', ['table.a 1']],
  ['what is assigned to', 'const table = {};\nfunction f(x) { Object.assign(table, x); }', ['table 1']],
  ['a static field', 'class P {\n  static count = 0;\n  onStart() { P.count += 1; }\n}', ['P.count 2']],
  ['a private static field', 'class P {\n  static #count = 0;\n  onStart() { P.#count += 1; }\n}', ['P.#count 2']],
  ['a static field by its constructor', 'class P {\n  static n = 0;\n  onStart() { this.constructor.n++; }\n}', ['P.n 2']],
  ['a static field by a static method', 'class P {\n  static n = 0;\n  static up() { this.n++; }\n}', ['P.n 2']],
  ['a property of a prototype', 'class P {\n  onStart() { P.prototype.count = 1; }\n}', ['P.prototype.count 2']],
  ['a property of a function', 'function f() {\n  f.calls = 1;\n}', ['f.calls 1']],
  ['a global', 'class P {\n  onStart() { globalThis.count = 1; }\n}', ['globalThis.count 2']],
  ['a built-in', 'class P {\n  onStart() { Array.prototype.last = 1; }\n}', ['Array.prototype.last 2']],
  ['a closure', 'const next = (() => {\n  let n = 0;\n  return () => ++n;\n})();', ['n 2']],
  ['a parameter of a closure', 'const next = ((n) => () => ++n)(0);', ['n 1']],
  ['a generator', 'function* count() { for (let n = 0; ; n += 1) yield n; }\nconst ids = count();\nconst f = () => ids.next();', ['ids 2']],
  ['a regular expression with a memory', 'const word = /a/g;\nconst f = (x) => word.test(x);', ['word 1']],
  [
    'the likelier first, and no more than two',
    'const memo = new Map();\nlet n = 0;\nlet m = 0;\nfunction f() { memo.set(1, n++); m++; }',
    ['n 2', 'm 3'],
  ],
  ['a variable whose change is not seen', 'let x = 1;\nexport { x };', ['x 1']],
  ['a table whose change is not seen', 'const table = [];\nfunction f() { return change(table); }', ['table 1']],
])('suspects %s', (_what, source, suspects) => {
  expect(suspectsIn(source)).toEqual(suspects);
});

test.each([
  ['constants', 'const LIMIT = 3;\nfunction f(x) { return x + LIMIT; }'],
  ['what changes while the module is loaded', 'const LIST = Object.freeze([3, 1].sort());'],
  ['variables of a handler', 'class P { onStart() { let n = 0; n += 1; [1].forEach(() => { n += 1; }); this.x = n; } }'],
  ['what hides a name', 'const n = 0;\nfunction f(n) { n += 1; const g = (n) => n++; return n; }'],
  ['fields', 'class P { count = 0; onStart() { this.count += 1; this.list.push(1); } }'],
  ['what is only read', 'const MAX = 5;\nclass P { x = MAX; onStart() { return MAX === 5 ? [MAX] : { MAX }; } }'],
  ['keys', 'const a = 1;\nfunction f(x) { x.a = 1; return { a: 1, b: x.a++ }; }'],
  ['comments and texts', "const a = 1;\nfunction f() { /* a = 2 */ return 'a++' + `a = ${a}`; }"],
  ['types', 'type T = { a: number };\nclass P { private t?: T; onStart(ctx: T): void { this.t = ctx; } }'],
])('does not suspect %s', (_what, source) => {
  expect(suspectsIn(source)).toEqual([]);
});

test.each([
  ['names in a list', `let x = 1;\nconst f = () => [${'x,'.repeat(100_000)}];`],
  ['classes', `let x = 1;\n${'class A{y=x++}'.repeat(1_000)}`],
  ['variables', `let ${Array.from({ length: 20_000 }, (_, n) => `a${n}`).join()};\nfunction f() { a1++; }`],
  ['functions', 'function f(a){a++}'.repeat(12_000)],
])('takes no longer than people wait for %s without end', (_what, source) => {
  const find = finder(source);
  const start = performance.now();

  find();

  expect(performance.now() - start).toBeLessThan(2_000);
});
