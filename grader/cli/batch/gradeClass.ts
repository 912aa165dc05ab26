/** The work of a batch: every answer of a class is graded or kept, a few at a time, and its report is written at once. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Report } from '../../base/report.ts';
import { tooLarge } from '../../compile/sourceSize.ts';
import { ungraded } from '../../grade/ungraded.ts';
import type { Submission } from '../../worker/client.ts';
import type { ChangeLog } from './changeLog.ts';
import type { ClassAnswer, ClassFolder, ClassSubmission } from './classFolder.ts';
import { readResult, removeHalfWritten, resultPath, stillHolds, writeResult } from './resultFile.ts';
import type { Written } from './results.ts';

/** Grades wherever there is room: in threads of this process, or on other machines. */
type GradeSomewhere = (submission: Submission) => Promise<Report>;

export interface ClassWork {
  readonly folder: ClassFolder;
  /** Those that are to be graded here. */
  readonly names: readonly string[];
  readonly out: string;
  readonly seed: number;
  /** Grades again what is there. */
  readonly force: boolean;
  /** The name under which a submission's results are written. */
  readonly writtenName: (name: string) => string;
  readonly grade: GradeSomewhere;
  /** How many answers are under way at once. */
  readonly atOnce: number;
  readonly changes: ChangeLog;
  readonly onSubmission?: ((submission: ClassSubmission) => void) | undefined;
  readonly onAnswer?: ((answer: DoneAnswer) => void) | undefined;
}

export interface DoneAnswer {
  readonly submission: string;
  readonly report: Report;
  /** Whether it was there already. */
  readonly isKept: boolean;
}

/** The code of results that say nothing of the answer: they are tried again by the next batch. */
const GRADER_FAILED = 'E_GRADER';

/** @throws LearnerError where a result cannot be written; what `grade` throws is put into the report. */
export async function gradeClass(work: ClassWork): Promise<Written[]> {
  const written: Written[] = [];
  const underWay = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for (const name of work.names) {
    const submission = work.folder.open(name);
    work.onSubmission?.(submission);
    const folder = work.writtenName(name);
    removeHalfWritten(join(work.out, folder));
    written.push({
      submission: folder,
      refused: submission.refused,
      skipped: submission.skipped.length,
      exercises: submission.answers.map((answer) => answer.exercise.id),
    });
    for (const answer of submission.answers) {
      const one: Promise<void> = gradeAnswer(work, folder, answer)
        .catch((error: unknown) => void failures.push(error))
        .finally(() => underWay.delete(one));
      underWay.add(one);
      if (underWay.size >= work.atOnce) await Promise.race(underWay);
      if (failures.length > 0) break;
    }
    if (failures.length > 0) break;
  }
  await Promise.all(underWay);
  if (failures.length > 0) throw failures[0];
  return written;
}

async function gradeAnswer(work: ClassWork, submission: string, { exercise, read }: ClassAnswer): Promise<void> {
  const { out, seed, changes, force } = work;
  const path = resultPath(out, submission, exercise.id);
  const before = readResult(path);
  const file = read();
  const source = file.kind === 'source' ? file.source : new Uint8Array();
  const made = { exercise: exercise.id, sha256: createHash('sha256').update(source).digest('hex'), seed };
  const isSettled = (report: Report): boolean => file.kind === 'source' && !isUnsettled(report) && stillHolds(report, made);
  if (before && !force && isSettled(before)) {
    work.onAnswer?.({ submission, report: before, isKept: true });
    return;
  }
  const report = file.kind === 'refused' ? ungraded(exercise, source, seed, file.diagnostic) : await graded(work, exercise, source);
  if (before && (before.verdict !== report.verdict || before.score !== report.score)) {
    changes.note({ submission, exercise: exercise.id, verdict: before.verdict, score: before.score });
  }
  writeResult(path, report);
  work.onAnswer?.({ submission, report, isKept: false });
}

/** Whether a report says nothing of the answer, or is about a file that was not read. */
function isUnsettled({ diagnostics }: Report): boolean {
  return diagnostics.some(({ code }) => code === GRADER_FAILED || code === 'E_LINK' || code === 'E_FILE');
}

async function graded({ grade, seed }: ClassWork, exercise: ClassAnswer['exercise'], source: Uint8Array): Promise<Report> {
  // Here, for hundreds of them under way would fill the memory of a Redis.
  const size = tooLarge(source);
  if (size) return ungraded(exercise, source, seed, size);
  try {
    return await grade({ exercise: exercise.id, source, seed });
  } catch {
    return ungraded(exercise, source, seed, {
      code: GRADER_FAILED,
      message:
        'The grader itself failed twice at this file, which says nothing of the answer. Run the batch again; if it stays so, please report it.',
    });
  }
}
