/** The program as its users start it: the bundle, in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { VERSION } from '../base/version.ts';
import { REPORTERS } from '../report/reporters.ts';

const program = fileURLToPath(new URL('../../dist/faultline.js', import.meta.url));
const exercises = fileURLToPath(new URL('../../exercises/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'faultline-cli-'));
const solution = join(exercises, 'hamming/solution.ts');
const starter = join(exercises, 'hamming/starter.ts');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function faultline(...args: string[]) {
  return faultlineIn({}, ...args);
}

function faultlineIn(env: NodeJS.ProcessEnv, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: join(folder, 'state'), ...env },
  });
  return { status, stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('a failed grading', () => {
  const shell = (line: string) => spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
  const command = `'${process.execPath}' '${program}' grade hamming '${starter}'`;

  test.each(['| true', '2>&1 | true'])('stays failed whose output is not read: %s', (reader) => {
    expect(shell(`${command} ${reader}; exit "\${PIPESTATUS[0]}"`).status).toBe(1);
  });

  test.skipIf(process.platform !== 'linux')('is no success where its output cannot be written', () => {
    const { status, stderr } = shell(`${command} >/dev/full`);

    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'Standard output cannot be written (ENOSPC). Check that the disk has room.\n',
    });
  });
});

describe.skipIf(process.platform === 'win32')('faultline grade DIR', () => {
  test.each([
    ['a pipe', 'mkfifo hamming.ts', 'is not a plain file'],
    ['a folder', 'mkdir hamming.ts', 'is not a plain file'],
    ['a link to itself', 'ln -s hamming.ts hamming.ts', 'cannot be read'],
  ])('is not held up by %s', (what, command, message) => {
    const dir = join(folder, what.replaceAll(' ', '-'));
    mkdirSync(dir);
    spawnSync('bash', ['-c', command], { cwd: dir });

    const { status, stdout, stderr } = faultline('grade', dir);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(`hamming.ts ${message}`);
  });
});

describe('faultline', () => {
  test.each([[[]], [['help']], [['--help']], [['-h']]])('shows its commands for %j', (args) => {
    const { status, stdout, stderr } = faultline(...args);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const command of ['list', 'start', 'grade', 'watch', 'replay', 'hint', 'audit']) expect(stdout).toContain(`faultline ${command}`);
  });

  test('tells its version', () => {
    expect(faultline('--version')).toEqual({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  test.each([
    [['grad'], 'There is no command "grad". Did you mean grade?\n'],
    [['xyzzy'], 'There is no command "xyzzy". `faultline help` shows them all.\n'],
    [['help', 'gradee'], 'There is no command "gradee". Did you mean grade?\n'],
    [['grade', 'haming', 'x.ts'], 'No exercise is called "haming". Did you mean hamming?\n'],
    [['grade'], 'Name an exercise and a file (faultline grade hamming answers/hamming.ts), or a folder.\n'],
    [['grade', 'hamming'], 'Name the file too: faultline grade hamming answers/hamming.ts.\n'],
    [['grade', 'hamming', 'nope.ts'], 'There is no file nope.ts. `faultline start hamming` writes one to begin with.\n'],
    [['grade', 'nowhere'], 'There is no folder nowhere.\n'],
    [
      ['grade', 'hamming', solution, '--bogus'],
      '`faultline grade` has no option --bogus. It takes --reporter, --check, --seed, --color.\n',
    ],
    [['grade', 'hamming', solution, '--seed'], '--seed needs a value: --seed N.\n'],
    [['grade', 'hamming', solution, '--seed', '-1'], '--seed needs a value: --seed N.\n'],
    [['grade', 'hamming', solution, '--seed', '1.5'], '--seed is a whole number from 0 to 2147483647, not "1.5".\n'],
    [['grade', 'hamming', solution, '--seed=2147483648'], '--seed is a whole number from 0 to 2147483647, not "2147483648".\n'],
    [['grade', 'hamming', solution, '--reporter', 'jsn'], 'No reporter is called "jsn". Did you mean json?\n'],
    [
      ['grade', 'hamming', solution, '--reporter', 'junit=x.xml', '--reporter', 'tap=x.xml'],
      'Two reporters would write to x.xml. Give each a file of its own.\n',
    ],
    [['grade', 'hamming', solution, '--reporter', 'junit=nowhere/x.xml'], 'There is no folder nowhere for x.xml. Make it first.\n'],
    [
      ['grade', 'hamming', solution, '--reporter', 'classroom50'],
      "The reporter classroom50 lacks CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL in the environment. Classroom 50's runner sets them: run this from its autograder.py, and hand its environment on.\n",
    ],
    [['grade', 'hamming', solution, '--reporter', 'json='], '--reporter json= names no file: write --reporter json=FILE.\n'],
    [['grade', 'hamming', solution, '--color', 'blue'], '--color is auto, always or never, not "blue".\n'],
    [['list', '--json=yes'], '--json takes no value.\n'],
    [['list', 'hamming'], '`faultline list` takes no arguments.\n'],
    [['hint'], 'Name one exercise: faultline hint hamming.\n'],
    [['hint', 'hamming', '--level', '99'], 'There is no hint 99 for hamming. Hints are numbered from 1.\n'],
  ])('says how to mend %j', (args, message) => {
    expect(faultline(...args)).toEqual({ status: 2, stdout: '', stderr: message });
  });
});

describe('faultline list', () => {
  test('gives id, title, level, points and core as JSON', () => {
    const rows: unknown = JSON.parse(faultline('list', '--json').stdout);

    expect(rows).toContainEqual({ id: 'hamming', title: 'Hamming (7,4) and SECDED', level: 'easy', points: 100, core: true });
  });
});

describe('faultline grade', () => {
  test('passes the solution with seven checks and 100 points', () => {
    const { status, stdout, stderr } = faultline('grade', 'hamming', solution);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/^PASSED /gm)).toHaveLength(7);
    expect(stdout).toMatch(/Passed: 7 of 7 checks, 100 of 100 points\.\n$/);
  });

  test('does not pass the starter, and shows the first wrong call of each check', () => {
    const { status, stdout } = faultline('grade', 'hamming', starter);

    expect(status).toBe(1);
    expect(stdout).toContain("  encode74(1) returned an answer that is not right.\n    expected  '1101001'\n    actual    '0000001'\n");
  });

  test('writes the same JSON twice, and the same bytes to a file', () => {
    const once = faultline('grade', 'hamming', starter, '--reporter', 'json');
    const twice = faultline('grade', 'hamming', starter, '--reporter', 'json', '--reporter', 'json=report.json');

    expect(once.status).toBe(1);
    expect(twice.stdout).toBe(once.stdout);
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe(once.stdout);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('runs one check alone', () => {
    const { status, stdout } = faultline('grade', 'hamming', solution, '--check', 'total', '--reporter', 'json');
    const report = JSON.parse(stdout) as { verdict: string; score: number; checks: { id: string; status: string }[] };

    expect(status).toBe(0);
    expect(report).toMatchObject({ verdict: 'passed', score: 15 });
    expect(report.checks.filter((check) => check.status !== 'not-run').map((check) => check.id)).toEqual(['total']);
  });

  test('names the checks where one is asked for that is not there', () => {
    const { status, stderr } = faultline('grade', 'hamming', solution, '--check', 'speed');

    expect(status).toBe(2);
    expect(stderr).toMatch(/^hamming has no check "speed"\. Its checks are encode, .*bad-input\.\n$/);
  });

  test('grades every answer of a folder and names what it skips', () => {
    const answers = join(folder, 'class');
    mkdirSync(answers);
    writeFileSync(join(answers, 'hamming.ts'), readFileSync(solution));
    writeFileSync(join(answers, 'notes.ts'), '');

    const { status, stdout, stderr } = faultline('grade', 'class', '--reporter', 'json');

    expect(status).toBe(0);
    expect(stderr).toBe(`${join('class', 'notes.ts')} is skipped: no exercise has that name.\n`);
    expect(JSON.parse(stdout)).toMatchObject([{ exercise: 'hamming', verdict: 'passed' }]);
  });

  test('refuses a folder without answers', () => {
    mkdirSync(join(folder, 'empty'));

    const { status, stderr } = faultline('grade', 'empty');

    expect(status).toBe(2);
    expect(stderr).toBe('empty holds no answers: no file there is named after an exercise, such as hamming.ts.\n');
  });

  test('shows the place of what cannot be graded', () => {
    writeFileSync(join(folder, 'broken.ts'), 'export function encode74(nibble: number) {\n  return ;;)\n}\n');

    const { status, stdout } = faultline('grade', 'hamming', 'broken.ts');

    expect(status).toBe(1);
    expect(stdout).toContain('broken.ts:2:12  E_SYNTAX\n');
    expect(stdout).toContain('Could not be graded: 0 of 100 points.');
  });

  test('names every reporter in its help', () => {
    const { stdout } = faultline('help', 'grade');

    for (const name of REPORTERS.keys()) expect(stdout).toContain(name);
  });

  test('writes documents for other programs beside each other', () => {
    const names = ['junit', 'tap', 'sarif', 'gradescope', 'prairielearn', 'markdown', 'html'];
    const options = names.flatMap((name) => ['--reporter', `${name}=report.${name}`]);

    const { status, stdout, stderr } = faultline('grade', 'hamming', starter, ...options);

    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: '' });
    for (const name of names) expect(readFileSync(join(folder, `report.${name}`), 'utf8')).toContain('encode74(1) returned an answer');
  });

  test('writes what Classroom 50 wants from its environment', () => {
    const tag = 'submit/2026-06-01T14-32-05Z-a1b2c3d';
    const env = { CLASSROOM: 'cs', ASSIGNMENT: 'hamming', SUBMISSION_TAG: tag, COMMIT_URL: 'c', RELEASE_URL: 'r', REVIEW_URL: 'v' };

    const { status, stdout } = faultlineIn(env, 'grade', 'hamming', solution, '--reporter', 'classroom50');

    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ classroom: 'cs', datetime: '2026-06-01T14:32:05Z', score: 100, 'max-score': 100 });
  });

  test('annotates for GitHub, and adds to the summary of the step', () => {
    const summary = join(folder, 'summary.md');
    writeFileSync(summary, 'before\n');
    const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: folder };
    writeFileSync(join(folder, 'mine.ts'), readFileSync(starter));

    const { stdout } = faultlineIn(env, 'grade', 'hamming', join(folder, 'mine.ts'), '--reporter', 'github');
    faultlineIn(env, 'grade', 'hamming', solution, '--reporter', 'json');

    expect(stdout).toMatch(/^::error file=mine\.ts,title=hamming%2C encode%3A/);
    expect(readFileSync(summary, 'utf8')).toMatch(/^before\n## hamming: not passed yet\n[^]*\nFaultline \S+, seed 1\n\n$/);
  });

  test('leaves out of a full summary what would make GitHub drop it', () => {
    const summary = join(folder, 'full.md');
    writeFileSync(summary, 'x'.repeat(1024 * 1024 - 100));

    const { status, stderr } = faultlineIn({ GITHUB_STEP_SUMMARY: summary }, 'grade', 'hamming', solution, '--reporter', 'github');

    expect(status).toBe(0);
    expect(stderr).toBe('The step summary is full, so nothing is added to it. Grade in a step of its own.\n');
    expect(readFileSync(summary, 'utf8')).toHaveLength(1024 * 1024 - 100);
  });

  test('says that a summary cannot be written', () => {
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'nowhere/summary.md') };

    const { status, stderr } = faultlineIn(env, 'grade', 'hamming', solution, '--reporter', 'github');

    expect(status).toBe(2);
    expect(stderr).toMatch(/^The step summary .*summary\.md cannot be written\. Check GITHUB_STEP_SUMMARY, or unset it\.\n$/);
  });

  test('uses colour only where it is wanted', () => {
    expect(faultline('grade', 'hamming', starter).stdout).not.toContain('\u001b[');
    expect(faultline('grade', 'hamming', starter, '--color', 'always').stdout).toContain('\u001b[31mFAILED');
    expect(faultlineIn({ NO_COLOR: '1' }, 'grade', 'hamming', starter, '--color', 'auto').stdout).not.toContain('\u001b[');
  });

  test('cannot be made to colour or clear the screen by what a submission prints', () => {
    writeFileSync(join(folder, 'loud.ts'), `console.log('\\u001b[2J\\u202eabc');\n${readFileSync(solution, 'utf8')}`);

    const { stdout } = faultline('grade', 'hamming', 'loud.ts');

    expect(stdout).toContain('It printed:\n  | \u241b[2J\ufffdabc\n');
  });
});

describe('faultline start', () => {
  test('writes starters, types and a tsconfig, and keeps what is there', () => {
    const first = faultline('start', 'hamming', '--dir', 'mine');
    writeFileSync(join(folder, 'mine/hamming.ts'), '// my work\n');
    const second = faultline('start', 'hamming', '--dir', 'mine');

    expect([first.status, second.status]).toEqual([0, 0]);
    expect(readdirSync(join(folder, 'mine')).sort()).toEqual([
      'README.md',
      'console.d.ts',
      'faultline.d.ts',
      'hamming.ts',
      'tsconfig.json',
    ]);
    expect(readFileSync(join(folder, 'mine/hamming.ts'), 'utf8')).toBe('// my work\n');
    expect(second.stdout).toContain(`kept     ${join('mine', 'hamming.ts')}`);
  });

  test('replaces with --force', () => {
    mkdirSync(join(folder, 'forced'));
    writeFileSync(join(folder, 'forced/hamming.ts'), 'old');

    faultline('start', 'hamming', '--dir', 'forced', '--force');

    expect(readFileSync(join(folder, 'forced/hamming.ts'), 'utf8')).toBe(readFileSync(starter, 'utf8'));
  });

  test('does not write into a file', () => {
    writeFileSync(join(folder, 'file'), '');

    expect(faultline('start', 'hamming', '--dir', 'file')).toMatchObject({ status: 2, stderr: expect.stringContaining('file is a file') });
  });
});

describe('faultline hint', () => {
  test('goes on with each call and stays at the last', () => {
    const hints = Array.from({ length: 5 }, () => faultline('hint', 'hamming').stdout);

    expect(new Set(hints).size).toBe(4);
    expect(hints[4]).toBe(hints[3]);
    expect(faultline('hint', 'hamming', '--level', '1').stdout).toBe(hints[0]);
  });

  test('works where nothing can be noted', () => {
    writeFileSync(join(folder, 'in-the-way'), '');

    const { status, stdout, stderr } = faultlineIn({ XDG_STATE_HOME: join(folder, 'in-the-way') }, 'hint', 'hamming');

    expect(status).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).toContain('--level');
  });
});
