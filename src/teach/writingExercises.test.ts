/** The exercise on the page about writing exercises is one: its files compile, keep their contract, and the audit proves it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditExercise } from '../../exercises/audit.ts';
import { readExerciseFiles } from '../../exercises/readFiles.ts';
import type { Exercise } from '../../grader/checks/exercise.ts';
import { gradeHere } from '../../grader/grade/gradeForTests.ts';
import { readPage } from './pageForTests.ts';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
const files = readPage('writing-exercises').blocks.flatMap((block) => {
  const path = block.value('file');
  return path === undefined ? [] : [{ path, text: block.text }];
});
/** In the checkout's own cache, so that packages are found from there. */
let folder = '';

beforeAll(() => {
  const cache = join(CHECKOUT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, 'faultline-page-'));
  symlinkSync(join(CHECKOUT, 'grader'), join(folder, 'grader'));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('has all the files of an exercise', () => {
  expect(files.map(({ path }) => path.replace('exercises/parity/', ''))).toEqual([
    'contract.d.ts',
    'starter.ts',
    'solution.ts',
    'exercise.ts',
    'mutants/odd.ts',
    'mutants/trims.ts',
    'alternatives/without-counting.ts',
  ]);
});

test('compiles as strictly as the rest', () => {
  const roots = files.map(({ path }) => join(folder, path));
  const { config } = ts.readConfigFile(join(CHECKOUT, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: roots }, ts.sys, CHECKOUT);
  const program = ts.createProgram(roots, { ...options, noEmit: true });

  const faults = ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' '));

  expect(faults).toEqual([]);
});

test('is proved by the audit', async () => {
  const { parity }: { parity: Exercise } = await import(join(folder, 'exercises/parity/exercise.ts'));
  const texts = readExerciseFiles(pathToFileURL(join(folder, 'exercises/')), 'parity');

  const faults = await auditExercise(parity, texts, (source) => gradeHere({ exercise: parity, source }));

  expect(faults).toEqual([]);
});

test('keeps its contract', async () => {
  const { parity }: { parity: Exercise } = await import(join(folder, 'exercises/parity/exercise.ts'));
  const contract = files.find(({ path }) => path.endsWith('contract.d.ts'))?.text ?? '';
  const rows = [...contract.matchAll(/^ \* - ([a-z0-9-]+) +(\d+) +(safety|liveness|edge|cost) /gm)];

  expect(parity.checks.map((check) => [check.id, check.points, check.kind])).toEqual(
    rows.map(([, name, points, kind]) => [name, Number(points), kind]),
  );
});
