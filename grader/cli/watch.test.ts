/** `faultline watch` in a process of its own, and its keys with a terminal that a test presses them on. */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { findExercise } from '../../exercises/index.ts';
import { newGrader } from '../worker/client.ts';
import { nodeThread } from '../worker/nodeThread.ts';
import { submissionFile } from './submissions.ts';
import { watchSession } from './watchSession.ts';

const dist = new URL('../../dist/', import.meta.url);
const exercises = fileURLToPath(new URL('../../exercises/', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'faultline-watch-'));
const WAIT = { timeout: 25_000, interval: 30 };

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder of answers: `hamming: starter` begins with the starter. */
function folderWith(name: string, answers: Readonly<Record<string, 'starter' | 'solution'>>): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const [id, version] of Object.entries(answers)) save(folder, id, version);
  return folder;
}

/** Replaces a file as editors do: a new one is renamed into its place. */
function save(folder: string, id: string, version: 'starter' | 'solution'): void {
  copyFileSync(join(exercises, id, `${version}.ts`), join(folder, `${id}.tmp`));
  renameSync(join(folder, `${id}.tmp`), join(folder, `${id}.ts`));
}

function start(...args: string[]) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('faultline.js', dist)), 'watch', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_STATE_HOME: mkdtempSync(join(root, 'state-')) },
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { child, said, ended };
}

test('begins with the first answer that does not pass, grades what is saved, goes on, and ends with Ctrl+C', async () => {
  const folder = folderWith('course', { 'classify-failure': 'solution', availability: 'starter', hamming: 'starter' });
  const { child, said, ended } = start('--dir', folder);

  await vi.waitFor(() => expect(said.out).toContain('Not passed yet: 0 of 10 checks'), WAIT);
  expect(said.out).toMatch(/^availability  /);
  expect(said.err).toBe('Standard input is no terminal, so keys are not read. Saving an answer grades it; Ctrl+C quits.\n');

  save(folder, 'availability', 'solution');
  await vi.waitFor(() => expect(said.out).toContain(`Next: Hamming (7,4) and SECDED. Edit ${join(folder, 'hamming.ts')}.`), WAIT);
  expect(said.out).toContain('Passed: 10 of 10 checks');

  save(folder, 'hamming', 'solution');
  await vi.waitFor(() => expect(said.out).toContain('Every answer that is here passes. Next: faultline start hamming-general\n'), WAIT);

  child.kill('SIGINT');
  expect(await ended).toBe(0);
}, 90_000);

test('ends when nobody reads any more what it says', async () => {
  const folder = folderWith('unread', { hamming: 'starter' });
  const { child, said, ended } = start('--dir', folder);
  await vi.waitFor(() => expect(said.out).toContain('Not passed yet: 0 of 7 checks'), WAIT);

  child.stdout.destroy();
  save(folder, 'hamming', 'solution');

  expect(await ended).toBe(0);
}, 60_000);

