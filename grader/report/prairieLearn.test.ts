import { expect, test } from 'vitest';
import { commandsIn, jsonFaults, UNSAFE } from './documentsForTests.ts';
import { bytesOf } from './fitted.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { prairieLearn } from './prairieLearn.ts';
import { reportWith } from './reportsForTests.ts';
import schema from './schemas/prairielearn.schema.json';

function read(text: string): unknown {
  expect(jsonFaults(schema, text)).toEqual([]);
  expect(bytesOf(text)).toBeLessThanOrEqual(1_000_000);
  return JSON.parse(text);
}

test('gives the share of the points, and each check its own', () => {
  expect(read(prairieLearn(single(reportWith({ console: 'hello\n' })), CONTEXT))).toEqual({
    gradable: true,
    score: 0.6,
    message: 'Not passed yet: 1 of 2 checks, 60 of 100 points.',
    output: '| hello',
    tests: [
      { name: 'encode: All nibbles have their code words', points: 60, max_points: 60, message: 'every input there is: 32 calls' },
      {
        name: 'bad-input: All nibbles have their code words',
        points: 0,
        max_points: 40,
        message: 'encode74(16) returned an answer where it must throw a RangeError.',
        output: "call      encode74(16)\nexpected  a RangeError is thrown\nactual    '0010000'",
      },
    ],
  });
});

test('does not count an attempt that could not be graded', () => {
  expect(read(prairieLearn(single(KINDS_OF_REPORT['error'] ?? reportWith()), CONTEXT))).toMatchObject({
    gradable: false,
    score: 0,
    format_errors: ["answers/hamming.ts:3:8 E_IMPORT 'fs' cannot be imported."],
  });
});

test('does not count an attempt in which one file of several could not be graded', () => {
  const error = KINDS_OF_REPORT['error'] ?? reportWith();

  expect(read(prairieLearn(folder(reportWith(), error), CONTEXT))).toMatchObject({ gradable: false, format_errors: [expect.anything()] });
});

test.each([
  [1, 1, 1],
  [7, 7, 1],
  [1, 3, 1 / 3],
  [0, 100, 0],
  [0, 0, 0],
  [1_100, 1_100, 1],
])('scores %d of %d points as %d', (score, maxScore, share) => {
  expect(read(prairieLearn(single(reportWith({ score, maxScore })), CONTEXT))).toMatchObject({ score: share });
});

test('scores exactly 1 where eleven exercises are all right', () => {
  const reports = Array.from({ length: 11 }, () => reportWith({ verdict: 'passed', score: 30, maxScore: 30 }));

  expect(read(prairieLearn(folder(...reports), CONTEXT))).toMatchObject({ score: 1 });
});

test.each([
  ['inconclusive', true],
  ['one check alone', true],
  ['failed in a run', true],
  ['without checks', false],
])('a report that is %s is gradable: %j', (kind, gradable) => {
  expect(read(prairieLearn(single(KINDS_OF_REPORT[kind] ?? reportWith()), CONTEXT))).toMatchObject({ gradable });
});

test('is not gradable where nothing was graded', () => {
  expect(read(prairieLearn(folder(), CONTEXT))).toMatchObject({
    gradable: false,
    format_errors: ['Nothing was graded: there was no answer.'],
  });
});

test.each(HOSTILE)('is valid with %j', (text) => {
  for (const report of [hostileFailure(text), hostileError(text)]) {
    const document = prairieLearn(single(report, text), CONTEXT);
    read(document);
    expect(document).not.toMatch(UNSAFE);
    expect(commandsIn(document)).toEqual([]);
  }
});
