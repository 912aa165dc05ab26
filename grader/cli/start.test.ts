/** `faultline start`: what it leaves where, what it keeps, and that the pipelines which it writes hold to rules. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { VERSION } from '../base/version.ts';

const program = fileURLToPath(new URL('../../dist/faultline.js', import.meta.url));
const root = realpathSync(mkdtempSync(join(tmpdir(), 'faultline-start-')));
const TARBALL = `faultline-${VERSION}.tgz`;

afterAll(() => rmSync(root, { recursive: true, force: true }));

function folderCalled(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** `start hamming` with more arguments, in a folder. */
function start(cwd: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'start', 'hamming', ...args], { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function textOf(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}

describe('an empty folder', () => {
  test('becomes one to learn in', () => {
    const folder = folderCalled('empty');

    const { status, stdout, stderr } = start(folder);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['.gitignore', 'answers', 'package.json']);
    expect(readdirSync(join(folder, 'answers')).sort()).toEqual([
      'README.md',
      'console.d.ts',
      'faultline.d.ts',
      'hamming.ts',
      'tsconfig.json',
    ]);
    expect(JSON.parse(textOf(folder, 'package.json'))).toEqual({
      private: true,
      type: 'module',
      scripts: { test: 'faultline grade answers', watch: 'faultline watch --dir answers' },
      devDependencies: { faultline: VERSION },
    });
    expect(stdout).toContain(
      `package.json asks a registry for faultline ${VERSION}. If you were given it as a file, put it here and run\n`,
    );
    expect(stdout).toContain('Edit answers/hamming.ts, then: faultline grade hamming answers/hamming.ts\n');
  });

  test('takes Faultline from the file that lies there', () => {
    const folder = folderCalled('tarball');
    writeFileSync(join(folder, TARBALL), '');

    const { stdout } = start(folder);

    expect(JSON.parse(textOf(folder, 'package.json'))).toMatchObject({ devDependencies: { faultline: `file:${TARBALL}` } });
    expect(stdout).not.toContain('registry');
  });

  test('gets the same page however many exercises are started', () => {
    const folder = folderCalled('page');

    start(folder);
    const { stdout } = start(folder, 'availability');

    expect(stdout).toContain('wrote    answers/availability.ts\n');
    expect(stdout).toContain('kept     answers/README.md\n');
    expect(textOf(folder, 'answers/README.md')).not.toMatch(/\]\(|https?:/);
  });
});

describe('what is there already', () => {
  test('is kept and told, and replaced with --force only where it is Faultline’s', () => {
    const folder = folderCalled('kept');
    mkdirSync(join(folder, 'answers'));
    const mine = ['package.json', '.gitignore', '.gitlab-ci.yml', 'answers/README.md', 'answers/hamming.ts'];
    for (const path of mine) writeFileSync(join(folder, path), 'mine\n');

    const first = start(folder, '--gitlab');
    const kept = mine.map((path) => textOf(folder, path));
    const second = start(folder, '--gitlab', '--force');

    expect(kept).toEqual(mine.map(() => 'mine\n'));
    expect(first.stdout.match(/^kept .*$/gm)).toEqual([
      "kept     answers/README.md  (it is not Faultline's: it is never replaced)",
      'kept     answers/hamming.ts  (it is there already; --force replaces it)',
      'kept     package.json  (it is yours: it is never replaced)',
      'kept     .gitignore  (it is yours: it is never replaced)',
      "kept     .gitlab-ci.yml  (it is not Faultline's: it is never replaced)",
    ]);
    expect(second.stdout.match(/^replaced .*$/gm)).toEqual(['replaced answers/hamming.ts']);
    expect(textOf(folder, '.gitlab-ci.yml')).toBe('mine\n');
  });

  test('is replaced where an older version wrote it', () => {
    const folder = folderCalled('older');
    start(folder, '--github');
    const workflow = join(folder, '.github/workflows/faultline.yml');
    const text = textOf(workflow);
    writeFileSync(workflow, `${text}# older\n`);

    const unforced = start(folder, '--github');
    const forced = start(folder, '--github', '--force');

    expect(unforced.stdout).toContain('kept     .github/workflows/faultline.yml  (it is there already; --force replaces it)\n');
    expect(forced.stdout).toContain('replaced .github/workflows/faultline.yml\n');
    expect(textOf(workflow)).toBe(text);
  });

  test('is told where it is no file', () => {
    const folder = folderCalled('no-file');
    mkdirSync(join(folder, 'answers/hamming.ts'), { recursive: true });

    expect(start(folder)).toMatchObject({
      status: 2,
      stderr: 'answers/hamming.ts is no file, so nothing can be written there. Move it away, or name another folder with --dir.\n',
    });
  });
});

