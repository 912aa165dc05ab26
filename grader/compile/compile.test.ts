import { describe, expect, test } from 'vitest';
import { MAX_SOURCE_BYTES } from '../base/limits.ts';
import type { Diagnostic } from '../base/report.ts';
import { compile } from './compile.ts';

const HONEST = 'export const f = (x: number): number => x;\n';

function diagnosticsOf(source: string | Uint8Array): readonly Diagnostic[] {
  const compiled = compile(typeof source === 'string' ? new TextEncoder().encode(source) : source);
  return compiled.kind === 'rejected' ? compiled.diagnostics : [];
}

function codeOf(source: string): string {
  const compiled = compile(new TextEncoder().encode(source));
  if (compiled.kind === 'rejected') throw new Error(compiled.diagnostics.map((one) => one.message).join('\n'));
  return compiled.code;
}

/** `code line:column` of each diagnostic. */
function told(source: string): string[] {
  return diagnosticsOf(source).map(({ code, line, column }) => `${code} ${line}:${column}`);
}

describe('E_SIZE', () => {
  test('tells how many bytes there are, and how many are allowed', () => {
    expect(diagnosticsOf(HONEST.padEnd(MAX_SOURCE_BYTES))).toEqual([]);
    expect(diagnosticsOf(HONEST.padEnd(MAX_SOURCE_BYTES + 1))).toEqual([
      {
        code: 'E_SIZE',
        message: 'The source has 262145 bytes, and at most 262144 (256 KiB) are graded. Leave out what the exercise does not need.',
      },
    ]);
  });

  test('counts bytes, not characters', () => {
    expect(told(`// ${'é'.repeat(MAX_SOURCE_BYTES / 2)}`)).toEqual(['E_SIZE undefined:undefined']);
  });
});

