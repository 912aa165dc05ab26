/** `summary.json`: how a class stands, and enough to join it with the other parts of the class. */
import { findExercise } from '../../../exercises/index.ts';
import { LearnerError } from '../../base/learnerError.ts';
import type { Report } from '../../base/report.ts';
import { isShard, type Shard } from './shard.ts';
import type { Standing } from './standing.ts';

export const SUMMARY_FILE = 'summary.json';
/** The tables that stand beside it. */
export const GRADES_FILE = 'grades.csv';
export const CHECKS_FILE = 'checks.csv';

export interface SummaryHead {
  readonly schema: 'faultline-batch/1';
  readonly grader: Report['grader'];
  /** Where names are hidden: which key hides them. */
  readonly anonymised?: string;
  /** Absent for a whole class. */
  readonly shard?: Shard;
}

export interface ExerciseCounts {
  readonly exercise: string;
  readonly maxScore: number;
  readonly passed: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly error: number;
  /** Of all points of those that were graded. */
  readonly score: number;
}

export interface Summary extends SummaryHead {
  /** How many submissions have which status. */
  readonly counts: Readonly<Record<Standing['status'], number>>;
  readonly exercises: readonly ExerciseCounts[];
  /** One a submission; those that could not be graded come first. */
  readonly submissions: readonly Standing[];
}

/** Reads what `batch` wrote. @throws LearnerError, naming `file`. */
export function readSummary(text: string, file: string): Summary {
  let summary: Summary;
  try {
    // The one cast: the parts that are used are looked at below.
    summary = JSON.parse(text) as Summary;
    if (summary.schema === 'faultline-batch/1' && hasParts(summary)) return summary;
  } catch {
    // Said below.
  }
  throw new LearnerError(`${file} is not the summary of a batch. Name folders that \`faultline batch DIR --out OUT\` has written.`);
}

function hasParts({ grader, anonymised, shard, submissions }: Summary): boolean {
  return (
    typeof grader.version === 'string' &&
    Number.isInteger(grader.seed) &&
    (anonymised === undefined || typeof anonymised === 'string') &&
    (shard === undefined || isShard(shard)) &&
    submissions.every(
      ({ submission, refused, skipped, answers }) =>
        typeof submission === 'string' &&
        (refused === undefined || typeof refused === 'string') &&
        Number.isInteger(skipped) &&
        answers.every(({ exercise }) => findExercise(exercise) !== undefined),
    )
  );
}
