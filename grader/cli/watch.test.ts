/** `faultline watch` in a process of its own, and its keys with a terminal that a test presses them on. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { findExercise } from '../../exercises/index.ts';
import { newGrader } from '../worker/client.ts';
import { nodeThread } from '../worker/nodeThread.ts';
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

test('runs again, hints, lists and quits by keys', async () => {
  const folder = folderWith('keys', { hamming: 'starter' });
  let press: (key: string) => void = () => undefined;
  let isListening = false;
  const said = { out: '', err: '' };
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    env: { XDG_STATE_HOME: join(folder, 'state') },
    outIsTerminal: true,
    errIsTerminal: false,
    columns: 80,
    listenToKeys(onKey: (key: string) => void) {
      press = onKey;
      isListening = true;
      return () => {
        isListening = false;
      };
    },
  };
  const answers = ['availability', 'hamming'].flatMap((id) => {
    const exercise = findExercise(id);
    const file = join(folder, `${id}.ts`);
    return exercise ? [{ exercise, file, isBegun: () => existsSync(file), read: () => readFileSync(file) }] : [];
  });
  const grader = newGrader((events) => nodeThread(new URL('worker.js', dist), events));
  const session = watchSession({ terminal, grader, color: false, answers });
  const reports = (): number => said.out.split('\u001b[2J\u001b[H').length - 1;

  await vi.waitFor(() => expect(said.err).toContain('Keys: r run again, h hint, l list, q quit.'), WAIT);
  expect(reports()).toBe(1);

  press('r');
  await vi.waitFor(() => expect(reports()).toBe(2), WAIT);

  said.out = '';
  press('h');
  expect(said.out).toBe(`${findExercise('hamming')?.hints[0] ?? ''}\n`);

  said.out = '';
  press('l');
  expect(said.out).toBe(
    '  availability  not started     The arithmetic of uptime\n> hamming       not passed yet  Hamming (7,4) and SECDED\n\n',
  );

  press('q');
  await session;
  grader.stop();
  expect(isListening).toBe(false);
});