test('stays with the exercise that was named', async () => {
  const folder = folderWith('one', { hamming: 'solution', availability: 'starter' });
  const { child, said, ended } = start('hamming', '--dir', folder);

  await vi.waitFor(() => expect(said.out).toMatch(/Passed: 7 of 7 checks, 100 of 100 points\.\n\n$/), WAIT);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test.each([
  [['--dir', join(root, 'nowhere')], `There is no folder ${join(root, 'nowhere')}. \`faultline start\` writes starters into one.\n`],
  [['hamming', 'availability'], 'Name one exercise (faultline watch hamming), or none for all.\n'],
  [['haming'], 'No exercise is called "haming". Did you mean hamming?\n'],
])('says how to mend %j', async (args, message) => {
  const { said, ended } = start(...args);

  expect(await ended).toBe(2);
  expect(said).toEqual({ out: '', err: message });
});

test('says what to begin with where nothing is there', async () => {
  const folder = folderWith('nothing', {});
  const all = start('--dir', folder);
  const one = start('hamming', '--dir', folder);

  expect([await all.ended, await one.ended]).toEqual([2, 2]);
  expect(all.said.err).toBe(`${folder} holds no answers. \`faultline start classify-failure --dir ${folder}\` writes one to begin with.\n`);
  expect(one.said.err).toBe(
    `There is no file ${join(folder, 'hamming.ts')}. \`faultline start hamming --dir ${folder}\` writes one to begin with.\n`,
  );
});

/** A session in this process, on a terminal whose keys the test presses. `screen` is what was painted last. */
function openSession(folder: string, ids: readonly string[], columns = 80) {
  let press: (key: string) => void = () => undefined;
  const seen = { out: '', isListening: false };
  const graded: string[] = [];
  const terminal = {
    out: (text: string) => void (seen.out += text),
    err: () => undefined,
    env: { XDG_STATE_HOME: join(folder, 'state') },
    outIsTerminal: true,
    errIsTerminal: false,
    columns,
    listenToKeys(onKey: (key: string) => void) {
      press = onKey;
      seen.isListening = true;
      return () => {
        seen.isListening = false;
      };
    },
  };
  const answers = ids.flatMap((id) => {
    const exercise = findExercise(id);
    const { file, read } = submissionFile(id, join(folder, `${id}.ts`));
    return exercise ? [{ exercise, file, isBegun: () => existsSync(file), read }] : [];
  });
  const grader = newGrader((events) => nodeThread(new URL('worker.js', dist), events));
  const grade: typeof grader.grade = (submission, onProgress) => {
    graded.push(submission.exercise);
    return grader.grade(submission, onProgress);
  };
  const ended = watchSession({ terminal, grader: { ...grader, grade }, color: false, answers }).finally(grader.stop);
  const screen = (): string => seen.out.split(CLEAR_SCREEN).at(-1) ?? '';
  return {
    seen,
    graded,
    ended,
    screen,
    press: (key: string) => press(key),
    shows: (text: string) => vi.waitFor(() => expect(screen()).toContain(text), WAIT),
  };
}

const CLEAR_SCREEN = '\u001b[2J\u001b[H';

test('shows the first failure, how much passes and the keys; runs, shows all, hints, lists and quits by them', async () => {
  const folder = folderWith('keys', { hamming: 'starter' });
  const { seen, graded, ended, screen, press, shows } = openSession(folder, ['availability', 'hamming']);

  await shows('6 more checks do not pass: a shows all.\nNot passed yet: 0 of 7 checks, 0 of 100 points.\n');
  expect(screen().match(/^FAILED/gm)).toHaveLength(1);
  expect(screen()).toMatch(
    /\n░{30} 0 of 2 exercises pass\nKeys: r run, h hint, a all, n next, p previous, l list, \? keys, q quit\. Saving\nan answer grades it\.\n$/,
  );

  press('a');
  expect(screen().match(/^FAILED/gm)).toHaveLength(7);
  press('A');
  expect(screen().match(/^FAILED/gm)).toHaveLength(1);

  press('h');
  expect(screen().replaceAll(/\s+/g, ' ')).toContain(findExercise('hamming')?.hints[0]?.replaceAll(/\s+/g, ' ') ?? 'no hint');
  press('l');
  expect(screen()).toContain(
    '\n  availability  not started     The arithmetic of uptime\n> hamming       not passed yet  Hamming (7,4) and SECDED\n\n',
  );
  press('?');
  expect(screen()).toContain('\na  shows all checks, or the first that does not pass\n');
  press('n');
  expect(screen()).toContain('\nThis is the only answer here.\n');

  // Keys that send more than one character, and those that mean nothing.
  for (const key of ['\u001b[A', '\u001bq', 'x', ' ']) press(key);
  press('r');
  await vi.waitFor(() => expect(graded).toEqual(['hamming', 'hamming']), WAIT);

  press('q');
  await ended;
  expect(seen.isListening).toBe(false);
  expect(seen.out).not.toContain('\u0007');
}, 60_000);

test('knows how much passes when it begins again, without grading what was not changed', async () => {
  const folder = folderWith('memory', { 'classify-failure': 'solution', availability: 'starter', hamming: 'solution' });
  const course = ['classify-failure', 'availability', 'hamming', 'hamming-general'];

  const first = openSession(folder, course);
  await first.shows('███████████████░░░░░░░░░░░░░░░ 2 of 4 exercises pass\n');
  first.press('q');
  await first.ended;

  const second = openSession(folder, course);
  expect(second.screen()).toContain('███████████████░░░░░░░░░░░░░░░ 2 of 4 exercises pass\n');
  await second.shows('availability  ');
  expect({ first: first.graded, second: second.graded }).toEqual({
    first: ['classify-failure', 'availability', 'hamming'],
    second: ['availability'],
  });

  save(folder, 'hamming', 'starter');
  await second.shows('1 of 4 exercises pass\n');
  second.press('q');
  await second.ended;
}, 60_000);

test('goes to the next answer and back, and leads on from one that passes', async () => {
  const folder = folderWith('ways', { 'classify-failure': 'starter', availability: 'starter', hamming: 'starter' });
  const course = ['classify-failure', 'availability', 'hamming', 'hamming-general'];
  const { graded, ended, press, screen, shows } = openSession(folder, course, 200);
  await shows('0 of 4 exercises pass\n');

  press('n');
  await vi.waitFor(() => expect(screen()).toMatch(/^availability {2}/), WAIT);
  press('p');
  await vi.waitFor(() => expect(screen()).toMatch(/^classify-failure {2}/), WAIT);
  press('\u001b[D');
  await vi.waitFor(() => expect(screen()).toMatch(/^hamming {2}/), WAIT);
  expect(graded).toEqual(['classify-failure', 'availability', 'hamming']);

  save(folder, 'classify-failure', 'solution');
  await shows(`Next: The arithmetic of uptime. Edit ${join(folder, 'availability.ts')}.\n`);
  expect(screen()).toMatch(/^classify-failure {2}.*\n\nPASSED/);
  press('n');
  await vi.waitFor(() => expect(screen()).toMatch(/^availability {2}/), WAIT);

  press('\u0003');
  await ended;
}, 60_000);

test('says so where an answer cannot be read, and goes on when it can', async () => {
  const folder = folderWith('unreadable', { hamming: 'starter' });
  mkdirSync(join(folder, 'availability.ts'));
  const { ended, press, screen, shows } = openSession(folder, ['availability', 'hamming']);

  await vi.waitFor(() => expect(screen()).toMatch(/^hamming {2}/), WAIT);
  rmSync(join(folder, 'availability.ts'), { recursive: true });
  save(folder, 'availability', 'solution');
  await shows('1 of 2 exercises pass\n');

  press('\u0004');
  await ended;
}, 60_000);

/** A real terminal, where the system has a program that makes one. */
const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

test.runIf(hasScript)(
  'gives the terminal back as it was, after q and after Ctrl+C',
  async () => {
    const folder = folderWith('terminal', { hamming: 'starter' });
    for (const key of ['q', '\u0003']) {
      const watch = `'${process.execPath}' '${fileURLToPath(new URL('faultline.js', dist))}' watch hamming --dir '${folder}'`;
      const child = spawn('script', ['-qec', `stty cols 60; ${watch}; echo "code $?"; stty -a`, '/dev/null'], {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { ...process.env, XDG_STATE_HOME: join(folder, 'state') },
      });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
      await vi.waitFor(() => expect(out).toContain('Not passed yet'), WAIT);
      child.stdin.write(key);
      await vi.waitFor(() => expect(out).toMatch(/code 0[^]* icanon[^]* echo /), WAIT);
      expect(Math.max(...painted(out).map((line) => line.length))).toBeLessThanOrEqual(60);
      child.stdin.end();
      child.kill();
    }
  },
  60_000,
);

/** The lines of the last screen, without codes. */
function painted(out: string): string[] {
  const screen = out.split('\ncode 0')[0]?.split(CLEAR_SCREEN).at(-1) ?? '';
  return screen.replaceAll(/\u001b\[[\d;]*[a-zA-Z]/g, '').split(/\r?\n/);
}
