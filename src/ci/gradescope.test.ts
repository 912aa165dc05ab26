/** The autograder for Gradescope: built from the installed package, unpacked as Gradescope does, and run on submissions of all kinds. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_SOURCE_BYTES } from '../../grader/base/limits.ts';
import { pathOf, textOf } from './ciFilesForTests.ts';
import { installInto, packInto, PACKING_MS } from './tarballForTests.ts';

const folder = mkdtempSync(join(tmpdir(), 'faultline-gradescope-'));
const teacher = join(folder, 'teacher');
const root = join(folder, 'autograder');
const build = join(teacher, 'node_modules/faultline/src/ci/gradescope/build.mjs');
const zip = join(teacher, 'autograder.zip');
const solution = readFileSync(pathOf('exercises/hamming/solution.ts'), 'utf8');

beforeAll(() => {
  // The grader runs as another user, who has to get in here.
  chmodSync(folder, 0o755);
  installInto(teacher, join(folder, packInto(folder)));
  node(build, '--exercises', 'hamming,tmr-voter', '--seed', '7', '--out', zip);
  unpack();
}, PACKING_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function node(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: teacher, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function unpack(): void {
  rmSync(root, { recursive: true, force: true });
  for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    const file = join(root, 'source', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

interface Results {
  readonly score?: number;
  readonly output?: string;
  readonly tests?: readonly { readonly name: string; readonly score?: number; readonly max_score?: number; readonly output?: string }[];
}

function autograde(): Results {
  spawnSync('bash', [join(root, 'source/run_autograder')], { encoding: 'utf8', env: { PATH: process.env['PATH'], AUTOGRADER_ROOT: root } });
  return JSON.parse(readFileSync(join(root, 'results/results.json'), 'utf8'));
}

function pointsOf({ tests = [] }: Results) {
  const sum = (numbers: readonly (number | undefined)[]) => numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
  return [sum(tests.map((one) => one.score)), sum(tests.map((one) => one.max_score))];
}

describe('building', () => {
  test('puts the scripts at the root of the zip file, as programs', () => {
    expect(entriesOf(readFileSync(zip)).slice(0, 5)).toEqual([
      'setup.sh 100755',
      'run_autograder 100755',
      'autograde.mjs 100644',
      'config.json 100644',
      'faultline/package.json 100644',
    ]);
  });

  test('writes the same bytes again', () => {
    const again = join(teacher, 'again.zip');

    node(build, '--exercises', 'hamming,tmr-voter', '--seed', '7', '--out', again);

    expect(readFileSync(again).equals(readFileSync(zip))).toBe(true);
  });

  test.each([
    [[], 'Name the exercises and the file to write: build.mjs --exercises hamming,tmr-voter --out autograder.zip [--seed N].\n'],
    [['--bogus'], 'Name the exercises and the file to write: build.mjs --exercises hamming,tmr-voter --out autograder.zip [--seed N].\n'],
    [['--exercises', 'haming', '--out', 'x.zip'], 'No exercise is called "haming". `faultline list` shows them all.\n'],
    [['--exercises', 'hamming', '--out', 'x.zip', '--seed', 'x'], '--seed is a whole number from 0 to 2147483647, not "x".\n'],
  ])('%j is refused in a sentence', (args, stderr) => {
    expect(node(build, ...args)).toEqual({ status: 2, stdout: '', stderr });
    expect(existsSync(join(teacher, 'x.zip'))).toBe(false);
  });
});

/** Names and modes from the central directory of a zip file. */
function entriesOf(file: Buffer): string[] {
  const signature = Buffer.from([0x50, 0x4b, 0x01, 0x02]);
  const entries: string[] = [];
  for (let at = file.indexOf(signature); at >= 0; at = file.indexOf(signature, at + 46)) {
    const name = file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28));
    entries.push(`${name} ${(file.readUInt32LE(at + 38) >>> 16).toString(8)}`);
  }
  return entries;
}

