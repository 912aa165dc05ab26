import { array, integer, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Callback } from '../base/data.ts';
import { MAX_RUN_OPERATIONS } from '../base/limits.ts';
import type { CheckResult } from '../base/report.ts';
import { load } from '../sandbox/runForTests.ts';
import { refuses, returns, type Case, type FunctionCheck } from './functionCheck.ts';
import { runCheck } from './runCheck.ts';

/** Runs a check of `f`, of one known case where no more is said. */
async function run(source: string, check: Partial<FunctionCheck> & { one?: Case }, seed = 1): Promise<CheckResult> {
  const { sandbox } = await load(source);
  const { one, ...rest } = check;
  return runCheck(sandbox, { id: 'c', title: 'A promise', kind: 'safety', points: 10, cases: () => (one ? [one] : []), ...rest }, seed);
}

const doubles = integer({ min: 0, max: 1000 }).map((n) => returns('f', [n], 2 * n));

describe('a check that passes', () => {
  test('has all its points, and says how many calls that took', async () => {
    const result = await run('export const f = (n: number) => 2 * n;', {
      cases: () => [1, 2, 3].map((n) => returns('f', [n], 2 * n)),
      complete: true,
    });

    expect(result).toEqual({
      id: 'c',
      title: 'A promise',
      kind: 'safety',
      points: 10,
      maxPoints: 10,
      status: 'passed',
      evidence: { method: 'examples', cases: 3, complete: true },
    });
  });

  test('is not complete where calls were generated', async () => {
    const result = await run('export const f = (n: number) => 2 * n;', {
      one: returns('f', [0], 0),
      generated: { arbitrary: doubles, runs: 50 },
    });

    expect(result).toMatchObject({ status: 'passed', evidence: { cases: 51, complete: false } });
  });
});

describe('what goes wrong first is shown', () => {
  test('of the known calls the first one, and no generated one', async () => {
    const result = await run('export const f = (n: number) => (n > 1 ? 0 : 2 * n);', {
      cases: () => [1, 2, 3].map((n) => returns('f', [n], 2 * n, `This is ${n}.`)),
      generated: { arbitrary: doubles },
    });

    expect(result).toMatchObject({
      status: 'failed',
      points: 0,
      evidence: { method: 'examples', cases: 2, complete: false },
      message: 'This is 2. f(2) returned an answer that is not right.',
      counterexample: { kind: 'call', call: 'f(2)', expected: '4', actual: '0' },
    });
  });

  test.each([1, 2, 3, 12_345])('of the generated calls the smallest one, with seed %i', async (seed) => {
    const result = await run('export const f = (n: number) => (n >= 17 ? 0 : 2 * n);', { generated: { arbitrary: doubles } }, seed);

    expect(result.counterexample).toEqual({ kind: 'call', call: 'f(17)', expected: '34', actual: '0' });
  });

  test('of structures the smallest one', async () => {
    const lists = array(string({ maxLength: 4 })).map((list) => returns('f', [list], list.length));

    const result = await run('export const f = (list: string[]) => new Set(list).size;', { generated: { arbitrary: lists, runs: 500 } });

    expect(result.counterexample).toEqual({ kind: 'call', call: "f(['', ''])", expected: '2', actual: '1' });
  });

  test('the same with the same seed, byte for byte', async () => {
    const once = (): Promise<CheckResult> => run('export const f = (n: number) => n % 7;', { generated: { arbitrary: doubles } }, 99);

    expect(JSON.stringify(await once())).toBe(JSON.stringify(await once()));
  });

  test('a runaway as it was found: shrinking it would run away a hundred times more', async () => {
    const { sandbox, meter } = await load('export const f = (n: number) => { if (n > 0) for (;;); return 0; };');

    const result = runCheck(
      sandbox,
      { id: 'c', title: 'A promise', kind: 'safety', points: 10, cases: () => [], generated: { arbitrary: doubles } },
      1,
    );

    expect(result.message).toMatch(/^f\(\d+\) did not end within 5,000,000 operations\./);
    expect(meter.operations).toBeLessThan(6_000_000);
  });
});

