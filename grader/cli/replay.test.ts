/** `faultline replay` as its users start it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXERCISES } from '../../exercises/index.ts';
import type { Report, WrongRun } from '../base/report.ts';
import { stepLines } from '../trace/stepWords.ts';

const program = fileURLToPath(new URL('../../dist/faultline.js', import.meta.url));
const exercises = fileURLToPath(new URL('../../exercises/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'faultline-replay-'));
const protocol = EXERCISES.find(({ roles }) => roles !== undefined);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function faultline(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('says how to mend what it cannot follow', () => {
  expect(faultline('replay', 'hamming', 'hamming.ts')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'Name an exercise, a file and a schedule, as a failed check does: faultline replay bully-election answers/bully-election.ts --schedule 0.2.1.\n',
  });
  expect(faultline('replay', 'hamming', join(exercises, 'hamming/starter.ts'), '--schedule', '0')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'hamming has no schedules: its checks call functions. `faultline grade hamming FILE` shows the calls.\n',
  });
});

describe.skipIf(!protocol)('of a protocol', () => {
  const id = protocol?.id ?? '';
  const starter = join(exercises, id, 'starter.ts');

  let broken: WrongRun[] = [];

  beforeAll(() => {
    const report = JSON.parse(faultline('grade', id, starter, '--reporter', 'json').stdout) as Report;
    broken = report.checks.flatMap(({ counterexample }) => (counterexample?.kind === 'run' ? [counterexample] : []));
  });

  test('draws the runs that break the starter, as its report tells them', () => {
    expect(broken).not.toEqual([]);
    for (const { schedule, trace } of broken) {
      const { status, stdout, stderr } = faultline('replay', id, starter, '--schedule', schedule);

      expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
      expect(stdout).toContain(`${id}  ${starter}\nSchedule ${schedule}: `);
      expect(stdout).toContain(stepLines(trace).join('\n'));
      expect(stdout).toContain('◎');
      expect(stdout).toMatch(/^ *1 {2}\S+ starts$/m);
      expect(stdout).not.toMatch(/[ \u001b]$/m);
    }
  });

  test('writes a page too', () => {
    expect(faultline('replay', id, starter, '--schedule', broken[0]?.schedule ?? '', '--html', 'run.html').status).toBe(1);
    expect(readFileSync(join(folder, 'run.html'), 'utf8')).toMatch(/^<!doctype html>\n.*Space-time diagram.*<\/html>\n$/s);
  });

  test('refuses what is no schedule, and a source that cannot be run', () => {
    writeFileSync(join(folder, 'broken.ts'), "import fs from 'fs';\n");

    expect(faultline('replay', id, starter, '--schedule', 'first')).toMatchObject({ status: 2, stdout: '' });
    expect(faultline('replay', id, starter, '--schedule', '0.99999')).toMatchObject({ status: 2, stdout: '' });
    expect(faultline('replay', id, 'broken.ts', '--schedule', '0')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^broken\.ts:1:1 {2}E_IMPORT\n/),
    });
  });
});
