/** The reference says what the code does: no field, code, reporter or bound is missing there, and none is made up. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { EXERCISES, findExercise } from '../../exercises/index.ts';
import { GRADING_LIMIT_MS, MAX_CALL_OPERATIONS, MAX_CONSOLE_CHARS, MAX_SANDBOX_BYTES, MAX_SOURCE_BYTES } from '../../grader/base/limits.ts';
import { VERSION } from '../../grader/base/version.ts';
import { EXIT } from '../../grader/cli/command.ts';
import { COMMANDS } from '../../grader/cli/commands.ts';
import { compile } from '../../grader/compile/compile.ts';
import { gradeHere } from '../../grader/grade/gradeForTests.ts';
import { REPORTERS } from '../../grader/report/reporters.ts';
import { namesInTables, readPage, readPages } from './pageForTests.ts';
import { publishCommand } from './publishedCommand.ts';

const GRADER = fileURLToPath(new URL('../../grader/', import.meta.url));
const PAGES = readPages();

test('the file that pages install bears the version that there is', () => {
  const names = PAGES.flatMap((page) => page.text.match(/faultline-\d+\.\d+\.\d+\.tgz|\/faultline:\d+\.\d+\.\d+/g) ?? []);

  expect(new Set(names)).toEqual(new Set([`faultline-${VERSION}.tgz`, `/faultline:${VERSION}`]));
});

test('every page says in one sentence what it is about', () => {
  for (const { text } of PAGES)
    expect(text).toMatch(/^---\n(slug: \/\n)?title: .+\n(sidebar_label: .+\n)?description: [A-Z].*[^.]\.\n---\n/);
});

describe('the command line', () => {
  test('every command says how it is used, and what each option does', () => {
    const commands = COMMANDS.map(publishCommand);

    expect(commands.map((command) => command.name)).toEqual(COMMANDS.map((command) => command.name));
    for (const { name, usage, summary, options } of commands) {
      expect(usage.startsWith(`faultline ${name}`)).toBe(true);
      expect(summary).toMatch(/^[a-z].*[^.]$/);
      for (const option of options) expect(option.usage).toMatch(/^--[a-z]/);
    }
  });

  test('the exit codes are those that the program has', () => {
    const codes = readPage('command-line').text.matchAll(/^\| (\d)/gm);

    expect([...codes].map(([, code]) => Number(code))).toEqual(Object.values(EXIT).sort());
  });

  test('pages name no command that there is not', () => {
    const known = new Set(['help', ...COMMANDS.map((command) => command.name)]);
    const named = PAGES.flatMap((page) => [...page.text.matchAll(/(?:`|npx )faultline ([a-z]+)/g)].flatMap(([, name = '']) => name));

    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test('pages name no option that its command has not', () => {
    const wrong = PAGES.flatMap((page) =>
      [...page.text.matchAll(/faultline ([a-z]+)\b([^`\n]*)/g)].flatMap(([, name, rest = '']) => {
        const command = COMMANDS.find((one) => one.name === name);
        const options = [...rest.matchAll(/--([a-z]+)/g)].flatMap(([, option = '']) => option);
        return command ? options.filter((option) => !(option in command.options)).map((option) => `${page.name}: ${name} --${option}`) : [];
      }),
    );

    expect(wrong).toEqual([]);
  });
});

describe('the report', () => {
  test('its tables have every field of the type, and no other', () => {
    const { text } = readPage('report');
    const written = ['field', 'evidence.method', 'counterexample.kind'].flatMap((heading) => namesInTables(text, heading));
    const inOtherColumns = [...text.matchAll(/^\| `(?:exhaustive|examples|sampled|none|call|run)` +\|([^|]*)\|/gm)].flatMap(
      ([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].flatMap(([, name = '']) => name),
    );
    const METHODS = new Set(['exhaustive', 'examples', 'sampled', 'none', 'run']);
    const fields = new Set([...written.map((name) => name.replace('[]', '').split('.').at(-1) ?? ''), ...inOtherColumns]);
    // A table's heading names the field by which its rows differ.
    const documented = new Set([...fields].filter((name) => !METHODS.has(name) || name === 'kind').concat('method', 'source', 'grader'));

    expect([...documented].sort()).toEqual([...fieldsOfType('base/report.ts')].sort());
  });
});

/** The names of all properties in the types of a file. */
function fieldsOfType(path: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node)) names.add(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(`${GRADER}${path}`, 'utf8'), ts.ScriptTarget.ESNext, true));
  return names;
}