describe('the message', () => {
  test.each<[string, string, Case, string, string]>([
    ['a wrong value', '() => [1]', returns('f', [], [2]), 'f() returned an answer that is not right.', '[1]'],
    [
      'an error',
      '() => { throw new TypeError("no"); }',
      returns('f', [], 1),
      'f() threw TypeError: no at line 1, where it must return an answer.',
      'threw TypeError: no at line 1',
    ],
    [
      'the wrong error',
      '() => { throw new TypeError("no"); }',
      refuses('f', [1]),
      'f(1) threw TypeError: no at line 1, where it must throw a RangeError.',
      'threw TypeError: no at line 1',
    ],
    ['no error', '() => 5', refuses('f', [1]), 'f(1) returned an answer where it must throw a RangeError.', '5'],
    [
      'something foreign',
      '() => () => 1',
      returns('f', [], 1),
      'The result of f() is a function, which is not plain data.',
      '‹a function›',
    ],
    [
      'something foreign inside',
      '() => ({ a: [{ "b c": () => 1 }] })',
      returns('f', [], 1),
      "`a[0]['b c']` of the result of f() is a function, which is not plain data.",
      "{ a: [{ 'b c': ‹a function› }] }",
    ],
    [
      'something foreign in a Map',
      '() => new Map([["x", Symbol()]])',
      returns('f', [], 1),
      "`.get('x')` of the result of f() is a symbol, which is not plain data.",
      "new Map([['x', ‹a symbol›]])",
    ],
    [
      'changed arguments',
      '(x: number[]) => x.push(1)',
      returns('f', [[]], 1),
      'f([]) changed its arguments, which belong to the caller. Copy what you want to change.',
      'its arguments changed',
    ],
    [
      'arguments changed before the error',
      '(x: number[]) => { x.push(1); throw new RangeError(); }',
      refuses('f', [[]]),
      'f([]) changed its arguments, which belong to the caller. Copy what you want to change.',
      'its arguments changed',
    ],
    [
      'an endless loop',
      '() => { for (;;); }',
      returns('f', [], 1),
      'f() did not end within 5,000,000 operations. Look for a loop or a recursion that never comes to its end.',
      'no answer within 5,000,000 operations',
    ],
    [
      'an endless recursion',
      '(x: number): number => f(x)',
      refuses('f', [1]),
      'f(1) went deeper than the stack allows, some 800 calls. Look for a recursion that never comes to its end.',
      'the calls went too deep',
    ],
    [
      'too much memory',
      '() => new Uint8Array(1e8)',
      returns('f', [], 1),
      'f() needed more than the 64 MiB of memory that it has. Look for something that grows without end.',
      'needed more than 64 MiB',
    ],
    [
      'a flood',
      '() => { for (;;) console.log("x".repeat(1000)); }',
      returns('f', [], 1),
      'f() printed far more than anybody can read. Print a few values, then look.',
      'printed without end',
    ],
  ])('tells of %s', async (_what, f, one, message, actual) => {
    const result = await run(`export const f: any = ${f};`, { one });

    expect(result).toMatchObject({ status: 'failed', points: 0, message, counterexample: { actual } });
  });

  test('stays short whatever the learner calls things', async () => {
    const result = await run('export const f = () => ({ ["k".repeat(100_000)]: { ["\\u001b[2J"]: () => 1 } });', {
      one: returns('f', [], 1),
    });

    expect(result.message?.length).toBeLessThan(1_500);
    expect(result.message).not.toContain('\u001b');
  });
});

test('an answer within bounds satisfies, and one outside does not', async () => {
  const near: Case = {
    fn: 'f',
    args: [],
    expected: { kind: 'satisfies', text: 'about 1', holds: (value) => Math.abs(Number(value) - 1) < 0.1 },
  };

  expect(await run('export const f = () => 1.01;', { one: near })).toMatchObject({ status: 'passed' });
  expect(await run('export const f = () => 2;', { one: near })).toMatchObject({ counterexample: { expected: 'about 1', actual: '2' } });
});

test('a check that the budget of the grading ends is inconclusive, and shows no call', async () => {
  const { sandbox, meter } = await load('export const f = () => 1;');
  meter.operations = MAX_RUN_OPERATIONS;

  const result = runCheck(sandbox, { id: 'c', title: 'A promise', kind: 'safety', points: 10, cases: () => [returns('f', [], 1)] }, 1);

  expect(result).toMatchObject({ status: 'inconclusive', points: 0 });
  expect(result).not.toHaveProperty('counterexample');
  expect(result.message).toMatch(/^The grading used up its 25,000,000 operations before this check was done/);
});

describe('an answer that depends on earlier calls', () => {
  const cases = (): Case[] => Array.from({ length: 16 }, (_, n) => returns('f', [n], 2 * n));

  test('fails, though every call in its order is right', async () => {
    const result = await run('let calls = 0; export const f = () => { calls += 1; return 2 * (calls - 1); };', { cases, complete: true });

    expect(result).toMatchObject({ status: 'failed', evidence: { cases: 16, complete: false } });
    expect(result.message).toMatch(
      /^f\(\d+\) returned an answer that is not right\. Earlier the same call was answered as it should be: an answer must not depend on the calls before it\.$/,
    );
  });

  test('is not one that is remembered', async () => {
    const result = await run('const known = new Map(); export const f = (n: number) => known.get(n) ?? (known.set(n, 2 * n), 2 * n);', {
      cases,
    });

    expect(result).toMatchObject({ status: 'passed', evidence: { cases: 16 } });
  });

  test('is looked for with functions of the grader made anew', async () => {
    const once = function* (): Iterable<Case> {
      let calls = 0;
      yield returns('f', [new Callback('next', () => (calls += 1))], 1);
    };

    const result = await run('export const f = (next: any) => next();', { cases: once });

    expect(result.status).toBe('passed');
  });
});