describe('the folder of answers', () => {
  test.each([
    ['my answers', 'my answers', 'faultline grade hamming "my answers/hamming.ts"'],
    ['Lösungen/第一', 'Lösungen/第一', 'faultline grade hamming "Lösungen/第一/hamming.ts"'],
    ["it's #1 & {x} - y", "it's #1 & {x} - y", 'faultline grade hamming "it\'s #1 & {x} - y/hamming.ts"'],
    ['./sub/../answers/', 'answers', 'faultline grade hamming answers/hamming.ts'],
    ['.', '.', 'faultline grade hamming hamming.ts'],
    ['-odd', './-odd', 'faultline grade hamming ./-odd/hamming.ts'],
  ])('may be called %s', (dir, fromRoot, command) => {
    const folder = folderCalled(`named ${encodeURIComponent(dir)}`);

    const { status, stdout } = start(folder, `--dir=${dir}`, '--github', '--gitlab');

    expect(status).toBe(0);
    expect(stdout).toContain(`${command}\n`);
    expect(workflowOf(folder).jobs.grade.env).toEqual({ ANSWERS: fromRoot, COURSE: '.' });
    expect(parse(textOf(folder, '.gitlab-ci.yml'))).toMatchObject({ faultline: { variables: { ANSWERS: fromRoot, COURSE: '.' } } });
  });

  test('may lie elsewhere, and then nothing is written here', () => {
    const here = folderCalled('here');
    const there = join(root, 'there', 'answers');

    const { status } = start(here, '--dir', there);

    expect(status).toBe(0);
    expect(readdirSync(here)).toEqual([]);
    expect(readdirSync(join(root, 'there'))).toEqual(['answers']);
    expect(textOf(there, 'README.md')).toContain('Run them in the folder that holds `answers`.');
  });

  test('may be named by its whole path', () => {
    const folder = folderCalled('whole');

    start(folder, '--dir', join(folder, 'mine'), '--github');

    expect(workflowOf(folder).jobs.grade.env).toEqual({ ANSWERS: 'mine', COURSE: '.' });
  });

  test.each(['../outside', '/', 'link'])('is refused to a workflow as %s', (dir) => {
    const folder = folderCalled('refusing');
    if (!existsSync(join(folder, 'link'))) symlinkSync(root, join(folder, 'link'));

    expect(start(folder, '--dir', dir, '--github')).toEqual({
      status: 2,
      stdout: '',
      stderr: `${dir} does not lie in the current folder, so a pipeline of this repository could not grade it. Go to the folder that is to hold the answers, and name them from there.\n`,
    });
    expect(existsSync(join(root, 'outside'))).toBe(false);
  });

  test.each([
    ['a$b', '$'],
    ['a`b', '`'],
    ['a"b', '"'],
    ['a\nb', '\n'],
    ['${{ github.token }}', '$'],
  ])('is refused as %j', (dir, special) => {
    const folder = folderCalled('special');

    expect(start(folder, '--dir', dir)).toEqual({
      status: 2,
      stdout: '',
      stderr: `The folder ${JSON.stringify(dir)} has ${JSON.stringify(special)} in its name, which shells and workflows read as something else. Name a folder without it.\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is refused without a name', () => {
    expect(start(folderCalled('nameless'), '--dir=')).toMatchObject({ status: 2, stderr: '--dir names no folder: write --dir DIR.\n' });
  });
});

describe('a git repository', () => {
  test('has its workflow at its root, which grades the folder that it was started in', () => {
    const repository = folderCalled('repository');
    const folder = folderCalled('repository/courses/ft 1');
    mkdirSync(join(repository, '.git'));

    const { stdout } = start(folder, '--github', '--gitlab');

    expect(existsSync(join(folder, '.github'))).toBe(false);
    expect(workflowOf(repository).jobs.grade.env).toEqual({ ANSWERS: 'courses/ft 1/answers', COURSE: 'courses/ft 1' });
    expect(parse(textOf(repository, '.gitlab-ci.yml'))).toMatchObject({
      faultline: { variables: { ANSWERS: 'courses/ft 1/answers', COURSE: 'courses/ft 1' } },
    });
    expect(stdout).toContain(
      'Workflows lie at the root of the repository, ../.., where they are looked for, and grade the answers of this folder.\n',
    );
  });

  test('may not have what shells read as something else in the way to its answers', () => {
    const repository = folderCalled('strange');
    const folder = folderCalled('strange/$HOME');
    mkdirSync(join(repository, '.git'));

    expect(start(folder, '--gitlab')).toMatchObject({ status: 2, stderr: expect.stringContaining('The folder "$HOME/answers" has "$"') });
    expect(readdirSync(folder)).toEqual([]);
    expect(start(folder).status).toBe(0);
  });

  test('keeps the package.json of a folder above', () => {
    const repository = folderCalled('above');
    const folder = folderCalled('above/course');
    mkdirSync(join(repository, '.git'));
    writeFileSync(join(repository, 'package.json'), JSON.stringify({ devDependencies: { faultline: '0.1.0' } }));

    const { stdout } = start(folder, '--github');

    expect(existsSync(join(folder, 'package.json'))).toBe(false);
    expect(stdout).toContain('kept     ../package.json');
    expect(workflowOf(repository).jobs.grade.env).toEqual({ ANSWERS: 'course/answers', COURSE: '.' });
    expect(stdout).not.toContain('npm install');
  });

  test.each([
    ['{}', 'package.json does not name faultline, so the workflow could not install it.'],
    ['not JSON', 'package.json does not name faultline, so the workflow could not install it.'],
    [
      JSON.stringify({ dependencies: { faultline: 'file:../faultline-0.1.0.tgz' } }),
      'package.json takes faultline from file:../faultline-0.1.0.tgz, which is not in this repository.',
    ],
    [
      JSON.stringify({ dependencies: { faultline: 'file:missing.tgz' } }),
      'package.json takes faultline from file:missing.tgz, which is not in this repository.',
    ],
  ])('is told what keeps a workflow from installing with %s', (manifest, remark) => {
    const folder = folderCalled('dependency');
    mkdirSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(root, 'faultline-0.1.0.tgz'), '');
    writeFileSync(join(folder, 'package.json'), manifest);

    expect(start(folder, '--github').stdout).toContain(remark);
  });
});

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<'grade', Job>>;
}

interface Job {
  readonly 'timeout-minutes': unknown;
  readonly env: unknown;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Readonly<Record<string, unknown>> }[];
}

function workflowOf(folder: string): Workflow {
  return parse(textOf(folder, '.github/workflows/faultline.yml')) as Workflow;
}

describe('the workflow for GitHub', () => {
  const folder = folderCalled('github');
  start(folder, '--github');
  const { on, permissions, concurrency, jobs } = workflowOf(folder);

  test('may read, and nothing else', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.keys(jobs)).toEqual(['grade']);
    expect(Object.keys(jobs.grade)).not.toContain('permissions');
    expect(textOf(folder, '.github/workflows/faultline.yml')).not.toMatch(/secrets|token|pull_request_target/i);
  });

  test('names every action by its full version, and leaves no credentials', () => {
    const actions = jobs.grade.steps.flatMap(({ uses }) => uses ?? []);

    expect(actions).toHaveLength(3);
    for (const action of actions) expect(action).toMatch(/^actions\/[a-z-]+@v\d+\.\d+\.\d+$/);
    expect(jobs.grade.steps[0]?.with).toEqual({ 'persist-credentials': false });
  });

  test('runs on pushes, ends an older run, and cannot run for ever', () => {
    expect(Object.keys(on)).toEqual(['push', 'workflow_dispatch']);
    expect(concurrency).toEqual({ group: 'faultline-${{ github.ref }}', 'cancel-in-progress': true });
    expect(jobs.grade['timeout-minutes']).toBe(20);
  });

  test('has no expression in a command, where a name could become one', () => {
    for (const { run } of jobs.grade.steps) expect(run ?? '').not.toContain('${{');
  });
});

describe('the pipeline for GitLab', () => {
  const folder = folderCalled('gitlab');
  start(folder, '--github', '--gitlab');
  const { faultline } = parse(textOf(folder, '.gitlab-ci.yml')) as { readonly faultline: GitlabJob };

  test('runs the commands that GitHub runs, and hands its results on even where answers fail', () => {
    const commands = (some: readonly string[]): string[] => some.map((command) => command.replaceAll(/ --reporter \S+/g, ''));
    const onGithub = workflowOf(folder).jobs.grade.steps.flatMap(({ run }) => run ?? []);

    expect(commands(faultline.script)).toEqual(commands(onGithub));
    expect(faultline.script.at(-1)).toContain(' --reporter junit=faultline.xml');
    expect(faultline.artifacts).toEqual({ when: 'always', reports: { junit: 'faultline.xml' } });
  });

  test('is ended by a newer push, and cannot run for ever', () => {
    expect(faultline).toMatchObject({ image: 'node:20-bookworm-slim', interruptible: true, timeout: '20 minutes' });
  });
});

interface GitlabJob {
  readonly script: readonly string[];
  readonly artifacts: unknown;
}
