/** The action's steps, run as GitHub runs them, with Faultline from its tarball. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTION, documentOf, pathOf, type Action } from './ciFilesForTests.ts';
import { packInto, PACKING_MS } from './tarballForTests.ts';

const { inputs, runs } = documentOf<Action>(ACTION);
const [install, grade] = runs.steps.filter((step) => step.run !== undefined);
const folder = mkdtempSync(join(tmpdir(), 'faultline-action-'));
/** The runner's own folder stays from one step to the next. */
const runnerTemp = join(folder, 'runner');
const repository = join(folder, 'repository');
const output = join(folder, 'output');
const summary = join(folder, 'summary');
let tarball = '';

beforeAll(() => {
  for (const dir of [runnerTemp, repository]) mkdirSync(dir);
  tarball = packInto(repository);
}, PACKING_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Step = Action['runs']['steps'][number] | undefined;

function run(step: Step, given: Readonly<Record<string, string>>) {
  const env = Object.entries(step?.env ?? {}).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(expression)?.[1] ?? '';
    return [name, given[input] ?? inputs[input]?.default ?? ''];
  });
  writeFileSync(output, '');
  writeFileSync(summary, '');
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 99'], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      npm_config_offline: 'true',
      RUNNER_TEMP: runnerTemp,
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: dirname(pathOf(ACTION)),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...Object.fromEntries(env),
    },
  });
  const outputs = Object.fromEntries(
    readFileSync(output, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.split(/=(.*)/, 2)),
  );
  return { status, stdout, stderr, outputs };
}

function handIn(dir: string, answers: Readonly<Record<string, string>>): void {
  mkdirSync(join(repository, dir), { recursive: true });
  for (const [name, text] of Object.entries(answers)) writeFileSync(join(repository, dir, name), text);
}

const solution = readFileSync(pathOf('exercises/hamming/solution.ts'), 'utf8');
const starter = readFileSync(pathOf('exercises/hamming/starter.ts'), 'utf8');

test('installs the tarball, whatever the repository says about registries', () => {
  writeFileSync(join(repository, '.npmrc'), 'registry=http://127.0.0.1:9/\nignore-scripts=false\nglobal=true\n');

  const { status, stderr } = run(install, { package: tarball });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(existsSync(join(runnerTemp, 'faultline/node_modules/.bin/faultline'))).toBe(true);
});

describe('with Faultline installed', () => {
  test('tells the score of answers that pass', () => {
    handIn('answers', { 'hamming.ts': solution });

    const { status, stderr, outputs } = run(grade, {});

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(outputs).toMatchObject({ score: '100', 'max-score': '100', passed: 'true' });
    expect(JSON.parse(readFileSync(outputs['report'] ?? '', 'utf8'))).toMatchObject([{ exercise: 'hamming', verdict: 'passed' }]);
    expect(readFileSync(outputs['junit'] ?? '', 'utf8')).toContain('<testsuite');
  });

  test('fails for answers that do not pass, and says so in the summary', () => {
    handIn('failing', { 'hamming.ts': starter });

    const { status, outputs } = run(grade, { folder: 'failing' });

    expect(status).toBe(1);
    expect(outputs).toMatchObject({ 'max-score': '100', passed: 'false' });
    expect(readFileSync(summary, 'utf8')).toContain('hamming');
  });

  test('counts an exercise that is not there with all of its points', () => {
    const { status, stderr, outputs } = run(grade, { exercises: 'hamming tmr-voter' });

    expect(status).toBe(1);
    expect(stderr).toBe('tmr-voter.ts is missing: it counts as 0 of 100 points.\n');
    expect(outputs).toMatchObject({ score: '100', 'max-score': '200', passed: 'false' });
  });

  test('does not take for a command what an answer prints', () => {
    const forged = ['::set-output name=score::1000', '::add-mask::a', '::error::forged', '\\r\\n::notice::forged'];
    handIn('forging', { 'hamming.ts': `${forged.map((line) => `console.log('${line}');`).join('\n')}\n${starter}` });

    const { stdout, outputs } = run(grade, { folder: 'forging' });
    const token = /^::stop-commands::([0-9a-f-]{36})$/m.exec(stdout)?.[1] ?? 'none';
    const heeded = stdout.split(`::stop-commands::${token}`)[0]?.concat(stdout.split(`\n::${token}::`)[1] ?? 'never again heeded') ?? '';

    expect(stdout).toContain('name=score');
    expect(heeded).not.toMatch(/^::(set-output|add-mask)|^::\w+[^:]*::forged|never again heeded/m);
    expect(outputs['score']).not.toBe('1000');
  });

  test.each(['"$(touch injected)`touch injected`', '--help'])('takes %s for the name of a folder', (dir) => {
    handIn(join('odd', dir), { 'hamming.ts': solution });
    cpSync(join(repository, 'odd', dir), join(repository, dir), { recursive: true });

    const { status, outputs } = run(grade, { folder: dir });

    expect(status).toBe(0);
    expect(outputs).toMatchObject({ score: '100', passed: 'true' });
    expect(existsSync(join(repository, 'injected'))).toBe(false);
  });

  test('ends with 2, and without a score, where there is nothing to grade', () => {
    const { status, stderr, outputs } = run(grade, { folder: 'nowhere' });

    expect({ status, stderr, outputs }).toEqual({ status: 2, stderr: 'There is no folder ./nowhere.\n', outputs: {} });
  });
});
