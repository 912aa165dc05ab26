import { expect, test } from 'vitest';
import { LearnerError } from '../base/learnerError.ts';
import { classroom50 } from './classroom50.ts';
import { commandsIn, jsonFaults, UNSAFE } from './documentsForTests.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { reportWith } from './reportsForTests.ts';
import schema from './schemas/classroom50.schema.json';

interface Read {
  readonly datetime: string;
  readonly score: number;
  readonly 'max-score': number;
  readonly tests: readonly {
    readonly 'test-name': string;
    readonly passed: boolean;
    readonly score: number;
    readonly 'max-score': number;
  }[];
}

/** Reads a document as the runner leaves it: it stamps whose the result is. */
function read(text: string): Read {
  const document = JSON.parse(text) as Read;
  const stamped = { ...document, owner: 'ann', assignment_type: 'individual' };
  expect(jsonFaults(schema, JSON.stringify(stamped))).toEqual([]);
  const sum = (key: 'score' | 'max-score') => document.tests.reduce((total, one) => total + one[key], 0);
  expect([document.score, document['max-score']]).toEqual([sum('score'), sum('max-score')]);
  return document;
}

test('writes the result of a submission', () => {
  const text = classroom50(single(reportWith({ score: 60, maxScore: 100 })), CONTEXT);

  expect(read(text)).toEqual({
    schema: 'classroom50/result/v1',
    classroom: 'cs-principles',
    assignment: 'hamming',
    submission: 'submit/2026-06-01T14-32-05Z-a1b2c3d',
    commit: 'https://example.org/commit/a1b2c3d',
    release: 'https://example.org/releases/1',
    review: 'https://example.org/compare/1',
    datetime: '2026-06-01T14:32:05Z',
    graded_at: '2026-06-02T08:00:00Z',
    score: 60,
    'max-score': 100,
    tests: [
      {
        'test-name': 'encode: All nibbles have their code words',
        passed: true,
        score: 60,
        'max-score': 60,
        status: 'passed',
        output: 'every input there is: 32 calls',
      },
      {
        'test-name': 'bad-input: All nibbles have their code words',
        passed: false,
        score: 0,
        'max-score': 40,
        status: 'failed',
        output: expect.stringContaining('encode74(16) returned an answer where it must throw a RangeError.\n'),
      },
    ],
  });
});

test('is whole without a stamp where the environment says whose it is', () => {
  const env = { ...CONTEXT.env, OWNER: 'ann', ASSIGNMENT_TYPE: 'group' };

  const text = classroom50(single(reportWith()), { ...CONTEXT, env });

  expect(jsonFaults(schema, text)).toEqual([]);
  expect(JSON.parse(text)).toMatchObject({ owner: 'ann', assignment_type: 'group' });
  expect(jsonFaults(schema, classroom50(single(reportWith()), CONTEXT))).not.toEqual([]);
});

test('keeps when it was submitted when it is graded again', () => {
  const again = { ...CONTEXT, gradedAt: '2027-01-01T00:00:00Z' };

  expect(read(classroom50(single(reportWith()), again))).toMatchObject({
    datetime: '2026-06-01T14:32:05Z',
    graded_at: '2027-01-01T00:00:00Z',
  });
});

test('takes the time of the grading where the tag tells none, until the runner stamps the commit’s', () => {
  const env = { ...CONTEXT.env, SUBMISSION_TAG: 'submit/phase-1' };

  expect(read(classroom50(single(reportWith()), { ...CONTEXT, env })).datetime).toBe('2026-06-02T08:00:00Z');
});

test('says which variables are missing', () => {
  const env = { ...CONTEXT.env, CLASSROOM: undefined, COMMIT_URL: '' };
  const write = (): string => classroom50(single(reportWith()), { ...CONTEXT, env });

  expect(write).toThrow(LearnerError);
  expect(write).toThrow(
    "The reporter classroom50 lacks CLASSROOM, COMMIT_URL in the environment. Classroom 50's runner sets them: run this from its autograder.py, and hand its environment on.",
  );
});

test('refuses a tag of no submission, which the runner would refuse', () => {
  const env = { ...CONTEXT.env, SUBMISSION_TAG: 'v1' };

  expect(() => classroom50(single(reportWith()), { ...CONTEXT, env })).toThrow(/^SUBMISSION_TAG is "v1" where/);
});

test('links to the commit where there is nothing to compare with', () => {
  const env = { ...CONTEXT.env, REVIEW_URL: undefined };

  expect(JSON.parse(classroom50(single(reportWith()), { ...CONTEXT, env }))).toMatchObject({
    review: 'https://example.org/commit/a1b2c3d',
  });
});

test('names each test of a folder once and sums their points', () => {
  const { tests, score } = read(classroom50(folder(reportWith(), reportWith(), reportWith({ exercise: 'tmr-voter' })), CONTEXT));

  expect(new Set(tests.map((one) => one['test-name'])).size).toBe(6);
  expect(tests.map((one) => one['test-name'].split(':')[0])).toContain('tmr-voter, encode');
  expect(score).toBe(180);
});

test.each(Object.keys(KINDS_OF_REPORT))('is valid for a report that is %s', (kind) => {
  const { tests } = read(classroom50(single(KINDS_OF_REPORT[kind] ?? reportWith()), CONTEXT));

  expect(tests.length).toBeGreaterThan(0);
  expect(tests.every((one) => one.passed)).toBe(kind === 'passed');
});

test('has a test that did not pass where nothing was graded', () => {
  expect(read(classroom50(folder(), CONTEXT)).tests).toMatchObject([{ passed: false, score: 0 }]);
});

test.each(HOSTILE)('is valid with %j', (text) => {
  for (const report of [hostileFailure(text), hostileError(text)]) {
    const points = report.checks.reduce((sum, check) => sum + check.maxPoints, 0);
    const document = classroom50(single({ ...report, maxScore: points }), CONTEXT);
    read(document);
    expect(document).not.toMatch(UNSAFE);
    expect(commandsIn(document)).toEqual([]);
  }
});
