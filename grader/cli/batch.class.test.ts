/** A whole class, graded by the program as a teacher starts it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClass } from '../../src/scripts/makeClass.mjs';
import { bytesIn, faultline, startFaultline, writtenAt } from './programForTests.ts';

const folder = mkdtempSync(join(tmpdir(), 'faultline-class-'));
const run = (...args: string[]) => faultline(folder, args);
const EXERCISES = ['availability', 'classify-failure', 'hamming', 'tmr-voter'];
const SUBMISSIONS = 36;

beforeAll(() => {
  makeClass(join(folder, 'class'), { count: SUBMISSIONS, exercises: EXERCISES, hostile: 0 });
  run('batch', 'class', '--out', 'whole', '--jobs', '2');
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('faultline batch', () => {
  test('gives every answer the report that it gets alone', () => {
    for (const submission of readdirSync(join(folder, 'class')).filter((_, at) => at % 5 === 0)) {
      const { stdout } = run('grade', join('class', submission), '--reporter', 'json');
      const alone: unknown[] = JSON.parse(stdout);

      const results = readdirSync(join(folder, 'whole', submission)).map((file) =>
        readFileSync(join(folder, 'whole', submission, file), 'utf8'),
      );

      expect(results.sort()).toEqual(alone.map((report) => `${JSON.stringify(report, undefined, 2)}\n`).sort());
    }
  }, 120_000);

  test('goes on where it was killed, to the same bytes, and grades nothing again that was finished', async () => {
    const out = join(folder, 'broken');
    const random = randomFrom(Date.now() % 1_000_000);
    let finished: Record<string, number> = {};
    let kills = 0;
    for (let turn = 0; kills < 10 && turn < 30; turn += 1) {
      const { child, ended } = startFaultline(folder, ['batch', 'class', '--out', 'broken', '--jobs', '2']);
      const before = Object.keys(finished).length;
      // At a random moment after the first new results, so that each turn is in the middle of the work.
      await until(() => child.exitCode !== null || resultsIn(out) > before);
      await pause(random() * 300);
      child.kill('SIGKILL');
      if ((await ended) === undefined) kills += 1;
      const now = resultTimes(out);
      expect(now, `after kill ${kills}`).toMatchObject(finished);
      finished = now;
    }
    expect(kills).toBe(10);
    expect(Object.keys(finished).length).toBeLessThan(resultsIn(join(folder, 'whole')));

    const { status } = run('batch', 'class', '--out', 'broken', '--jobs', '2');

    expect(status).toBe(1);
    expect(resultTimes(out)).toMatchObject(finished);
    expect(bytesIn(out)).toEqual(bytesIn(join(folder, 'whole')));
  }, 300_000);

  test('in four shards, merged, is the whole batch byte for byte', () => {
    const shards = [1, 2, 3, 4].map((index) => {
      run('batch', 'class', '--out', `part-${index}`, '--shard', `${index}/4`);
      return `part-${index}`;
    });
    expect(shards.map((shard) => resultsIn(join(folder, shard)) > 0)).toEqual([true, true, true, true]);

    const { status } = run('merge', ...shards.toReversed(), '--into', 'merged');

    expect(status).toBe(0);
    expect(bytesIn(join(folder, 'merged'))).toEqual(bytesIn(join(folder, 'whole')));
    expect(run('merge', ...shards.slice(0, 3), '--into', 'three')).toMatchObject({
      status: 2,
      stderr: 'Of 4 shards, 4 is missing. Grade and name it too, or join what is there with --partial.\n',
    });
  }, 300_000);

  test('keeps what holds, and grades anew what does not', () => {
    mkdirSync(join(folder, 'two/anna'), { recursive: true });
    mkdirSync(join(folder, 'two/bert'), { recursive: true });
    for (const name of ['anna', 'bert']) writeFileSync(join(folder, `two/${name}/hamming.ts`), starterOf('hamming'));
    run('batch', 'two', '--out', 'kept');
    writeFileSync(join(folder, 'two/anna/hamming.ts'), solutionOf('hamming'));
    const first = writtenAt(join(folder, 'kept'));

    const { stdout } = run('batch', 'two', '--out', 'kept');

    expect(stdout).toContain('1 answer graded, 1 kept from before.\n');
    expect(stdout).toContain('1 result changed: kept/changes.csv\n');
    const second = writtenAt(join(folder, 'kept'));
    expect(second['bert/hamming.json']).toBe(first['bert/hamming.json']);
    expect(second['anna/hamming.json']).not.toBe(first['anna/hamming.json']);
    expect(readFileSync(join(folder, 'kept/changes.csv'), 'utf8')).toBe(
      'submission,exercise,verdict_before,score_before,verdict,score\nanna,hamming,failed,0,passed,100\n',
    );
    for (const args of [
      ['--seed', '2'],
      ['--seed', '2', '--force'],
    ]) {
      expect(run('batch', 'two', '--out', 'kept', ...args).stdout).toContain('2 answers graded, 0 kept from before.\n');
    }
  }, 60_000);

  test('grades again what was damaged', () => {
    const torn = join(folder, 'torn');
    mkdirSync(join(folder, 'one/anna'), { recursive: true });
    writeFileSync(join(folder, 'one/anna/hamming.ts'), solutionOf('hamming'));
    run('batch', 'one', '--out', 'torn');
    const whole = bytesIn(torn);
    const report = whole['anna/hamming.json'] ?? '';
    for (const damage of [
      '',
      report.slice(0, 100),
      report.replace('"score": 100', '"score": 99'),
      report.replaceAll('  ', ' '),
      '{}',
      'null',
    ]) {
      writeFileSync(join(torn, 'anna/hamming.json'), damage);

      expect(run('batch', 'one', '--out', 'torn').stdout).toContain('1 answer graded');

      expect(bytesIn(torn)['anna/hamming.json']).toBe(report);
    }
  }, 60_000);
});

function resultsIn(out: string): number {
  return Object.keys(resultTimes(out)).length;
}

function resultTimes(out: string): Record<string, number> {
  try {
    return Object.fromEntries(Object.entries(writtenAt(out)).filter(([file]) => /^learner-.*\.json$/.test(file)));
  } catch {
    return {};
  }
}

function solutionOf(id: string): string {
  return readFileSync(new URL(`../../exercises/${id}/solution.ts`, import.meta.url), 'utf8');
}

function starterOf(id: string): string {
  return readFileSync(new URL(`../../exercises/${id}/starter.ts`, import.meta.url), 'utf8');
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await pause(10);
}

/** Numbers from 0 to 1 that a seed decides; the seed is shown by whoever fails. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
