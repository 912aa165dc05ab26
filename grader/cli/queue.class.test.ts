/** A class, graded through a queue by workers that are killed, on a Redis that is started again, as a fleet would see it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeClass } from '../../src/scripts/makeClass.mjs';
import { findRedis } from '../../src/scripts/redis.mjs';
import { VERSION } from '../base/version.ts';
import { jobIdOf } from './queue/gradingJob.ts';
import { bytesIn, faultline, startFaultline, type Running } from './programForTests.ts';

const server = findRedis();
if (!server) console.error('The queue is not tested: no redis-server is here (on Debian or Ubuntu: sudo apt-get install redis-server).');

const folder = mkdtempSync(join(tmpdir(), 'faultline-queue-'));
const SUBMISSIONS = 48;
let port = 0;
let redis: ChildProcess | undefined;
const workers: Running[] = [];

const url = (): string => `redis://127.0.0.1:${port}`;

beforeAll(async () => {
  port = await freePort();
});
afterAll(() => {
  for (const { child } of workers) child.kill('SIGKILL');
  redis?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!server)('a queue', () => {
  test('with two workers, ten kills of workers and a Redis that forgets ends with every submission graded once', async () => {
    await startRedis();
    makeClass(join(folder, 'class'), { count: SUBMISSIONS, exercises: ['availability', 'hamming', 'tmr-voter'], hostile: 12 });
    faultline(folder, ['batch', 'class', '--out', 'local']);

    const batch = startFaultline(folder, ['batch', 'class', '--out', 'queued', '--queue', url()]);
    startWorker();
    startWorker();
    let kills = 0;
    let restarts = 0;
    while (batch.child.exitCode === null && kills < 10) {
      const before = done();
      await until(() => batch.child.exitCode !== null || done() > before);
      const victim = workers.shift();
      victim?.child.kill('SIGKILL');
      if (batch.child.exitCode === null) kills += 1;
      if (kills === 5) {
        redis?.kill('SIGKILL');
        await startRedis();
        restarts += 1;
      }
      startWorker();
    }
    expect({ kills, restarts, hasEnded: batch.child.exitCode !== null }).toEqual({ kills: 10, restarts: 1, hasEnded: false });

    expect(await batch.ended).toBe(1);

    expect(bytesIn(join(folder, 'queued'))).toEqual(bytesIn(join(folder, 'local')));
    expect(batch.said()).toContain('is away; waiting for it.');
  }, 300_000);

  test('says when no worker serves it, and ends when one comes', async () => {
    writeClassOfOne();
    const batch = startFaultline(folder, ['batch', 'one', '--out', 'waited', '--queue', url()]);
    for (const { child } of workers.splice(0)) child.kill('SIGKILL');
    await until(() => batch.said() !== '');
    expect(batch.said()).toContain(`faultline worker --queue redis://127.0.0.1:${port}`);

    startWorker();

    expect(await batch.ended).toBe(0);
  }, 120_000);

  test('works on, whatever somebody put into it', async () => {
    writeClassOfOne();
    const name = `faultline-${VERSION}`;
    const source = readFileSync(join(folder, 'one/anna/hamming.ts')).toString('base64');
    const id = jobIdOf({ exercise: 'hamming', source, seed: 1 });
    const client = new Redis(url());
    const queue = new Queue(name, { connection: client });
    for (const garbage of [5, {}, { exercise: 'hamming', source: { length: 1e9 }, seed: 1 }]) await queue.add('grade', garbage);
    await queue.add('grade', {}, { jobId: id });
    await client.hset(`bull:${name}:${id}`, 'data', '{torn');
    await client.lpush(`bull:${name}:wait`, 'nothing');
    startWorker();

    const { ended } = startFaultline(folder, ['batch', 'one', '--out', 'littered', '--queue', url()]);

    expect(await ended).toBe(0);
    expect(workers.map(({ child }) => child.exitCode)).not.toContain(1);
    client.disconnect();
  }, 60_000);

  test('says why its Redis takes no work, and goes on when it does', async () => {
    writeClassOfOne();
    const client = new Redis(url());
    await client.config('SET', 'maxmemory', '1000000');
    const batch = startFaultline(folder, ['batch', 'one', '--out', 'full', '--queue', url()]);
    await until(() => batch.said() !== '');
    expect(batch.said()).toContain("refuses work and is tried again and again: OOM command not allowed when used memory > 'maxmemory'.\n");

    await client.config('SET', 'maxmemory', '0');

    expect(await batch.ended).toBe(0);
    client.disconnect();
  }, 60_000);

  test('says that its Redis has no such database', () => {
    const { status, stderr } = faultline(folder, ['worker', '--queue', `${url()}/99`]);

    expect(status).toBe(2);
    expect(stderr).toContain(`answers at 127.0.0.1:${port} (ERR DB index is out of range).`);
  });

  test('lets a worker that is asked to end finish what it has in hand', async () => {
    const worker = startWorker();
    await until(() => worker.said().includes('Serving'));

    worker.child.kill('SIGTERM');

    expect(await worker.ended).toBe(0);
  }, 60_000);
});

describe('--queue', () => {
  test('tells where no Redis answers, without the password', async () => {
    writeClassOfOne();
    const nowhere = `redis://me:secret@127.0.0.1:${await freePort()}`;

    const { status, stderr } = faultline(folder, ['batch', 'one', '--out', 'nowhere', '--queue', nowhere]);

    expect(status).toBe(2);
    expect(stderr).toMatch(/^No Redis or Valkey answers at 127\.0\.0\.1:\d+.*\. Check the address, and that it runs\.\n$/);
    expect(stderr).not.toContain('secret');
  }, 30_000);

  test.each(['redis:/x', 'http://127.0.0.1', '127.0.0.1:6379', 'redis://', 'redis://127.0.0.1/first'])('is not %s', (address) => {
    const { status, stderr } = faultline(folder, ['worker', '--queue', address]);

    expect(status).toBe(2);
    expect(stderr).toContain('such as redis://127.0.0.1:6379');
  });
});

function writeClassOfOne(): void {
  mkdirSync(join(folder, 'one/anna'), { recursive: true });
  writeFileSync(join(folder, 'one/anna/hamming.ts'), readFileSync(new URL('../../exercises/hamming/solution.ts', import.meta.url)));
}

function startWorker(): Running {
  const worker = startFaultline(folder, ['worker', '--queue', url(), '--jobs', '1']);
  workers.push(worker);
  return worker;
}

/** How many results the batch has written. */
function done(): number {
  try {
    return readdirSync(join(folder, 'queued'), { recursive: true, encoding: 'utf8' }).filter((file) => /\/.*\.json$/.test(file)).length;
  } catch {
    return 0;
  }
}

/** On the same port each time, and remembering nothing. */
async function startRedis(): Promise<void> {
  const started = spawn(server ?? '', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { cwd: folder });
  redis = started;
  let said = '';
  started.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  await until(() => said.includes('Ready to accept connections') || started.exitCode !== null);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 20));
}
