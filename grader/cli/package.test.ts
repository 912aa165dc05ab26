/**
 * The package as strangers get it: packed, checked as the ecosystem checks packages, installed in an empty folder, and used there with the
 * network off. `dist/` must be there.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { EXERCISES } from '../../exercises/index.ts';
import { VERSION } from '../base/version.ts';
import { REPORTERS } from '../report/reporters.ts';

const checkout = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(checkout, 'node_modules/typescript/bin/tsc');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'faultline-package-')));
/** Where a stranger works. */
const folder = join(root, 'course');
const TARBALL = `faultline-${VERSION}.tgz`;
const MAX_BYTES = 5 * 1024 * 1024;

/** Nothing that is asked for over a network gets an answer: by a system without one where that can be had, else by proxies that nobody serves. */
const cutsOff = spawnSync('unshare', ['-n', 'true']).status === 0;
const NOWHERE = 'http://127.0.0.1:9';
const OFFLINE = { npm_config_offline: 'true', HTTP_PROXY: NOWHERE, HTTPS_PROXY: NOWHERE, http_proxy: NOWHERE, https_proxy: NOWHERE };

/** Variables that reporters for classrooms take their texts from. */
const CLASSROOM = {
  GITHUB_STEP_SUMMARY: join(root, 'summary.md'),
  CLASSROOM: 'dist-sys',
  ASSIGNMENT: 'hamming',
  OWNER: 'ada',
  ASSIGNMENT_TYPE: 'individual',
  SUBMISSION_TAG: 'submit/1',
  COMMIT_URL: 'https://example.org/commit/1',
  RELEASE_URL: 'https://example.org/release/1',
  REVIEW_URL: 'https://example.org/review/1',
};

// Processes start slowly on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let packed: { readonly size: number; readonly files: readonly string[] };

afterAll(() => rmSync(root, { recursive: true, force: true }));

function runIn(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const [program, ...rest] = cutsOff ? ['unshare', '-n', command, ...args] : [command, ...args];
  // What npm tells the scripts that it runs, such as where its project is, is not for a stranger's folder.
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|GITHUB_|CI$)/i.test(name));
  const { status, stdout, stderr } = spawnSync(program, rest, {
    cwd,
    encoding: 'utf8',
    env: { ...Object.fromEntries(own), ...OFFLINE, XDG_STATE_HOME: join(root, 'state'), npm_config_cache: join(root, 'cache'), ...env },
  });
  return { status, stdout, stderr };
}

function npxFaultline(...args: string[]) {
  return runIn(folder, 'npx', ['--no-install', 'faultline', ...args], CLASSROOM);
}

/** The program that npm linked, without the second that npx takes to find it. */
function faultline(...args: string[]) {
  return runIn(folder, process.execPath, [join(folder, 'node_modules/.bin/faultline'), ...args], CLASSROOM);
}

/** What `npm pack --json` prints: a list in npm up to 11, an object by name in some. */
function packedBy(text: string): { readonly size: number; readonly files: readonly string[] } {
  const [one] = Object.values(JSON.parse(text) as Readonly<Record<string, { size: number; files: { path: string }[] }>>);
  if (!one) throw new Error('npm packed nothing');
  return { size: one.size, files: one.files.map(({ path }) => path) };
}

