/**
 * Classroom 50's `result.json`, as an `autograder.py` has to leave it. Its runner tells who, what and where in the environment.
 *
 * `owner` and `assignment_type` are the runner's to say: it stamps them after us, whatever stands there. They are written where the environment
 * has them, so that a document which nobody stamps is whole too, and left out otherwise rather than guessed. `datetime` is when the
 * submission was made, which grading again must not change: the submission's tag holds it. `graded_at` is when it was graded.
 */
import { LearnerError } from '../base/learnerError.ts';
import { fitted, type Room } from './fitted.ts';
import type { Context, Graded, Reporter } from './graded.ts';
import { explanation, outcomesOf, uniqueNames, type Outcome } from './outcomes.ts';
import { NOTHING_GRADED, totalOf } from './tally.ts';

/** Bytes: the runner takes 10 MiB. */
const MAX_BYTES = 10 * 1024 * 1024;

/** Characters of a test's output, as of the runner's own tests. */
const MAX_OUTPUT_CHARS = 2_000;

export const classroom50: Reporter = ({ graded, single }, context) =>
  fitted((room) => `${JSON.stringify(documentOf(graded, single, context, room), undefined, 2)}\n`, MAX_BYTES);

function documentOf(graded: readonly Graded[], single: boolean, context: Context, room: Room) {
  const { classroom, assignment, submission, commit, release, review, owner, type } = submissionIn(context);
  const { score, maxScore } = totalOf(graded);
  return {
    schema: 'classroom50/result/v1',
    classroom,
    assignment,
    ...(type !== undefined && { assignment_type: type }),
    ...(owner !== undefined && { owner }),
    submission,
    commit,
    release,
    review,
    datetime: instantIn(submission) ?? context.gradedAt,
    graded_at: context.gradedAt,
    score,
    'max-score': maxScore,
    tests: testsOf(graded, single, room),
  };
}

/** What the runner tells. @throws LearnerError where it does not, which should be told before anything is graded. */
export function submissionIn({ env }: Context) {
  const missing = WANTED.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new LearnerError(
      `The reporter classroom50 lacks ${missing.join(', ')} in the environment. Classroom 50's runner sets ${missing.length === 1 ? 'it' : 'them'}: run this from its autograder.py, and hand its environment on.`,
    );
  }
  const { CLASSROOM, ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL, REVIEW_URL, OWNER, USERNAME, ASSIGNMENT_TYPE } = env;
  if (!SUBMISSION_TAG?.startsWith('submit/')) {
    throw new LearnerError(
      `SUBMISSION_TAG is ${JSON.stringify(SUBMISSION_TAG)} where the reporter classroom50 wants the tag of a submission, such as submit/2026-06-01T14-32-05Z-a1b2c3d. Grade from the runner's own environment.`,
    );
  }
  return {
    classroom: CLASSROOM ?? '',
    assignment: ASSIGNMENT ?? '',
    submission: SUBMISSION_TAG,
    commit: COMMIT_URL ?? '',
    release: RELEASE_URL ?? '',
    // The two are the same where there is nothing to compare with, and then some runners set one only.
    review: REVIEW_URL || (COMMIT_URL ?? ''),
    owner: OWNER || USERNAME || undefined,
    type: ASSIGNMENT_TYPE === 'individual' || ASSIGNMENT_TYPE === 'group' ? ASSIGNMENT_TYPE : undefined,
  };
}

const WANTED = ['CLASSROOM', 'ASSIGNMENT', 'SUBMISSION_TAG', 'COMMIT_URL', 'RELEASE_URL'] as const;

/** `submit/2026-06-01T14-32-05Z-a1b2c3d` holds 2026-06-01T14:32:05Z. */
function instantIn(tag: string): string | undefined {
  const [, day, hours, minutes, seconds] = /^submit\/(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])[-:]?([0-5]\d)[-:]?([0-5]\d)Z/.exec(tag) ?? [];
  return day === undefined ? undefined : `${day}T${hours}:${minutes}:${seconds}Z`;
}

function testsOf(graded: readonly Graded[], single: boolean, room: Room) {
  // Without a test a result counts as a pass of nothing.
  if (graded.length === 0)
    return [{ 'test-name': 'grading', passed: false, score: 0, 'max-score': 0, status: 'error', output: NOTHING_GRADED }];
  const unique = uniqueNames();
  const tests = graded.flatMap((one) =>
    outcomesOf(one).map((outcome) => testOf(outcome, unique(single ? outcome.name : `${one.report.exercise}, ${outcome.name}`), room)),
  );
  const left = tests.slice(room.checks);
  if (left.length === 0) return tests;
  // Together, so that the tests still come to the whole score.
  const sum = (key: 'score' | 'max-score'): number => left.reduce((total, one) => total + one[key], 0);
  const rest = { 'test-name': unique(`${left.length} more checks`), passed: left.every((one) => one.passed) };
  return [...tests.slice(0, room.checks), { ...rest, score: sum('score'), 'max-score': sum('max-score') }];
}

function testOf(outcome: Outcome, name: string, room: Room) {
  const { kind, points, maxPoints } = outcome;
  return {
    'test-name': name,
    passed: kind === 'passed',
    score: points,
    'max-score': maxPoints,
    status: kind,
    output: explanation(outcome, Math.min(MAX_OUTPUT_CHARS, room.chars)),
  };
}
