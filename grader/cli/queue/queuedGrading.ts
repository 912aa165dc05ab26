/**
 * Grading by a fleet: every answer becomes a job in a queue, and its report is fetched when a worker has made it.
 *
 * What counts is only what this process has fetched and written, so nothing can be counted twice. Redis is not trusted to remember: jobs that
 * are gone, because it was started again without its data, are handed in again. A worker that is killed lets its lock run out, and another takes
 * the job.
 */
import type { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Report } from '../../base/report.ts';
import { QUEUE_PAUSE_MS, QUEUE_WINDOW } from './bounds.ts';
import { loadQueueLibrary } from './bullmq.ts';
import { newRefusalTeller } from './refusals.ts';
import { jobIdOf, jobOf, reportFor, type GradingJob } from './gradingJob.ts';
import type { Submission } from '../../worker/client.ts';
import type { QueueAddress } from './queueAddress.ts';

export interface QueuedGrading {
  /** How many gradings may be under way at once. */
  readonly atOnce: number;
  /** @throws Error where workers died or failed at it again and again. */
  grade(submission: Submission): Promise<Report>;
  stop(): Promise<void>;
}

interface Awaited {
  readonly job: GradingJob;
  failures: number;
  readonly waiting: { resolve: (report: Report) => void; reject: (error: Error) => void }[];
}

/** How often a grading that a worker reported as failed is tried in all. */
const MAX_TRIES = 2;

/** @throws LearnerError where the library is missing or no Redis answers. */
export async function openQueuedGrading(address: QueueAddress, say: (text: string) => void): Promise<QueuedGrading> {
  const { bullmq, connect } = await loadQueueLibrary();
  const redis = await connect(address);
  const queue: Queue<GradingJob, string> = new bullmq.Queue(address.name, { connection: redis });
  queue.on('error', () => undefined);

  const awaited = new Map<string, Awaited>();
  let hasEnded = false;
  const isOver = (): boolean => hasEnded;
  const tellRefusal = newRefusalTeller(address.host, say);
  let idleRounds = 0;
  tellOutages(redis, address, (text) => isOver() || say(text));
  const looking = look();

  async function look(): Promise<void> {
    while (!isOver()) {
      const found = awaited.size === 0 ? 0 : await lookOnce();
      idleRounds = found > 0 || awaited.size === 0 ? 0 : idleRounds + 1;
      if (idleRounds === ROUNDS_UNTIL_ASKED) await askForWorkers();
      await pause(QUEUE_PAUSE_MS);
    }
  }

  /** Looks at every job that is awaited. Answers how many came to an end. */
  async function lookOnce(): Promise<number> {
    let found = 0;
    for (const [id, one] of awaited) {
      if (isOver()) return found;
      try {
        if (await settle(id, one)) found += 1;
      } catch (error) {
        // Redis is away, was just replaced or refuses. What is awaited stays so.
        if (!isOver()) tellRefusal(error);
      }
    }
    return found;
  }

  async function settle(id: string, one: Awaited): Promise<boolean> {
    const job = await jobOfId(id);
    if (!job) {
      await add(id, one.job);
      return false;
    }
    const state = await job.getState();
    if (state !== 'completed' && state !== 'failed') return false;
    const report = state === 'completed' ? reportFor(one.job, job.returnvalue) : undefined;
    await remove(job);
    if (report) {
      awaited.delete(id);
      for (const { resolve } of one.waiting) resolve(report);
      return true;
    }
    one.failures += 1;
    if (one.failures < MAX_TRIES) return false;
    awaited.delete(id);
    for (const { reject } of one.waiting) reject(new Error(job.failedReason ?? 'no report came back'));
    return true;
  }

  async function jobOfId(id: string): Promise<Job<GradingJob, string> | undefined> {
    try {
      return await queue.getJob(id);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // What stands there was not put there by BullMQ, and no worker could read it either.
      await queue.remove(id);
      return undefined;
    }
  }

  async function add(id: string, job: GradingJob): Promise<void> {
    await queue.add('grade', job, { jobId: id, attempts: 1 });
  }

  async function remove(job: Job<GradingJob, string>): Promise<void> {
    // Two batches may have asked for the same grading; whoever comes second finds it gone.
    await job.remove().catch(() => undefined);
  }

  async function askForWorkers(): Promise<void> {
    const workers = await queue.getWorkers().catch(() => undefined);
    if (workers?.length === 0) {
      say(`No worker serves this queue yet. Start some of the same version: faultline worker --queue redis://${address.host}`);
    }
  }

  return {
    atOnce: QUEUE_WINDOW,
    grade(submission) {
      const job = jobOf(submission);
      const id = jobIdOf(job);
      return new Promise((resolve, reject) => {
        const known = awaited.get(id);
        if (known) known.waiting.push({ resolve, reject });
        else awaited.set(id, { job, failures: 0, waiting: [{ resolve, reject }] });
      });
    },
    async stop() {
      hasEnded = true;
      // First, so that nothing waits for a Redis that is away. What is still in the queue stays there, for the next batch to find.
      redis.disconnect();
      await looking;
    },
  };
}

/** Rounds in which nothing came to an end, after which it is asked whether anybody works. */
const ROUNDS_UNTIL_ASKED = 25;

function tellOutages(redis: Redis, { host }: QueueAddress, say: (text: string) => unknown): void {
  let isAway = false;
  redis.on('close', () => {
    if (!isAway) say(`The queue at ${host} is away; waiting for it.`);
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) say(`The queue at ${host} is back.`);
    isAway = false;
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
