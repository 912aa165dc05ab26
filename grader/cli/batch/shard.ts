import { createHash } from 'node:crypto';
import { UsageError } from '../command.ts';

/** One of `count` parts of a class, numbered from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More parts than any fleet has. */
const MAX_SHARDS = 10_000;

/** Reads `2/4`. @throws UsageError */
export function readShard(text: string): Shard {
  const match = /^(\d{1,5})\/(\d{1,5})$/.exec(text);
  const shard = { index: Number(match?.[1]), count: Number(match?.[2]) };
  if (isShard(shard)) return shard;
  throw new UsageError(`--shard is I/N with I from 1 to N, such as 1/4 to 4/4, not ${JSON.stringify(text)}.`);
}

export function isShard({ index, count }: Shard): boolean {
  return Number.isInteger(index) && Number.isInteger(count) && index >= 1 && index <= count && count <= MAX_SHARDS;
}

/** Whether a submission falls in the shard: by a hash of its name, so that the others' presence does not matter. */
export function isInShard(name: string, { index, count }: Shard): boolean {
  const start = createHash('sha256').update(name).digest().readUIntBE(0, 6);
  return (start % count) + 1 === index;
}
