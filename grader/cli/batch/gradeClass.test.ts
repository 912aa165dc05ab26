import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hamming } from '../../../exercises/hamming/exercise.ts';
import type { Report } from '../../base/report.ts';
import { ungraded } from '../../grade/ungraded.ts';
import { openChangeLog } from './changeLog.ts';
import { openClassFolder } from './classFolder.ts';
import { gradeClass, type DoneAnswer } from './gradeClass.ts';

const folder = mkdtempSync(join(tmpdir(), 'faultline-grade-class-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Grades one answer, as `grade` says. */
async function batch(grade: () => Promise<Report>): Promise<DoneAnswer[]> {
  const [dir, out] = [join(folder, 'class'), join(folder, 'out')];
  mkdirSync(join(dir, 'anna'), { recursive: true });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(dir, 'anna/hamming.ts'), 'answer');
  const done: DoneAnswer[] = [];
  await gradeClass({
    folder: openClassFolder(dir, out),
    names: ['anna'],
    out,
    seed: 1,
    force: false,
    writtenName: (name) => name,
    grade,
    atOnce: 1,
    changes: openChangeLog(out),
    onAnswer: (answer) => done.push(answer),
  });
  return done;
}

test('a grader that fails is told apart from a wrong answer, and the next batch tries again', async () => {
  const [failed] = await batch(() => Promise.reject(new Error('died twice')));

  expect(failed?.report).toMatchObject({ verdict: 'error', score: 0, diagnostics: [{ code: 'E_GRADER' }] });

  const graded = ungraded(hamming, new TextEncoder().encode('answer'), 1, { code: 'E_SYNTAX', message: 'It does not parse.' });
  const [second] = await batch(() => Promise.resolve(graded));
  const [third] = await batch(() => Promise.reject(new Error('it is kept')));

  expect(second).toEqual({ submission: 'anna', report: graded, isKept: false });
  expect(third).toEqual({ submission: 'anna', report: graded, isKept: true });
});
