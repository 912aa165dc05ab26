/** The grader's stages hand on data one way, and know neither clock nor chance nor host. Read from the source by the compiler of TypeScript. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Each stage imports only from itself and from those before it. */
const STAGES = [
  'base',
  'trace',
  'diagram',
  'compile',
  'sandbox',
  'sim',
  'explore',
  'checks',
  'grade',
  'report',
  'exercises',
  'worker',
  'cli',
];

/** Where the host begins: these may know Node, the browser and the clock. */
const HOST = [/^grader\/cli\//, /^grader\/worker\/(client|nodeWorker|nodeThread|browserWorker)\.ts$/, /^exercises\/readFiles\.ts$/];

const GLOBALS = new Set(['self', 'document', 'Date', 'performance', 'setTimeout']);

const root = new URL('../', import.meta.url);
const sources = ['grader', 'exercises']
  .flatMap((top) =>
    readdirSync(new URL(top, root), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path.replaceAll('\\', '/')}`),
  )
  .filter(
    (path) =>
      path.endsWith('.ts') &&
      !/\.test\.ts$|ForTests\.ts$|\.d\.ts$|\/(hostile|hidden|mutants|alternatives)\/|\/(solution|starter)\.ts$/.test(path),
  )
  .sort();

function parse(path: string, text = readFileSync(new URL(path, root), 'utf8')): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function stageOf(path: string): number {
  const [top = '', folder = ''] = path.split('/');
  return STAGES.indexOf(top === 'grader' ? folder : top);
}

/** What a file imports or exports from, types included, as it is written. */
function specifiersOf(file: ts.SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map((one) => one.fileName);
}

/** Imports of a later stage, as `from → to`. */
function wrongWay(file: ts.SourceFile): string[] {
  const own = stageOf(file.fileName);
  return specifiersOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file.fileName), specifier))
    .filter((path) => /^(grader|exercises)\//.test(path) && stageOf(path) > own)
    .map((path) => `${file.fileName} → ${path}`);
}

/** What a file uses of a host, of the clock and of chance. Types, comments, texts, names of properties and own variables do not count. */
function hostUses(file: ts.SourceFile): string[] {
  const own = new Set<string>();
  const used: string[] = specifiersOf(file).filter((specifier) => specifier.startsWith('node:'));
  const collect = (node: ts.Node): void => {
    if (
      (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node) || ts.isBindingElement(node)) &&
      node.name
    ) {
      own.add(node.name.getText());
    }
    node.forEachChild(collect);
  };
  const look = (node: ts.Node): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isPropertyAccessExpression(node) && node.getText().replaceAll(/\s/g, '') === 'Math.random') used.push('Math.random');
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && !own.has(node.text) && !isName(node)) used.push(node.text);
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    node.forEachChild(look);
  };
  collect(file);
  look(file);
  return used;
}

/** Whether an identifier only names a member, a property or a label. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isAccessor(parent)) &&
    parent.name === node
  );
}

describe('the directions', () => {
  test('every file of the grader belongs to a stage', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((path) => stageOf(path) < 0)).toEqual([]);
  });

  test('no stage imports from a later one', () => {
    expect(sources.flatMap((path) => wrongWay(parse(path)))).toEqual([]);
  });

  test('only the host’s files know a host, a clock or chance', () => {
    const core = sources.filter((path) => !HOST.some((host) => host.test(path)));

    expect(core.flatMap((path) => hostUses(parse(path)).map((used) => `${path} uses ${used}`))).toEqual([]);
  });
});

describe('the test itself', () => {
  test.each([
    ['grader/base/x.ts', "import { y } from '../compile/y.ts';", ['grader/base/x.ts → grader/compile/y.ts']],
    ['grader/grade/x.ts', "import type { y } from '../worker/y.ts';", ['grader/grade/x.ts → grader/worker/y.ts']],
    ['grader/report/x.ts', "export * from '../../exercises/index.ts';", ['grader/report/x.ts → exercises/index.ts']],
    ['grader/worker/x.ts', "const y = import('../cli/y.ts');", ['grader/worker/x.ts → grader/cli/y.ts']],
    ['grader/grade/x.ts', "import '../base/y.ts';\n// import '../cli/y.ts'\nconst z = `import '../cli/y.ts'`;", []],
  ])('sees the way of the imports of %s: %s', (path, text, wrong) => {
    expect(wrongWay(parse(path, text))).toEqual(wrong);
  });

  test.each([
    ["import { readFileSync } from 'node:fs';", ['node:fs']],
    ['const x = Date.now();', ['Date']],
    ['const x = new Date();', ['Date']],
    ['class A extends Date {}', ['Date']],
    ['setTimeout(() => performance.now(), 1);', ['setTimeout', 'performance']],
    ['self.postMessage(document.title);', ['self', 'document']],
    ['const x = { document, y: self };', ['document', 'self']],
    ['const x = Math . random();', ['Math.random']],
    ['const x = Math.random;', ['Math.random']],
  ])('sees what is used in %s', (text, used) => {
    expect(hostUses(parse('grader/base/x.ts', text))).toEqual(used);
  });

  test.each([
    "// Date, 'node:fs'\nconst x = 'Math.random() of document, self';",
    'type X = { at: Date; self: typeof document };\ninterface Date { performance: number }',
    'const x: Date | undefined = undefined;\nfunction f(y: Document, self: string): Date { return self; }',
    'const x = { Date: 1, self: 2 };\nx.self + x.Date;\nclass A { document = 1; performance() {} get self() { return 1; } }',
    'const { self: own } = { self: 1 };\nconst document = own;\ndocument + 1;',
    'const text = `${1} setTimeout`;\nctx.setTimer(1); ctx.random(); this.Math.random;',
  ])('is not tripped by %s', (text) => {
    expect(hostUses(parse('grader/base/x.ts', text))).toEqual([]);
  });
});
