import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../base/version.ts';
import { openClassForTests } from './classForTests.ts';

const { folder, run, put, readJson, remove } = openClassForTests();

const emptyStanding = { submission: 'anna', status: 'empty', score: 0, maxScore: 0, skipped: 0, answers: [] };

afterAll(remove);

describe('faultline merge', () => {
  beforeAll(() => put({ 'small/anna/hamming.ts': 'solution', short: 'short' }));

  test.each([
    [{ submissions: [{ ...emptyStanding, refused: { toString: 5 } }] }, 'is not the summary of a batch'],
    [{ submissions: [{ ...emptyStanding, skipped: '1' }] }, 'is not the summary of a batch'],
    [{ shard: { index: 1, count: 2 ** 53 } }, 'is not the summary of a batch'],
    [{ submissions: [{ ...emptyStanding, submission: '' }] }, 'could lead out of its folder'],
    [{ submissions: [{ ...emptyStanding, refused: 'x', submission: 'x'.repeat(2000) }] }, 'could lead out of its folder'],
    [{ submissions: [{ ...emptyStanding, answers: [{ exercise: 'tmr-voter' }] }] }, 'anna/tmr-voter.json is missing or damaged'],
    [{ grader: { version: VERSION, seed: 2 } }, 'and seed 1, not'],
  ])('merges no summary that was tampered with (%#)', (changes, message) => {
    run('batch', 'small', '--out', 'tampered');
    copyFileSync(join(folder, 'tampered/anna/hamming.json'), join(folder, 'tampered/hamming.json'));
    put({ 'tampered/summary.json': JSON.stringify({ ...readJson<object>('tampered/summary.json'), ...changes }) });

    const { status, stderr } = run('merge', 'tampered', '--into', 'joined');

    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(existsSync(join(folder, 'joined'))).toBe(false);
  });

  test('merges no result of another exercise', () => {
    run('batch', 'small', '--out', 'swapped');
    put({
      'swapped/summary.json': readFileSync(join(folder, 'swapped/summary.json'), 'utf8').replaceAll('"hamming"', '"tmr-voter"'),
      'swapped/anna/tmr-voter.json': readFileSync(join(folder, 'swapped/anna/hamming.json'), 'utf8'),
    });

    const { status, stderr } = run('merge', 'swapped', '--into', 'joined');

    expect(status).toBe(2);
    expect(stderr).toContain('swapped/anna/tmr-voter.json is missing or damaged.');
  });

  test('joins into no file', () => {
    run('batch', 'small', '--out', 'whole');

    const { status, stderr } = run('merge', 'whole', '--into', 'short');

    expect({ status, stderr }).toEqual({ status: 2, stderr: 'The folder short cannot be made. Name another one with --into.\n' });
  });
});
