import { describe, expect, test } from 'vitest';
import { hamming } from '../../exercises/hamming/exercise.ts';
import { faultsOfReport } from '../base/reportShapeForTests.ts';
import type { Report } from '../base/report.ts';
import type { Exercise } from '../checks/exercise.ts';
import { returns } from '../checks/functionCheck.ts';
import { newEngine } from '../sandbox/engineForTests.ts';
import { gradeHere } from './gradeForTests.ts';
import { beginGrading } from './grading.ts';

/** Three checks of one function, `f(n) = 2n`. */
const exercise: Exercise = {
  id: 'doubling',
  title: 'Doubling',
  lesson: 'none',
  level: 'easy',
  core: false,
  exports: ['f'],
  hints: [],
  checks: ['small', 'large', 'huge'].map((id, at) => ({
    id,
    title: `Numbers that are ${id}`,
    kind: 'safety',
    points: 10 * (at + 1),
    cases: () => [1, 2, 3].map((n) => returns('f', [n * 10 ** at], 2 * n * 10 ** at)),
  })),
};

const grade = (source: string, changes: { onlyCheck?: string; seed?: number } = {}): Promise<Report> =>
  gradeHere({ exercise, source, ...changes });
const statuses = (report: Report): string => report.checks.map((check) => check.status).join(' ');