describe('error codes', () => {
  const page = readPage('error-codes');
  const documented = [...page.text.matchAll(/^### `(E_[A-Z_]+)`$/gm)].flatMap(([, code = '']) => code);

  test('every code of the grader is explained, and no other', () => {
    expect(documented.toSorted()).toEqual(codesOfGrader());
  });

  const examples = page.blocks.flatMap((block) => {
    const code = block.value('gives');
    return code === undefined ? [] : [[code, block.value('for') ?? 'hamming', block.text] as const];
  });

  test('every code that a source can bring about has an example', () => {
    const without = documented.filter((code) => !examples.some(([one]) => one === code));

    // Of files, and of the grader. Tests of the compiler and of batches bring them about.
    expect(without).toEqual(['E_ENCODING', 'E_SIZE', 'E_LINK', 'E_FILE', 'E_GRADER']);
  });

  test.each(examples)('%s comes of its example', async (code, id, source) => {
    const exercise = findExercise(id) ?? EXERCISES[0];
    const report = exercise && (await gradeHere({ exercise, source }));

    expect(report).toMatchObject({ exercise: id, verdict: 'error', score: 0 });
    expect(report?.diagnostics[0]?.code).toBe(code);
  });

  test.each([
    ['E_ENCODING', new Uint8Array([0xff, 0xfe, 0x65, 0x00])],
    ['E_SIZE', new Uint8Array(MAX_SOURCE_BYTES + 1).fill(0x20)],
  ])('%s comes of such a file', (code, source) => {
    expect(compile(source)).toMatchObject({ kind: 'rejected', diagnostics: [{ code }] });
  });
});

/** Every code in quotes where diagnostics are made. Reporters only hand them on. */
function codesOfGrader(): string[] {
  const files = readdirSync(GRADER, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/\.test\.ts$|ForTests\.ts$|(^|[\\/])(hostile|hidden|report)[\\/]/.test(file),
  );
  const codes = files.flatMap((file) => readFileSync(`${GRADER}${file}`, 'utf8').match(/(?<=['"`])E_[A-Z_]+(?=['"`])/g) ?? []);
  return [...new Set(codes)].sort();
}

test('every reporter is in the table, and no other', () => {
  expect(namesInTables(readPage('reporters').text, 'name').sort()).toEqual([...REPORTERS.keys()].sort());
});

test('bounds are those that the grader keeps', () => {
  const security = readPage('security').text;
  const codes = readPage('error-codes').text;

  expect(security).toContain(`${MAX_CALL_OPERATIONS / 1_000_000} million operations`);
  expect(security).toContain(`no sign of life for ${GRADING_LIMIT_MS / 1_000} s`);
  expect(security).toContain(`${MAX_SANDBOX_BYTES / 1024 / 1024} MiB`);
  expect(security).toContain(`${MAX_CONSOLE_CHARS.toLocaleString('en')} characters`);
  expect(codes).toContain(`${MAX_SOURCE_BYTES.toLocaleString('en')} bytes (${MAX_SOURCE_BYTES / 1024} KiB)`);
  expect(codes).toContain(`${MAX_CALL_OPERATIONS / 1_000_000} million operations, ${MAX_SANDBOX_BYTES / 1024 / 1024} MiB`);
});
