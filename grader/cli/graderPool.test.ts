/** A pool whose graders do what a test tells them. */
import { expect, test } from 'vitest';
import type { Report } from '../base/report.ts';
import { reportWith } from '../report/reportsForTests.ts';
import type { Grader } from '../worker/client.ts';
import { openGraderPool } from './graderPool.ts';

const submission = { exercise: 'hamming', source: new Uint8Array(), seed: 1 };

/** How one grading ends. `died`: the thread died or hung, and `report` is what was known until then. */
type End = { readonly died: boolean; readonly report: Report | undefined };

function poolOf(ends: End[]) {
  const grade: Grader['grade'] = async (_submission, _onProgress, onGivenUp) => {
    const end = ends.shift();
    if (end?.died) onGivenUp?.();
    if (!end?.report) throw new Error('nothing is known');
    return end.report;
  };
  const unused = () => Promise.reject(new Error('not asked for'));
  return openGraderPool(1, () => ({ grade, warm: unused, replay: unused, stop: () => undefined }));
}

const known = (score: number): Report => reportWith({ score });

test('tries a submission once more whose thread died or hung', async () => {
  const ends = [
    { died: true, report: known(10) },
    { died: false, report: known(60) },
  ];

  expect((await poolOf(ends).grade(submission)).score).toBe(60);
  expect(ends).toEqual([]);
});

test('gives what is known where it dies twice, and tries no third time', async () => {
  const ends = [
    { died: true, report: undefined },
    { died: true, report: known(10) },
    { died: false, report: known(60) },
  ];

  expect((await poolOf(ends).grade(submission)).score).toBe(10);
  expect(ends).toHaveLength(1);
});

test('fails where nothing is known after two deaths, and serves the next submission', async () => {
  const ends = [
    { died: true, report: undefined },
    { died: true, report: undefined },
    { died: false, report: known(60) },
  ];
  const pool = poolOf(ends);

  await expect(pool.grade(submission)).rejects.toThrow('nothing is known');
  expect((await pool.grade(submission)).score).toBe(60);
});

test('takes a report as it is, once, where nothing died', async () => {
  const ends = [
    { died: false, report: known(0) },
    { died: false, report: known(60) },
  ];

  expect((await poolOf(ends).grade(submission)).score).toBe(0);
  expect(ends).toHaveLength(1);
});
