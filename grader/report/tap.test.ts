import { expect, test } from 'vitest';
import { commandsIn, readTap, UNSAFE } from './documentsForTests.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { BROKEN, reportWith } from './reportsForTests.ts';
import { safeText } from './safeText.ts';
import { tap } from './tap.ts';

test('writes a test point for each check, with why it fails', () => {
  expect(tap(single(reportWith({ console: 'ok 3\n' })), CONTEXT)).toBe(`TAP version 14
1..2
ok 1 - encode: All nibbles have their code words
not ok 2 - bad-input: All nibbles have their code words
  ---
  message: "encode74(16) returned an answer where it must throw a RangeError."
  severity: "fail"
  type: "edge"
  points: 0
  max-points: 40
  details:
    - "call      encode74(16)"
    - "expected  a RangeError is thrown"
    - "actual    '0010000'"
  ...
# file: answers/hamming.ts
# | ok 3
# Not passed yet: 1 of 2 checks, 60 of 100 points.
`);
});

test('writes a subtest for each exercise of a folder', () => {
  const document = tap(folder(KINDS_OF_REPORT['passed'] ?? reportWith(), reportWith({ exercise: 'commit', checks: [BROKEN] })), CONTEXT);

  expect(document).toMatch(/^TAP version 14\n1\.\.2\n# Subtest: hamming\n {4}1\.\.1\n {4}ok 1 - encode/);
  expect(document).toContain('\nok 1 - hamming\n# Subtest: commit\n    1..1\n    not ok 1 - agreement');
  expect(document).toMatch(/\nnot ok 2 - commit\n# 1 of 2 exercises passed, 120 of 160 points\.\n$/);
  const { points, inner, extra, failures } = readTap(document);
  expect(points).toEqual(['ok hamming', 'not ok commit']);
  expect(inner).toEqual(['ok encode: All nibbles have their code words', 'not ok agreement: No two decisions differ']);
  expect({ extra, failures }).toEqual({ extra: [], failures: [] });
});

test.each([
  ['passed', true, ['ok']],
  ['failed in a call', false, ['ok', 'not ok']],
  ['failed in a run', false, ['not ok']],
  ['error', false, ['not ok', 'not ok']],
  ['inconclusive', false, ['ok', 'not ok']],
  ['one check alone', true, ['ok', 'skip']],
  ['without checks', false, ['not ok']],
])('of a report that is %s, readers take whether it is fine to be %j', (kind, isFine, points) => {
  const reading = readTap(tap(single(KINDS_OF_REPORT[kind] ?? reportWith()), CONTEXT));

  expect(reading.ok).toBe(isFine);
  expect(reading.points.map((point) => /^(not ok|ok|skip)/.exec(point)?.[0])).toEqual(points);
  expect({ extra: reading.extra, failures: reading.failures }).toEqual({ extra: [], failures: [] });
});

test.each(HOSTILE)('lets no test point be forged with %j', (text) => {
  const documents = [
    tap(single(hostileFailure(text), text), CONTEXT),
    tap(single(hostileError(text), text), CONTEXT),
    tap(folder(hostileFailure(text), hostileError(text)), CONTEXT),
  ];

  const [failure, error, both] = documents.map(readTap);

  expect(failure?.points).toEqual(['not ok call: A call is right', 'not ok run: A call is right', 'not ok unknown: A call is right']);
  const message = safeText(text) || 'This check failed.';
  expect(failure?.diags).toMatchObject([{ message, 'max-points': 40 }, { message }, { severity: 'error' }]);
  expect(error?.points).toHaveLength(2);
  expect(both?.points).toEqual(['not ok hamming', 'not ok hamming (2)']);
  expect(both?.inner).toHaveLength(5);
  for (const reading of [failure, error, both]) expect([reading?.ok, reading?.extra, reading?.failures]).toEqual([false, [], []]);
  for (const document of documents) {
    expect(document).not.toMatch(UNSAFE);
    // YAML has no place for these, comments have.
    expect(document.replace(/^ *# .*$/gm, '')).not.toMatch(/[\ufeff\ufffe\uffff]/);
    expect(commandsIn(document)).toEqual([]);
  }
});

test('escapes what means something in a description', () => {
  const [first] = reportWith().checks;
  const report = reportWith({ checks: first ? [{ ...first, title: String.raw`A \ and # SKIP {` }] : [] });

  expect(tap(single(report), CONTEXT)).toContain(String.raw`ok 1 - encode: A \\ and \# SKIP (`);
  expect(readTap(tap(single(report), CONTEXT)).points).toEqual([String.raw`ok encode: A \ and # SKIP (`]);
});

test('is not fine where nothing was graded', () => {
  const reading = readTap(tap(folder(), CONTEXT));

  expect(reading.ok).toBe(false);
  expect(reading.points).toEqual(['not ok grading']);
});
