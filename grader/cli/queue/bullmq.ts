/** The queue's library, which only those install who use a queue. */
import type * as BullMq from 'bullmq';
import type { Redis, RedisOptions } from 'ioredis';
import { LearnerError } from '../../base/learnerError.ts';
import type { QueueAddress } from './queueAddress.ts';

export interface QueueLibrary {
  readonly bullmq: typeof BullMq;
  /** @throws LearnerError where nothing answers there. */
  readonly connect: (address: QueueAddress) => Promise<Redis>;
}

/** How long the first answer of a Redis may take: a fleet's own network answers within milliseconds. */
const FIRST_ANSWER_MS = 5_000;
/** The longest pause between two attempts to connect again. */
const MAX_RETRY_MS = 2_000;

/** @throws LearnerError where it is not installed. */
export async function loadQueueLibrary(): Promise<QueueLibrary> {
  try {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { bullmq, connect: (address) => connect((options) => new Redis(address.url, options), address) };
  } catch (error) {
    if (error instanceof LearnerError) throw error;
    throw new LearnerError('--queue needs BullMQ, which is not installed. Install it beside Faultline: npm install bullmq ioredis');
  }
}

async function connect(open: (options: RedisOptions) => Redis, address: QueueAddress): Promise<Redis> {
  const redis = open({
    // Commands wait for a Redis that is away, instead of failing.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, MAX_RETRY_MS),
  });
  // Without a listener each failed attempt to connect would end the process.
  redis.on('error', () => undefined);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<'silent'>((resolve) => {
    timer = setTimeout(() => resolve('silent'), FIRST_ANSWER_MS);
  });
  // A database that the Redis does not have would be the first one, without a word.
  const { db = 0 } = redis.options;
  const answer = db === 0 ? redis.ping() : redis.select(db);
  const first = await Promise.race([answer.catch((error: unknown) => String(error)), silence]);
  clearTimeout(timer);
  if (first === 'PONG' || first === 'OK') return redis;
  redis.disconnect();
  const why = first === 'silent' ? '' : ` (${first.replace(/^\w*Error: /, '')})`;
  throw new LearnerError(`No Redis or Valkey answers at ${address.host}${why}. Check the address, and that it runs.`);
}