beforeAll(() => {
  // `--ignore-scripts`: `prepack` would bundle what is bundled.
  const { stdout } = runIn(checkout, 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', root]);
  packed = packedBy(stdout);
  mkdirSync(folder);
  copyFileSync(join(root, TARBALL), join(folder, TARBALL));
  const installed = runIn(folder, 'npm', ['install', `./${TARBALL}`, '--offline', '--no-audit', '--no-fund']);
  const started = npxFaultline('start');
  for (const { status, stderr } of [installed, started]) if (status !== 0 || stderr !== '') throw new Error(stderr);
});

describe('the package', () => {
  test('holds what is used, and nothing that is for its own making', () => {
    const { size, files } = packed;
    const others = files.filter((path) => !/^(dist|exercises|src\/ci\/(github|gitlab|gradescope|kubernetes))\//.test(path));

    expect(size).toBeLessThan(MAX_BYTES);
    expect(others.sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'LICENSE-TEXT.md',
      'README.md',
      'grader/console.d.ts',
      'grader/faultline.d.ts',
      'package.json',
    ]);
    expect(files.filter((path) => path.startsWith('dist/') && !/\.(js|wasm)$/.test(path))).toEqual([]);
    expect(files.filter((path) => /\.test\.ts$|ForTests|\.map$/.test(path))).toEqual([]);
  });

  test('holds every file of every exercise that its commands read', () => {
    const inCheckout = EXERCISES.flatMap(({ id }) =>
      readdirSync(join(checkout, 'exercises', id), { recursive: true, encoding: 'utf8' })
        .map((path) => `exercises/${id}/${path.replaceAll('\\', '/')}`)
        .filter((path) => /\/(task\.mdx|(starter|solution|contract\.d)\.ts|(mutants|alternatives)\/.+)$/.test(path)),
    );

    expect(packed.files.filter((path) => path.startsWith('exercises/')).sort()).toEqual(inCheckout.sort());
  });

  test('brings no other package and runs no script when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'node_modules/faultline/package.json'), 'utf8')) as {
      readonly dependencies?: unknown;
      readonly private?: unknown;
      readonly scripts: Readonly<Record<string, string>>;
    };

    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['faultline']);
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.private).toBeUndefined();
    expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  });

  test('has nothing that publint would say', async () => {
    const { messages } = await publint({
      pack: { tarball: new Uint8Array(readFileSync(join(root, TARBALL))).buffer },
      strict: true,
      level: 'suggestion',
    });

    expect(messages).toEqual([]);
  });

  test('gives types that every way of resolving finds', () => {
    const { status, stdout } = spawnSync('npx', ['--no-install', 'attw', join(root, TARBALL), '--ignore-rules', ...NOT_APPLICABLE.keys()], {
      cwd: checkout,
      encoding: 'utf8',
    });

    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('node16 (from ESM)') });
  });
});

/** Rules of Are The Types Wrong that say nothing about a package whose module is types and nothing else, each with the reason. */
const NOT_APPLICABLE = new Map([
  ['cjs-resolves-to-esm', 'nothing is required or imported at run time: answers write `import type`, which has no module system'],
]);