describe('grading', () => {
  beforeEach(() => {
    for (const dir of ['submission', 'results']) rmSync(join(root, dir), { recursive: true, force: true });
    mkdirSync(join(root, 'submission'));
  });

  function handIn(name: string, content: string): void {
    const file = join(root, 'submission', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  test('grades what was handed in, and counts what was not', () => {
    handIn('hamming.ts', solution);

    const results = autograde();

    expect(pointsOf(results)).toEqual([100, 200]);
    expect(results.tests?.at(-1)).toMatchObject({
      name: 'tmr-voter: not handed in',
      score: 0,
      max_score: 100,
      output: 'There is no file tmr-voter.ts in this submission. Its name must be just that, and it may lie in a folder called answers.',
    });
  });

  test('finds answers in their folder', () => {
    handIn('answers/hamming.ts', solution);
    handIn('answers/tmr-voter.ts', readFileSync(pathOf('exercises/tmr-voter/solution.ts'), 'utf8'));

    expect(pointsOf(autograde())).toEqual([200, 200]);
  });

  test('an empty submission has a result too', () => {
    expect(pointsOf(autograde())).toEqual([0, 200]);
  });

  test('does not read through links, of files or of folders', () => {
    const secret = join(folder, 'secret');
    mkdirSync(secret, { recursive: true });
    writeFileSync(join(secret, 'tmr-voter.ts'), readFileSync(pathOf('exercises/tmr-voter/solution.ts')));
    symlinkSync(pathOf('exercises/hamming/solution.ts'), join(root, 'submission/hamming.ts'));
    symlinkSync(secret, join(root, 'submission/answers'));

    const results = autograde();

    expect(results.tests?.map((one) => one.output)).toEqual([
      'hamming.ts cannot be read. Hand in the file itself, not a link to it.',
      'tmr-voter.ts is not a file of this submission. Hand in the file itself.',
    ]);
  });

  test('refuses what is too large, or no file', () => {
    handIn('hamming.ts', ' '.repeat(MAX_SOURCE_BYTES + 1));
    mkdirSync(join(root, 'submission/tmr-voter.ts'));

    expect(autograde().tests?.map((one) => one.output)).toEqual([
      'hamming.ts has 262145 bytes, and an answer may have 262144.',
      'tmr-voter.ts is not a file of this submission. Hand in the file itself.',
    ]);
  });

  test('a submission cannot bring a program, a setting or a result along', () => {
    const claim = JSON.stringify({ score: 1000, tests: [] });
    for (const name of [
      'results.json',
      'results/results.json',
      'config.json',
      'autograde.mjs',
      'run_autograder',
      '.npmrc',
      'package.json',
    ]) {
      handIn(name, claim);
    }
    handIn('hamming.ts', `console.log(${JSON.stringify(claim)});\n${readFileSync(pathOf('exercises/hamming/starter.ts'), 'utf8')}`);

    const [score = -1, maxScore] = pointsOf(autograde());

    expect(score).toBeLessThan(100);
    expect(maxScore).toBe(200);
  });

  test('keeps nothing of an earlier result', () => {
    mkdirSync(join(root, 'results'));
    writeFileSync(join(root, 'results/results.json'), '{"score":1000}');

    expect(autograde().score).not.toBe(1000);
  });

  describe('when the autograder itself is broken', () => {
    beforeEach(() => handIn('hamming.ts', solution));

    test.each(['faultline/dist/worker.js', 'faultline/dist/quickjs.wasm', 'faultline/dist/faultline.js', 'autograde.mjs', 'config.json'])(
      'for want of %s, the learner reads whose fault it is',
      (file) => {
        unpack();
        rmSync(join(root, 'source', file));

        const { score, output, tests } = autograde();

        expect({ score, tests }).toEqual({ score: 0, tests: undefined });
        expect(output).toMatch(/^NOT GRADED\. .* This is a fault of the autograder, not of your answer, and this 0 is no grade\./);
        unpack();
      },
    );
  });
});

test('the bound on files is the grader’s own', () => {
  expect(textOf('src/ci/gradescope/autograde.mjs')).toContain('const MAX_FILE_BYTES = 256 * 1024;');
  expect(MAX_SOURCE_BYTES).toBe(256 * 1024);
});
