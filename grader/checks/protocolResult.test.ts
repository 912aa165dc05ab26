import { describe, expect, test } from 'vitest';
import type { Report } from '../base/report.ts';
import { gradeHere } from '../grade/gradeForTests.ts';
import type { Exercise } from './exercise.ts';
import { hiddenExercise } from './hiddenExerciseForTests.ts';

/** p2 indicates `sum`, which is right where it says `this.sum`. */
function adder(sum: string, whenRecovered = ''): string {
  return `export class Adder {
    sum = 0;
    onRequest(ctx, { amount }) { ctx.send('p2', { type: 'ADD', amount }); }
    onMessage(ctx, from, { amount }) { this.sum += amount; ctx.stable.set('sum', this.sum); ctx.indicate({ type: 'SUM', sum: ${sum} }); }
    onRecover(ctx) { this.sum = ctx.stable.get('sum') ?? 0; ${whenRecovered} }
  }`;
}

const RIGHT = adder('this.sum');
const WRONG_AT_ONCE = adder('this.sum + 1');
const WRONG_AFTER_A_CRASH = adder('this.sum', "ctx.indicate({ type: 'SUM', sum: this.sum + 1 });");

async function graded(source: string, exercise: Exercise = hiddenExercise) {
  const worlds = new Map<string, number>();
  const report = await gradeHere({ exercise, source, onExplored: (scenario, result) => worlds.set(scenario.id, result.worlds) });
  return { report, worlds };
}

const honest = ({ checks }: Report) => checks.find(({ id }) => id === 'honest');
const statesOf = (report: Report): number => {
  const evidence = honest(report)?.evidence;
  return evidence?.method === 'exhaustive' ? evidence.states : Number.NaN;
};

describe('a scenario that is judged for checks', () => {
  test('is explored for a check until one is found that breaks it, and its evidence is what was explored until then', async () => {
    const { report, worlds } = await graded(WRONG_AT_ONCE);

    expect(honest(report)?.status).toBe('failed');
    expect(worlds.get('crashing')).toBe(0);
    expect(statesOf(report)).toBe(worlds.get('plain'));
  });

  test.each([
    ['keeps', RIGHT, 'passed'],
    ['breaks in the last of them', WRONG_AFTER_A_CRASH, 'failed'],
  ])('is explored whole for a check that the program %s', async (_what, source, status) => {
    const { report, worlds } = await graded(source);

    expect(honest(report)?.status).toBe(status);
    expect(worlds.get('crashing')).toBeGreaterThan(0);
    expect(statesOf(report)).toBe((worlds.get('plain') ?? 0) + (worlds.get('crashing') ?? 0));
  });

  test('is explored where it stands before the one that breaks a check, though it comes later in the exercise: it is the one told', async () => {
    const reversed = hiddenExercise.checks.map((check) =>
      'judged' in check ? Object.assign({}, check, { judged: check.judged.toReversed() }) : check,
    );
    const exercise: Exercise = { ...hiddenExercise, checks: reversed };

    const { report, worlds } = await graded(WRONG_AT_ONCE, exercise);

    expect(worlds.get('crashing')).toBeGreaterThan(0);
    expect(honest(report)?.message).toContain('1 crash of p2');
  });
});
