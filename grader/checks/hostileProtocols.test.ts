/**
 * Protocols that mean harm, graded in this thread. Each file of `hostile/` says in its first line how it must end: with which verdict, and with
 * how many points, or `any`. Whatever they do, the report is as promised, it comes in time, and the next submission is graded as ever.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultsOfReport } from '../base/reportShapeForTests.ts';
import { gradeHere } from '../grade/gradeForTests.ts';
import { hiddenExercise } from './hiddenExerciseForTests.ts';

/** Milliseconds of the processor within which everything ends: how busy the machine is says nothing about a submission. */
const PATIENCE_MS = 15_000;
/** Milliseconds that a machine which does ten other things may take for that. */
const TIMEOUT_MS = 150_000;
/** What is graded faster is graded twice, to see that the reports are the same. */
const QUICK_MS = 250;

const folder = new URL('hostile/', import.meta.url);
const solution = readFileSync(new URL('hidden/solution.ts', import.meta.url), 'utf8');

const corpus = readdirSync(folder)
  .sort()
  .map((name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const [head, verdict = '', score = ''] = /^\/\/ HOSTILE (passed|failed|inconclusive|error) (\d+|any): \S/.exec(source) ?? [];
    if (!head) throw new Error(`${name}: the first line does not say how it must end`);
    return { name, source, verdict, score };
  });

test('there are enough of them', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(120);
});

test.each(corpus.map((one) => [one.name, one] as const))(
  '%s ends as its first line says, and does no harm',
  async (_name, { source, verdict, score }) => {
    const start = process.cpuUsage();

    const report = await gradeHere({ exercise: hiddenExercise, source });

    const { user, system } = process.cpuUsage(start);
    const elapsedMs = (user + system) / 1000;
    const again = elapsedMs < QUICK_MS ? await gradeHere({ exercise: hiddenExercise, source }) : report;
    // One check of it, to save time.
    const next = await gradeHere({ exercise: hiddenExercise, source: solution, onlyCheck: 'whole' });
    expect({ verdict: report.verdict, score: score === 'any' ? score : String(report.score), told: messagesOf(report) }).toEqual({
      verdict,
      score,
      told: messagesOf(report),
    });
    expect(faultsOfReport(report, hiddenExercise)).toEqual([]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(report));
    expect(elapsedMs).toBeLessThan(PATIENCE_MS);
    expect(next.verdict).toBe('passed');
  },
  TIMEOUT_MS,
);

function messagesOf({ diagnostics, checks }: Awaited<ReturnType<typeof gradeHere>>): string[] {
  return [...diagnostics.map((one) => one.message), ...checks.flatMap((check) => check.message ?? [])];
}
