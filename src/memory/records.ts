/**
 * What is kept of a learner's work, as plain data. Times are milliseconds since 1970.
 *
 * Each record says which version of itself it is by its table; a table whose records change their form gets a new name.
 */
import type { CheckResult, Report } from '../../grader/base/report.ts';

/** What stands in the editor of one exercise. There is one even where it is the starter: a reset must win over an older draft. */
export interface DraftRecord {
  readonly exercise: string;
  readonly source: string;
  /** The fingerprint of the starter that it began from. */
  readonly starter: string;
  /** How often it was written, by whichever tab. With `tab` this tells one version from another. */
  readonly edits: number;
  readonly tab: string;
  readonly at: number;
}

export type SnapshotReason = 'run' | 'reset' | 'replace' | 'import' | 'other-tab' | 'starter';

/** An earlier text of an exercise. The same text is there once, however often it was taken. */
export interface Snapshot {
  readonly exercise: string;
  readonly source: string;
  readonly at: number;
  readonly why: SnapshotReason;
  /** It had to give way to another text without the learner's asking: never dropped to make room. */
  readonly isKept: boolean;
}

export interface Attempt {
  readonly exercise: string;
  readonly at: number;
  readonly verdict: Report['verdict'];
  readonly score: number;
  readonly maxScore: number;
  readonly checks: readonly { readonly id: string; readonly status: CheckResult['status'] }[];
  /** SHA-256 of the source. */
  readonly sha256: string;
}

/** The best of all attempts, also of those that were dropped. */
export interface Best {
  readonly exercise: string;
  readonly score: number;
  readonly maxScore: number;
  /** When that score was first reached. */
  readonly at: number;
  /** Each check that any attempt has passed, and when first. */
  readonly passed: readonly { readonly id: string; readonly at: number }[];
  /** When one attempt first passed them all. */
  readonly solvedAt?: number;
}

export interface QuizAnswer {
  /** Such as `partial-failure/2`: the second question of that lesson. */
  readonly question: string;
  /** The index of the choice. */
  readonly chosen: number;
  readonly isRight: boolean;
  readonly at: number;
}

export interface LessonVisit {
  readonly lesson: string;
  readonly firstAt: number;
  readonly lastAt: number;
  /** The heading that was last reached, by its id. */
  readonly heading?: { readonly id: string; readonly at: number };
  readonly finishedAt?: number;
}

export type Plain = string | number | boolean;

export interface Setting {
  readonly name: string;
  readonly value: Plain;
  readonly at: number;
}

/** Where the learner was last. */
export interface Place {
  readonly kind: 'lesson' | 'exercise';
  readonly id: string;
  readonly at: number;
}

/** A record that could not be read, as JSON: set aside, never thrown away. */
export interface BrokenRecord {
  readonly table: string;
  readonly key: string;
  readonly json: string;
}
