/**
 * What submissions keep where they must not, and what only looks like it. Each file of `hidden/` says in its first line how it must end:
 *
 *     HIDDEN E_HIDDEN_STATE blames x: …   the source is refused, and the message names `x` with the line of the diagnostic
 *     HIDDEN E_HIDDEN_STATE at 7: …       the same, where the place is known without a guess
 *     HIDDEN data blames `x`: …           every check fails, since the field `x` is no data
 *     HIDDEN inconclusive: …              nothing is known
 *     LEGAL: …                            full points
 *     LEGAL failed: …                     the checks fail for another reason
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Report } from '../base/report.ts';
import { faultsOfReport } from '../base/reportShapeForTests.ts';
import { gradeHere } from '../grade/gradeForTests.ts';
import { hiddenExercise } from './hiddenExerciseForTests.ts';

const folder = new URL('hidden/', import.meta.url);
const HEAD =
  /^\/\/ (?:HIDDEN (?<how>E_HIDDEN_STATE|data|inconclusive)(?: at (?<line>\d+))?(?: blames (?<blamed>.+?))?|LEGAL(?<fails> failed)?): \S/;

const corpus = readdirSync(folder)
  .sort()
  .map((name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    const head = HEAD.exec(source)?.groups;
    if (!head) throw new Error(`${name}: the first line does not say how it must end`);
    return { name, source, head };
  });

test('there are enough of both sorts', () => {
  expect(corpus.filter(({ head }) => head['how']).length).toBeGreaterThanOrEqual(50);
  expect(corpus.filter(({ head }) => !head['how']).length).toBeGreaterThanOrEqual(25);
});

test.each(corpus.map((one) => [one.name, one] as const))('%s ends as its first line says', async (_name, { source, head }) => {
  const report = await gradeHere({ exercise: hiddenExercise, source });

  expect(faultsOfReport(report, hiddenExercise)).toEqual([]);
  expect(ending(report)).toEqual(wanted(head));
});

/** How a grading ended, as far as first lines speak of it. */
interface Ending {
  readonly verdict: string;
  readonly score: number;
  readonly codes: readonly string[];
  /** The name that is blamed, with the line of the diagnostic, or the field that is no data. */
  readonly blamed?: unknown;
  readonly line?: unknown;
}

function ending({ verdict, score, diagnostics, checks }: Report): Ending {
  const [one] = diagnostics;
  const blamed = /most likely `([^`]+)` \(line (\d+)\)/.exec(one?.message ?? '');
  const fields = new Set(checks.map((check) => /the field (`[^`]+`) of p\d holds .*plain data only/.exec(check.message ?? '')?.[1]));
  return {
    verdict,
    score,
    codes: diagnostics.map(({ code }) => code),
    blamed: blamed?.[1] ?? (fields.size === 1 ? [...fields][0] : undefined),
    line: blamed ? blamed[2] === String(one?.line) : String(one?.line),
  };
}

function wanted({ how, line, blamed, fails }: Readonly<Record<string, string | undefined>>): Ending {
  const nowhere = { codes: [], blamed, line: 'undefined' };
  if (how === 'E_HIDDEN_STATE') return { verdict: 'error', score: 0, codes: [how], blamed, line: line ?? true };
  if (how === 'inconclusive') return { verdict: how, score: 0, ...nowhere };
  return how === 'data' || fails ? { verdict: 'failed', score: 0, ...nowhere } : { verdict: 'passed', score: 100, ...nowhere };
}

describe('the message', () => {
  test('says which handler did what, what is to blame, and what to do', async () => {
    const source = read('shared-between-processes.ts');

    const { diagnostics } = await gradeHere({ exercise: hiddenExercise, source });

    expect(diagnostics).toEqual([
      {
        code: 'E_HIDDEN_STATE',
        message:
          "`onMessage` of Adder did two different things for the same fields, storage and arguments: onMessage(ctx, 'p1', { amount: 2, type: 'ADD' }) once stored 3 as 'sum', and once stored 2 as 'sum'. Something outside of the instance had changed in between, most likely `told` (line 14). Keep all that changes in fields of the instance or in ctx.stable.",
        line: 14,
        column: 5,
      },
    ]);
  });

  test('of a changed configuration points at the change', async () => {
    const { diagnostics } = await gradeHere({ exercise: hiddenExercise, source: read('config-changed.ts') });

    expect(diagnostics).toEqual([
      {
        code: 'E_HIDDEN_STATE',
        message:
          'onTimer of p1 changed `ctx.config`, which belongs to the grader and is the same in every call. Change a copy, `const config = { ...ctx.config }`, and keep in a field what later calls need of it.',
        line: 37,
        column: 5,
      },
    ]);
  });
});

test('what a submission printed is told once, however often its calls are made', async () => {
  const { console } = await gradeHere({ exercise: hiddenExercise, source: read('console.ts') });

  expect(console.match(/loaded/g)).toHaveLength(1);
});

function read(name: string): string {
  return readFileSync(new URL(name, folder), 'utf8');
}
