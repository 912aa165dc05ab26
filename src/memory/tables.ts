/**
 * The tables of the memory: what a record looks like, which key it has, and what becomes of two records with one key.
 *
 * `join` is commutative, associative and idempotent, so it does not matter which tab or which file comes first, or comes twice. For
 * drafts it only says which of two wins: whoever joins them keeps the other as a snapshot (see `merge.ts` and `draftSaving.ts`).
 */
import { fingerprint } from './fingerprint.ts';
import { compare, earlier, joinChecks, later, minOf } from './joining.ts';
import type { Attempt, Best, BrokenRecord, DraftRecord, LessonVisit, Place, Plain, QuizAnswer, Setting, Snapshot } from './records.ts';
import { count, flag, id, listOf, oneOf, optional, question, record, shapeOf, text, time, type Shape } from './shape.ts';

export interface Records {
  readonly drafts: DraftRecord;
  readonly snapshots: Snapshot;
  readonly attempts: Attempt;
  readonly best: Best;
  readonly answers: QuizAnswer;
  readonly lessons: LessonVisit;
  readonly settings: Setting;
  readonly places: Place;
  readonly broken: BrokenRecord;
}

export type TableName = keyof Records;

/** All that is kept. */
export type Contents = { readonly [N in TableName]: readonly Records[N][] };

export interface Table<T> {
  readonly shape: Shape<T>;
  readonly keyOf: (one: T) => string;
  readonly join: (one: T, other: T) => T;
  /** Of a group, only so many are kept, the newest; some are not counted. */
  readonly bound?: { readonly groupOf: (one: T) => string; readonly limit: number; readonly isCounted: (one: T) => boolean };
}

/** Enough to find what worked an hour ago, and little enough to look through. */
const SNAPSHOT_LIMIT = 10;
const ATTEMPT_LIMIT = 50;

const verdict = oneOf<Attempt['verdict']>('passed', 'failed', 'inconclusive', 'error');
const status = oneOf<Attempt['checks'][number]['status']>('passed', 'failed', 'inconclusive', 'not-run');
const reason = oneOf<Snapshot['why']>('run', 'reset', 'replace', 'import', 'other-tab', 'starter');
const plain = shapeOf('a text, a number, true or false', isPlain);

export const TABLES: { readonly [N in TableName]: Table<Records[N]> } = {
  drafts: {
    shape: record<DraftRecord>({ exercise: id, source: text, starter: text, edits: count, tab: text, at: time }),
    keyOf: (draft) => draft.exercise,
    join: later,
  },
  snapshots: {
    shape: record<Snapshot>({ exercise: id, source: text, at: time, why: reason, isKept: flag }),
    keyOf: (snapshot) => `${snapshot.exercise}/${fingerprint(snapshot.source)}`,
    join: (one, other) => ({ ...later(one, other), isKept: one.isKept || other.isKept }),
    bound: { groupOf: (snapshot) => snapshot.exercise, limit: SNAPSHOT_LIMIT, isCounted: (snapshot) => !snapshot.isKept },
  },
  attempts: {
    shape: record<Attempt>({
      exercise: id,
      at: time,
      verdict,
      score: count,
      maxScore: count,
      checks: listOf(record({ id: text, status })),
      sha256: text,
    }),
    keyOf: (attempt) => `${attempt.exercise}/${attempt.at}/${attempt.sha256}`,
    join: later,
    bound: { groupOf: (attempt) => attempt.exercise, limit: ATTEMPT_LIMIT, isCounted: () => true },
  },
  best: {
    shape: record<Best>({
      exercise: id,
      score: count,
      maxScore: count,
      at: time,
      passed: listOf(record({ id: text, at: time })),
      solvedAt: optional(time),
    }),
    keyOf: (best) => best.exercise,
    join(one, other) {
      const [, top] = [rankOf(one), rankOf(other)].sort(compare);
      const solvedAt = minOf(one.solvedAt, other.solvedAt);
      return {
        exercise: one.exercise,
        score: top?.score ?? 0,
        maxScore: top?.maxScore ?? 0,
        at: top?.firstAt ?? 0,
        passed: joinChecks(one.passed, other.passed),
        ...(solvedAt !== undefined && { solvedAt }),
      };
    },
  },
  answers: {
    shape: record<QuizAnswer>({ question, chosen: count, isRight: flag, at: time }),
    keyOf: (answer) => answer.question,
    join(one, other) {
      if (one.isRight !== other.isRight) return one.isRight ? one : other;
      return one.isRight ? earlier(one, other) : later(one, other);
    },
  },
  lessons: {
    shape: record<LessonVisit>({
      lesson: id,
      firstAt: time,
      lastAt: time,
      heading: optional(record({ id: text, at: time })),
      finishedAt: optional(time),
    }),
    keyOf: (visit) => visit.lesson,
    join(one, other) {
      const heading = one.heading && other.heading ? later(one.heading, other.heading) : (one.heading ?? other.heading);
      const finishedAt = minOf(one.finishedAt, other.finishedAt);
      return {
        lesson: one.lesson,
        firstAt: Math.min(one.firstAt, other.firstAt),
        lastAt: Math.max(one.lastAt, other.lastAt),
        ...(heading && { heading }),
        ...(finishedAt !== undefined && { finishedAt }),
      };
    },
  },
  settings: {
    shape: record<Setting>({ name: text, value: plain, at: time }),
    keyOf: (setting) => setting.name,
    join: later,
  },
  places: {
    shape: record<Place>({ kind: oneOf('lesson', 'exercise'), id, at: time }),
    keyOf: () => 'last',
    join: later,
  },
  broken: {
    shape: record<BrokenRecord>({ table: text, key: text, json: text }),
    keyOf: (broken) => `${broken.table}/${broken.key}/${fingerprint(broken.json)}`,
    join: (one) => one,
  },
};

function rankOf({ score, maxScore, at }: Best) {
  // The higher score is the later one in the order, and of equal scores the earlier.
  return { at: score, edits: -at, score, maxScore, firstAt: at };
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}