describe('in a folder of its own, without a network', () => {
  const answer = join('answers', 'hamming.ts');
  const bundled = (...path: string[]): string => join(folder, 'node_modules', 'faultline', ...path);

  test('grades: 0 for a solution, 1 for a starter, 2 for a file that is not there', () => {
    copyFileSync(bundled('exercises/hamming/solution.ts'), join(folder, 'solution.ts'));

    const codes = ['solution.ts', answer, 'missing.ts'].map((file) => npxFaultline('grade', 'hamming', file).status);

    expect(codes).toEqual([0, 1, 2]);
  });

  test('writes with every reporter', () => {
    const outputs = [...REPORTERS.keys()].map((name) => ({ name, file: join(root, `report-${name}`) }));

    const { status, stderr } = faultline(
      'grade',
      'hamming',
      answer,
      ...outputs.flatMap(({ name, file }) => ['--reporter', `${name}=${file}`]),
    );

    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(outputs.filter(({ file }) => readFileSync(file, 'utf8').trim() === '')).toEqual([]);
  });

  test('lists, hints and replays', () => {
    const list = faultline('list');
    const hint = faultline('hint', 'hamming');
    const { stdout } = faultline('grade', 'bully-election', join('answers', 'bully-election.ts'));
    const schedule = / --schedule (\S+)/.exec(stdout)?.[1];
    const replay = faultline('replay', 'bully-election', join('answers', 'bully-election.ts'), '--schedule', schedule ?? '');

    expect(list.status).toBe(0);
    for (const { id } of EXERCISES) expect(list.stdout).toContain(`${id} `);
    expect(hint).toMatchObject({ status: 0, stdout: expect.stringMatching(/\S/), stderr: '' });
    expect(replay).toMatchObject({ status: 1, stdout: expect.stringContaining(`Schedule ${schedule}: `), stderr: '' });
  });

  test('proves an exercise from its own files', () => {
    expect(faultline('audit', 'hamming')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^PROVED {2}hamming: 7 checks, \d+ mutants/),
    });
  });

  test('grades a class', () => {
    mkdirSync(join(folder, 'class/ada'), { recursive: true });
    copyFileSync(bundled('exercises/hamming/solution.ts'), join(folder, 'class/ada/hamming.ts'));

    const { status } = faultline('batch', 'class', '--out', 'results');

    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'results/ada/hamming.json'), 'utf8'))).toMatchObject({ verdict: 'passed' });
  });

  test('asks for the library of the queue in one sentence', () => {
    for (const args of [
      ['worker', '--queue', 'redis://127.0.0.1:1'],
      ['batch', 'class', '--out', 'queued', '--queue', 'redis://127.0.0.1:1'],
    ]) {
      expect(faultline(...args)).toMatchObject({
        status: 2,
        stderr: '--queue needs BullMQ, which is not installed. Install it beside Faultline: npm install bullmq ioredis\n',
      });
    }
  });

  test('gives an editor the types of every answer', () => {
    expect(runIn(folder, process.execPath, [tsc, '--project', 'answers'])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test.each([
    { module: 'ESNext', moduleResolution: 'bundler' },
    { module: 'Node16', moduleResolution: 'Node16' },
  ])('gives its types to a module that has no copy of them: %j', (options) => {
    const own = join(folder, `own-${options.module}`);
    const compilerOptions = { ...options, target: 'ES2023', lib: ['ES2023'], types: [], strict: true, noEmit: true };
    mkdirSync(own);
    writeFileSync(join(own, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(
      join(own, 'right.ts'),
      "import type { Context } from 'faultline';\nexport const name = (ctx: Context): string => ctx.self;\n",
    );
    writeFileSync(
      join(own, 'wrong.ts'),
      "import type { Context } from 'faultline';\nexport const age = (ctx: Context): number => ctx.self;\n",
    );

    const { stdout } = runIn(own, process.execPath, [tsc, '--project', '.']);

    expect(stdout).toBe("wrong.ts(2,46): error TS2322: Type 'string' is not assignable to type 'number'.\n");
  });
});

describe('the workflow for GitHub', () => {
  /** Its commands, as a runner runs them: each by itself, in the repository, with the job's variables. */
  function commandsOf(repository: string): (() => number | null)[] {
    const workflow = parse(readFileSync(join(repository, '.github/workflows/faultline.yml'), 'utf8')) as {
      readonly jobs: { readonly grade: { readonly env: NodeJS.ProcessEnv; readonly steps: readonly { readonly run?: string }[] } };
    };
    const { env, steps } = workflow.jobs.grade;
    const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c'];
    return steps
      .flatMap(({ run }) => run ?? [])
      .map((run) => () => runIn(repository, 'bash', [...shell, run], { ...CLASSROOM, ...env }).status);
  }

  test('installs the file that is committed, and passes when the answers do', () => {
    const repository = join(root, 'repository');
    const home = join(repository, 'courses/ft 1');
    mkdirSync(join(repository, '.git'), { recursive: true });
    mkdirSync(home, { recursive: true });
    copyFileSync(join(root, TARBALL), join(home, TARBALL));
    const program = join(folder, 'node_modules/faultline/dist/faultline.js');
    expect(runIn(home, process.execPath, [program, 'start', 'hamming', '--dir', 'my answers', '--github']).status).toBe(0);

    const [install, grade, ...more] = commandsOf(repository);
    const codes = [install?.(), grade?.()];
    copyFileSync(join(folder, 'node_modules/faultline/exercises/hamming/solution.ts'), join(home, 'my answers/hamming.ts'));
    codes.push(grade?.());

    expect(more).toEqual([]);
    expect(codes).toEqual([0, 1, 0]);
    expect(existsSync(join(repository, 'faultline.xml'))).toBe(REPORTERS.has('junit'));
  });
});
