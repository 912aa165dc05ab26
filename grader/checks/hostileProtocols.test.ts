/**
 * Protocols that mean harm, graded in this thread. Each file of `hostile/` says in its first line how it must end: with which verdict, and with
 * how many points, or `any`. Whatever they do, the report is as promised, it comes in time, and the next submission is graded as ever.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { faultsOfReport } from '../base/reportShapeForTests.ts';
import { gradeHere } from '../grade/gradeForTests.ts';
import { hiddenExercise } from './hiddenExerciseForTests.ts';

/** The processor's time within which everything ends, as a multiple of what the solution takes: how fast and how busy the machine is says nothing about a submission. */
const PATIENCE = 400;
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

/** Milliseconds of the processor for the solution, as it is graded again and again. */
let solutionMs = 0;

beforeAll(async () => {
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) times.push((await timed(() => gradeHere({ exercise: hiddenExercise, source: solution }))).elapsedMs);
  solutionMs = times.toSorted((left, right) => left - right)[4] ?? 0;
});

test('there are enough of them', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(120);
});

test.each(corpus.map((one) => [one.name, one] as const))(
  '%s ends as its first line says, and does no harm',
  async (_name, { source, verdict, score }) => {
    const { result: report, elapsedMs } = await timed(() => gradeHere({ exercise: hiddenExercise, source }));

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
    expect(elapsedMs / solutionMs).toBeLessThan(PATIENCE);
    expect(next.verdict).toBe('passed');
  },
  TIMEOUT_MS,
);

/** With the milliseconds of the processor that it took. */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly elapsedMs: number }> {
  const start = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(start);
  return { result, elapsedMs: (user + system) / 1000 };
}

function messagesOf({ diagnostics, checks }: Awaited<ReturnType<typeof gradeHere>>): string[] {
  return [...diagnostics.map((one) => one.message), ...checks.flatMap((check) => check.message ?? [])];
}
