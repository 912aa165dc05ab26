import { describe, expect, test } from 'vitest';
import { isInShard, readShard } from './shard.ts';

test('every submission falls in exactly one shard, and no shard is far from its share', () => {
  const names = Array.from({ length: 2_000 }, (_, number) => `learner-${number}`);
  const sizes = [1, 2, 3, 4].map((index) => names.filter((name) => isInShard(name, { index, count: 4 })).length);

  expect(sizes.reduce((sum, size) => sum + size)).toBe(2_000);
  // Ten standard deviations of a fair draw.
  for (const size of sizes) expect(Math.abs(size - 500)).toBeLessThan(195);
});

describe('--shard', () => {
  test('is numbered from 1', () => {
    expect([readShard('1/4'), readShard('4/4')]).toEqual([
      { index: 1, count: 4 },
      { index: 4, count: 4 },
    ]);
  });

  test.each(['0/4', '5/4', '1/0', '1', '1/4/2', '-1/4', '1.5/4', 'a/b', ''])('is not %j', (text) => {
    expect(() => readShard(text)).toThrow('--shard is I/N with I from 1 to N');
  });
});
