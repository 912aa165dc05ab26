/**
 * What a batch leaves beside the reports. It is made from the result files alone, one submission at a time, so an unbroken batch, one that was
 * killed and went on, and shards that were joined leave the same bytes, and a large class takes no more memory than a small one.
 */
import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXERCISES } from '../../../exercises/index.ts';
import { LearnerError } from '../../base/learnerError.ts';
import type { Report } from '../../base/report.ts';
import { writeWhole } from '../writeWhole.ts';
import { byCodeUnits } from './classFolder.ts';
import { readResult, resultPath } from './resultFile.ts';
import { answerStanding, standingOf, type Standing } from './standing.ts';
import { CHECKS_FILE, GRADES_FILE, SUMMARY_FILE, type ExerciseCounts, type Summary, type SummaryHead } from './summary.ts';
import { checksHeader, checksRows, gradesHeader, gradesRow } from './tables.ts';

/** A submission whose results lie in the folder. */
export interface Written {
  /** The name of its folder there. */
  readonly submission: string;
  readonly refused: string | undefined;
  readonly skipped: number;
  /** The exercises of its results. */
  readonly exercises: readonly string[];
}

/** Writes summary and tables for the results in `out`. @throws LearnerError where a result is missing or cannot be written. */
export function writeResults(out: string, head: SummaryHead, written: readonly Written[]): Summary {
  const standings: Standing[] = [];
  const checks = openTable(join(out, CHECKS_FILE), checksHeader());
  for (const { submission, refused, skipped, exercises } of [...written].sort((a, b) => byCodeUnits(a.submission, b.submission))) {
    const answers = [];
    for (const exercise of inOrder(exercises)) {
      const report = resultOf(out, submission, exercise);
      checks.write(checksRows(submission, report));
      answers.push(answerStanding(report));
    }
    standings.push(standingOf({ submission, refused, skipped, answers }));
  }
  checks.close();
  const handedIn = inOrder([...new Set(written.flatMap((one) => one.exercises))]);
  writeWhole(join(out, GRADES_FILE), gradesHeader(handedIn) + standings.map((standing) => gradesRow(standing, handedIn)).join(''));
  const summary: Summary = {
    ...head,
    counts: countsOf(standings),
    exercises: handedIn.map((id) => exerciseCounts(id, standings)),
    submissions: [...standings.filter(isError), ...standings.filter((standing) => !isError(standing))],
  };
  writeWhole(join(out, SUMMARY_FILE), `${JSON.stringify(summary, undefined, 2)}\n`);
  return summary;
}

const isError = (standing: Standing): boolean => standing.status === 'error';

/** In the order of the catalogue. */
function inOrder(ids: readonly string[]): string[] {
  return EXERCISES.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}

function resultOf(out: string, submission: string, exercise: string): Report {
  const path = resultPath(out, submission, exercise);
  const report = readResult(path);
  if (!report) throw new LearnerError(`${path} is missing or damaged. Run the same command again: what is whole is kept.`);
  return report;
}

function countsOf(standings: readonly Standing[]): Summary['counts'] {
  const count = (status: Standing['status']): number => standings.filter((standing) => standing.status === status).length;
  return {
    error: count('error'),
    failed: count('failed'),
    inconclusive: count('inconclusive'),
    passed: count('passed'),
    empty: count('empty'),
  };
}

function exerciseCounts(exercise: string, standings: readonly Standing[]): ExerciseCounts {
  const answers = standings.flatMap((standing) => standing.answers.filter((answer) => answer.exercise === exercise));
  const count = (verdict: Report['verdict']): number => answers.filter((answer) => answer.verdict === verdict).length;
  return {
    exercise,
    maxScore: answers[0]?.maxScore ?? 0,
    passed: count('passed'),
    failed: count('failed'),
    inconclusive: count('inconclusive'),
    error: count('error'),
    score: answers.reduce((sum, answer) => sum + answer.score, 0),
  };
}

/** A table that is written row by row, and appears whole. @throws LearnerError */
function openTable(file: string, header: string) {
  const temporary = `${file}.${process.pid}.tmp`;
  const refuse = (): never => {
    rmSync(temporary, { force: true });
    throw new LearnerError(`${file} cannot be written. Check that you may write there and that the disk has room.`);
  };
  let opened: number;
  try {
    opened = openSync(temporary, 'w');
  } catch {
    return refuse();
  }
  const write = (rows: string): void => {
    try {
      // Not writeSync, which may write a part on a disk that is nearly full.
      writeFileSync(opened, rows);
    } catch {
      refuse();
    }
  };
  write(header);
  return {
    write,
    close() {
      try {
        closeSync(opened);
        renameSync(temporary, file);
      } catch {
        refuse();
      }
    },
  };
}