describe('the report', () => {
  test.each([
    ['passed', 'export const f = (n: number) => 2 * n;', 'passed', 60, 'passed passed passed'],
    ['failed', 'export const f = (n: number) => (n < 100 ? 2 * n : 0);', 'failed', 30, 'passed passed failed'],
    ['refused', 'import "x";', 'error', 0, 'not-run not-run not-run'],
    ['without what is asked for', 'export const g = 1;', 'error', 0, 'not-run not-run not-run'],
    [
      'inconclusive',
      'export const f = (n: number) => { for (let i = 0; i < 1e6; i += 1) String(i); return 2 * n; };',
      'inconclusive',
      10,
      'passed inconclusive inconclusive',
    ],
  ])('of a submission that is %s is as promised', async (_what, source, verdict, score, checks) => {
    const report = await grade(source);

    expect({ verdict: report.verdict, score: report.score, checks: statuses(report) }).toEqual({ verdict, score, checks });
    expect(report.maxScore).toBe(60);
    expect(faultsOfReport(report, exercise)).toEqual([]);
  });

  test('of a real exercise is as promised, and the same bytes again', async () => {
    const source = 'export const encode74 = (n) => n, decode74 = encode74, encode84 = encode74, decode84 = encode74;';

    const [one, two] = [await gradeHere({ exercise: hamming, source }), await gradeHere({ exercise: hamming, source })];

    expect(faultsOfReport(one, hamming)).toEqual([]);
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
  });

  test('names the source by its hash and its bytes, and the seed', async () => {
    const report = await grade('', { seed: 7 });

    expect(report.source).toEqual({ sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', bytes: 0 });
    expect(report.grader.seed).toBe(7);
  });
});

describe('each check', () => {
  test('starts from a fresh context: what the module keeps does not go from one to the next', async () => {
    const report = await grade('let calls = 0; export const f = (n: number) => { calls += 1; return calls <= 6 ? 2 * n : 0; };');

    expect(statuses(report)).toBe('passed passed passed');
  });

  test('starts from a fresh context after one that ran away', async () => {
    const report = await grade('export const f = (n: number) => { if (n === 10) for (;;); return 2 * n; };');

    expect(statuses(report)).toBe('passed failed passed');
  });

  test('can be run alone; the verdict is then about it', async () => {
    const report = await grade('export const f = (n: number) => (n < 10 ? 0 : 2 * n);', { onlyCheck: 'large' });

    expect(statuses(report)).toBe('not-run passed not-run');
    expect(report).toMatchObject({ verdict: 'passed', score: 20, maxScore: 60 });
    expect(faultsOfReport(report, exercise)).toEqual([]);
  });
});

describe('the console', () => {
  test('keeps what is printed while the source is loaded once, and what each call prints', async () => {
    const report = await grade('console.log("loaded"); export const f = (n: number) => { console.log(n); return 2 * n; };', {
      onlyCheck: 'small',
    });
    const all = await grade('console.log("loaded"); export const f = (n: number) => 2 * n;');

    expect(report.console).toMatch(/^loaded\n1\n2\n3\n/);
    expect(all.console).toBe('loaded\n');
  });

  test('that a call floods is not held against the next loading', async () => {
    const report = await grade(
      'console.log("loaded"); export const f = (n: number) => { if (n === 2) console.log("x".repeat(300_000)); return 2 * n; };',
    );

    expect(statuses(report)).toBe('failed passed passed');
    expect(report.console).toMatch(/^loaded\nx+\n… 296\d{3} more characters were cut\.\n$/);
  });
});

describe('a source that cannot be graded', () => {
  test.each([
    ['E_EXPORT', '', 'The function `f` is not exported. Write `export function f(…) { … }`.', undefined],
    [
      'E_EXPORT',
      'export const f = null;',
      '`f` is exported, but it is null and must be a function. Write `export function f(…) { … }`.',
      14,
    ],
    [
      'E_EXPORT',
      'export const f = [];',
      '`f` is exported, but it is an array and must be a function. Write `export function f(…) { … }`.',
      14,
    ],
    ['E_EXPORT', 'export let f;', '`f` is exported, but it is undefined and must be a function. Write `export function f(…) { … }`.', 12],
    [
      'E_EXPORT',
      'export const f = 5;',
      '`f` is exported, but it is a number and must be a function. Write `export function f(…) { … }`.',
      14,
    ],
    ['E_LOAD', 'throw new Error("\\u001b[2Jx\\ny");', 'The source threw while it was loaded: Error: ␛[2Jx y', expect.any(Number)],
    [
      'E_LOAD',
      'for (;;);',
      'The source did not end within 5 million operations while it was loaded. Look for a loop outside of all functions.',
      undefined,
    ],
    ['E_LOAD', 'new Uint8Array(1e8);', 'The source needed more than 64 MiB of memory while it was loaded.', undefined],
    [
      'E_LOAD',
      '(function f() { f(); })();',
      'The source went deeper than the stack allows while it was loaded. Look for a recursion that never comes to its end.',
      undefined,
    ],
    [
      'E_LOAD',
      'for (;;) console.log("x".repeat(1000));',
      'The source printed far more than anybody can read while it was loaded.',
      undefined,
    ],
    ['E_LOAD', 'await 1;', 'The source uses `await` at its top level, and nothing here ever makes it go on. Leave it out.', undefined],
    [
      'E_CLOCK',
      'const x = 1; new Date();',
      '`Date` is not available here: the same schedule would run differently tomorrow. No answer here depends on the time of day.',
      expect.any(Number),
    ],
    [
      'E_CHANCE',
      'const x = 1; Math.random();',
      '`Math.random` is not available here: the same schedule would run differently each time. In a TIMED protocol use ctx.random().',
      expect.any(Number),
    ],
    [
      'E_ABSENT',
      'const x = 1; process.exit(0);',
      '`process` is not available here: a submission runs in a sandbox with the standard library of ECMAScript and console.log, and nothing else.',
      expect.any(Number),
    ],
  ])('is told with %s: %s', async (code, source, message, column) => {
    const report = await grade(source);

    expect(report.diagnostics).toEqual([column === undefined ? { code, message } : { code, message, line: 1, column }]);
    expect(statuses(report)).toBe('not-run not-run not-run');
    expect(faultsOfReport(report, exercise)).toEqual([]);
  });

  test('is told what only the engine sees, and the line', async () => {
    const report = await grade('const a = 1;\nconst a = 2;\n');

    expect(report.diagnostics).toMatchObject([
      { code: 'E_SYNTAX', message: expect.stringMatching(/^The language does not allow this: .+\.$/), line: 2 },
    ]);
  });

  test('has one diagnostic for each export that is missing', async () => {
    const report = await gradeHere({ exercise: hamming, source: 'export function encode84() {}' });

    expect(report.diagnostics.map((one) => /`(\w+)`/.exec(one.message)?.[1])).toEqual(['encode74', 'decode74', 'decode84']);
  });
});

test('before its last step a grading reports what is known, and what is not', async () => {
  const grading = beginGrading({ exercise, source: new TextEncoder().encode('export const f = (n) => 2 * n;'), seed: 1 });
  grading.step(await newEngine());

  const report = grading.report();

  expect(grading.pending).toBe(true);
  expect(report).toMatchObject({ verdict: 'inconclusive', score: 10 });
  expect(statuses(report)).toBe('passed inconclusive inconclusive');
  expect(faultsOfReport(report, exercise)).toEqual([]);
});