describe('E_ENCODING', () => {
  test.each([
    ['a byte that no UTF-8 has', [0xff]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a character that is cut', [0xe2, 0x82]],
    ['a character written too long', [0xc0, 0xaf]],
  ])('refuses %s', (_what, bytes) => {
    expect(diagnosticsOf(Uint8Array.from([0x2f, 0x2f, ...bytes]))).toEqual([
      { code: 'E_ENCODING', message: 'The source is not UTF-8 text. Save the file as UTF-8.' },
    ]);
  });

  test('is not told of a byte order mark', () => {
    expect(diagnosticsOf(`\ufeff${HONEST}`)).toEqual([]);
  });
});

describe('E_SYNTAX', () => {
  test.each([
    ['const x = ;', '`;` cannot stand here. Look just before it for something missing or left over.', 1, 11],
    ['const x = 1;\nfunction (', '`(` cannot stand here. Look just before it for something missing or left over.', 2, 10],
    ['const x = {', 'The file ends here while something is still open: a bracket, a string or a comment.', 1, 12],
    ['const x = 1;\n  \0', 'There is a NUL character here, which no source may hold. Delete it.', 2, 3],
    ['const x = \u001b[2J;', '`␛` cannot stand here. Look just before it for something missing or left over.', 1, 11],
  ])('tells of %j what is wrong and where', (source, message, line, column) => {
    expect(diagnosticsOf(source)).toEqual([{ code: 'E_SYNTAX', message, line, column }]);
  });

  test.each([
    ['brackets', `${'('.repeat(201)}1${')'.repeat(201)}`],
    ['braces', `${'{'.repeat(201)}${'}'.repeat(201)}`],
    ['templates', `${'`${'.repeat(201)}1${'}`'.repeat(201)}`],
    ['types', `type X = ${'Set<'.repeat(201)}1${'>'.repeat(201)};`],
    ['brackets beyond every stack', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a sum of 1,000 terms', `const x = ${'1 + '.repeat(1_000)}1;`],
    ['arrows in a row', `const x = ${'a => '.repeat(600)}1;`],
    ['conditions in a row', `const x = ${'a ? b : '.repeat(300)}1;`],
    ['conditional types in a row', `type X = ${'1 extends 2 ? 3 : '.repeat(200)}4;`],
  ])('tells of %s that they are nested too deeply, wherever a parser would give up', (_what, source) => {
    expect(diagnosticsOf(source)).toEqual([
      { code: 'E_SYNTAX', message: 'The source cannot be parsed: it is nested too deeply, or broken beyond what a parser can tell.' },
    ]);
  });

  test.each([
    ['a table of 5,000 rows', `const x = [${'[1, "a", { b: 2 }],\n'.repeat(5_000)}];`],
    ['2,000 statements without semicolons', 'const x1 = 1 + 2\n'.repeat(2_000).replaceAll(/x1/g, () => `x${(counter += 1)}`)],
    ['200 conditions in a row', `if (0) {}${' else if (1) {}'.repeat(200)}`],
    ['20 levels of everything', `const x = ${'[{ a: (() => '.repeat(20)}1${')() }]'.repeat(20)};`],
  ])('is not told of %s', (_what, source) => {
    expect(diagnosticsOf(source)).toEqual([]);
  });
});

let counter = 0;

describe('E_IMPORT', () => {
  const only = "A submission is one file: only `import type { … } from 'faultline'` is possible here.";
  const typesOnly = "'faultline' has types only, and nothing is imported at run time. Write `import type` in place of `import`.";

  test.each([
    ["import fs from 'node:fs';", `'node:fs' cannot be imported. ${only}`],
    ["import 'node:fs';", `'node:fs' cannot be imported. ${only}`],
    ["import * as fs from 'fs';", `'fs' cannot be imported. ${only}`],
    ['import { x, y as z } from "./other.ts";', `"./other.ts" cannot be imported. ${only}`],
    ["import x, { y } from 'x'", `'x' cannot be imported. ${only}`],
    ["import { 'a b' as c } from 'x';", `'x' cannot be imported. ${only}`],
    ["import type { X } from './types';", `'./types' cannot be imported. ${only}`],
    ["import type from 'x';", `'x' cannot be imported. ${only}`],
    ["import data from 'x' with { type: 'json' };", `'x' cannot be imported. ${only}`],
    ["import { type Data } from 'faultline';", typesOnly],
    ["import { Data } from 'faultline';", typesOnly],
    ["import type from 'faultline';", typesOnly],
    ["const x = import('x');", `\`import()\` is not available here. ${only}`],
    ["const x = await import /* … */ ('x');", `\`import()\` is not available here. ${only}`],
    ["export * from 'x';", `Nothing can be exported from 'x'. ${only}`],
    ["export * as x from 'x';", `Nothing can be exported from 'x'. ${only}`],
    ["export { x } from 'x';", `Nothing can be exported from 'x'. ${only}`],
    ["export { Data } from 'faultline';", `Nothing can be exported from 'faultline'. ${only}`],
    ["export type { X } from './x';", `Nothing can be exported from './x'. ${only}`],
    ["export type * from './x';", `Nothing can be exported from './x'. ${only}`],
  ])('is told of %s', (source, message) => {
    expect(diagnosticsOf(source)).toMatchObject([{ code: 'E_IMPORT', message, line: 1 }]);
  });

  test('quotes a name without what cannot be printed, and not all of a long one', () => {
    const [diagnostic] = diagnosticsOf(`import '\u202e\u0007${'x'.repeat(1_000)}';`);

    expect(diagnostic?.message).toBe(`'\ufffd␇${'x'.repeat(57)}… cannot be imported. ${only}`);
  });

  test('is told at the right place, in the order of the file, and 20 times at most', () => {
    expect(told("const x = 1;\n  import 'a';\n/* import 'b' */ import 'c';\n")).toEqual(['E_IMPORT 2:3', 'E_IMPORT 3:18']);
    expect(told("import 'a';\n".repeat(15_000))).toHaveLength(20);
  });
});

describe('E_FEATURE', () => {
  test.each([
    [
      'namespace N { export const x = 1; }',
      'A namespace with values is not available here. Write its contents at the top level, or as an object: `const N = { … }`.',
    ],
    [
      'module N { f(); }',
      'A namespace with values is not available here. Write its contents at the top level, or as an object: `const N = { … }`.',
    ],
    [
      'export namespace A.B { export function f() {} }',
      'A namespace with values is not available here. Write its contents at the top level, or as an object: `const A = { … }`.',
    ],
    ['@sealed class A {}', 'Decorators are not available here. Call the function yourself.'],
    ['class A { @log f() {} }', 'Decorators are not available here. Call the function yourself.'],
    [
      "import x = require('x');",
      "`import … =` is not available here. A submission is one file: only `import type { … } from 'faultline'` is possible here.",
    ],
    [
      'import x = A.B;',
      "`import … =` is not available here. A submission is one file: only `import type { … } from 'faultline'` is possible here.",
    ],
    ['export = 5;', '`export =` is not available here. Write `export` before each function that the exercise asks for.'],
    ['const x = import.meta.url;', '`import.meta` is not available here: a submission has no place of its own.'],
  ])('is told of %s', (source, message) => {
    expect(diagnosticsOf(source)).toContainEqual(expect.objectContaining({ code: 'E_FEATURE', message }));
  });

  test('is told at the right place', () => {
    expect(told('const x = 1;\n\tnamespace N {\n  const y = 2;\n}\n\n  @x class A {}')).toEqual(['E_FEATURE 2:2', 'E_FEATURE 6:3']);
  });
});

describe('what may be written', () => {
  test.each([
    [
      'types of the course',
      "import type { Data, ProcessId } from 'faultline';\nexport type { Process } from 'faultline';\nexport type * from 'faultline';",
    ],
    ['an enum', 'enum Color { Red, Green = 5, Blue }\nexport const enum Size { S }'],
    ['parameter properties', 'class A { constructor(private readonly x: number, public y = 1) {} }'],
    [
      'a namespace of types alone',
      'namespace N { export type X = 1; export interface Y { z: X } }\ndeclare namespace M { const x: number; }',
    ],
    [
      'declarations',
      "declare const x: number;\ndeclare function f(): void;\ndeclare module 'x' { export const y: number; }\ndeclare global { var z: number }",
    ],
    [
      'keywords as the names of properties',
      'const x = { import: 1, export: 2, namespace: 3, module: 4 };\nx.import + x.export + x.namespace + x?.module;',
    ],
    [
      'words of TypeScript as the names of variables',
      'const namespace = 1, module = 2, type = 3, declare = 4, abstract = 5;\nexport { module };',
    ],
    ['a module that is called', 'const module = (x) => x;\nmodule\n(1);\nconst namespace = module;\nif (namespace) {}'],
    ['methods called like keywords', 'class A { import() {} export() {} static namespace() {} get module() { return 1; } }'],
    ['regular expressions with such words', "const x = /import 'x'; @a namespace N { const y }/;"],
    ['texts and templates with such words', 'const x = `import(\'x\') ${\'export * from "y"\'} @z`;\nconst y = "namespace N { const x }";'],
    ['comments with such words', "// import 'x';\n/* namespace N { const y } @z */"],
    [
      'assertions and signatures',
      'const x = 1 as unknown as string;\nconst y = <number>(x!);\nfunction f(this: void, z?: number): asserts z is 1;\nfunction f(z) {}\nx satisfies string;',
    ],
    [
      'private fields and accessors',
      'class A<T> { #x = 1; static { this.y; } static y; override get z() { return this.#x; } declare w: T; }',
    ],
    ['exports under the names of texts', "const x = 1;\nexport { x as 'a b', x as default };"],
    ['labels and types called import', 'type A = { import: 1; export?: 2 };\nfor (const x of [1]) { continue; }'],
    ['a hashbang', '#!/usr/bin/env node\nconst x = 1;'],
    ['arrows with types', 'const f = async <T,>(x: T): Promise<T> => x;\nconst g = (x: number): x is 1 => true;'],
    ['nothing', ''],
  ])('%s', (_what, source) => {
    expect(diagnosticsOf(source)).toEqual([]);
  });
});

describe('the compiled code', () => {
  test('keeps every line where it was', () => {
    const source =
      "import type {\n  Data,\n} from 'faultline';\ninterface A {\n  x: Data;\n}\nconst marker = (\n  a: A,\n): Data => a.x;\n";

    const lines = codeOf(source).split('\n');

    expect(lines).toHaveLength(source.split('\n').length);
    expect(lines[6]).toContain('marker');
  });

  test('is what the learner wrote, without its types', () => {
    const modern = 'class A { #x = 1; y = this.#x ?? 2; static { A?.z; } }\na ||= 1n ** 2n;';

    expect(codeOf(modern)).toBe(modern);
    expect(codeOf('const f = (x: number): number => x;')).toBe('const f = (x) => x;');
  });

  test('knows where a name is exported', () => {
    const compiled = compile(new TextEncoder().encode('const x = 1;\nexport async function f() {}\n  export { x };\nexport const g = 1;'));

    const places = compiled.kind === 'compiled' ? ['f', 'x', 'g', 'h'].map(compiled.placeOf) : [];

    expect(places).toEqual([{ line: 2, column: 23 }, { line: 3, column: 12 }, { line: 4, column: 14 }, undefined]);
  });
});
