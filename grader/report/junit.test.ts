import { expect, test } from 'vitest';
import { commandsIn, UNSAFE, xmlFaults } from './documentsForTests.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { junit } from './junit.ts';
import { reportWith } from './reportsForTests.ts';

const write = (...args: Parameters<typeof single>): string => junit(single(...args), CONTEXT);

test('writes a suite for an exercise and a case for each check', () => {
  const document = write(reportWith({ console: 'hello\n' }));

  expect(document).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite id="0" name="hamming" package="faultline" tests="2" failures="1" errors="0" skipped="0" timestamp="1970-01-01T00:00:00" hostname="localhost" time="0">
    <properties>
      <property name="file" value="answers/hamming.ts"/>
      <property name="verdict" value="failed"/>
      <property name="score" value="60"/>
      <property name="max-score" value="100"/>
      <property name="grader-version" value="0.1.0"/>
      <property name="seed" value="1"/>
      <property name="sha256" value="${'0'.repeat(64)}"/>
    </properties>
    <testcase classname="faultline.hamming" name="encode: All nibbles have their code words" time="0"/>
    <testcase classname="faultline.hamming" name="bad-input: All nibbles have their code words" time="0">
      <failure type="edge" message="encode74(16) returned an answer where it must throw a RangeError.">encode74(16) returned an answer where it must throw a RangeError.
call      encode74(16)
expected  a RangeError is thrown
actual    '0010000'</failure>
    </testcase>
    <system-out>| hello</system-out>
    <system-err></system-err>
  </testsuite>
</testsuites>
`);
});

test.each([
  ['passed', { tests: 1, failures: 0, errors: 0, skipped: 0 }],
  ['failed in a call', { tests: 2, failures: 1, errors: 0, skipped: 0 }],
  ['failed in a run', { tests: 1, failures: 1, errors: 0, skipped: 0 }],
  ['error', { tests: 2, failures: 0, errors: 2, skipped: 0 }],
  ['inconclusive', { tests: 2, failures: 0, errors: 1, skipped: 0 }],
  ['one check alone', { tests: 2, failures: 0, errors: 0, skipped: 1 }],
  ['without checks', { tests: 1, failures: 0, errors: 1, skipped: 0 }],
])('tells failures, errors and what was not run apart in a report that is %s', (kind, counts) => {
  const document = write(KINDS_OF_REPORT[kind] ?? reportWith());

  const words = Object.entries(counts).map(([name, count]) => `${name}="${count}"`);
  expect(document).toContain(words.join(' '));
  expect(document.match(/<testcase /g)).toHaveLength(counts.tests);
  expect(document.match(/<failure /g) ?? []).toHaveLength(counts.failures);
  expect(document.match(/<error /g) ?? []).toHaveLength(counts.errors);
  expect(document.match(/<skipped /g) ?? []).toHaveLength(counts.skipped);
});

test('is strict for every kind of report', async () => {
  expect(await xmlFaults(...Object.values(KINDS_OF_REPORT).map((report) => write(report)))).toEqual([]);
});

test('names the place of what could not be graded in every case', () => {
  const document = write(KINDS_OF_REPORT['error'] ?? reportWith());

  const error = `<error type="E_IMPORT" message="'fs' cannot be imported.">answers/hamming.ts:3:8 E_IMPORT 'fs' cannot be imported.</error>`;
  expect(document.split(error)).toHaveLength(3);
});

test.each(HOSTILE)('stays harmless with %j', (text) => {
  for (const document of hostileDocuments(text)) {
    expect(document).not.toMatch(UNSAFE);
    expect(document.match(/<testcase /g)).toHaveLength(document.includes('<failure') ? 3 : 2);
    expect(commandsIn(document)).toEqual([]);
  }
});

test('stays well-formed and strict whatever a submission says', async () => {
  expect(await xmlFaults(...HOSTILE.flatMap(hostileDocuments))).toEqual([]);
});

function hostileDocuments(text: string): string[] {
  return [write(hostileFailure(text), `${text}.ts`), write(hostileError(text), text)];
}

test('shows in the body what it cannot show in one line', () => {
  const document = write(hostileFailure('one\ntwo'));

  expect(document).toContain('message="one | two">one\n| two\n');
});

test('keeps cases of one name apart, which GitLab would drop', async () => {
  const [first] = reportWith().checks;
  const report = reportWith({ checks: first ? [first, first, { ...first, id: 'encode ' }] : [] });

  const document = junit(folder(report, report), CONTEXT);

  expect(document.match(/<testcase [^/]*/g)).toEqual(
    ['hamming', 'hamming (2)'].flatMap((suite) => [
      `<testcase classname="faultline.${suite}" name="encode: All nibbles have their code words" time="0"`,
      `<testcase classname="faultline.${suite}" name="encode: All nibbles have their code words (2)" time="0"`,
      `<testcase classname="faultline.${suite}" name="encode : All nibbles have their code words" time="0"`,
    ]),
  );
  expect(await xmlFaults(document)).toEqual([]);
});

test('has an error where nothing was graded', async () => {
  const document = junit(folder(), CONTEXT);

  expect(document).toContain('<error type="nothing" message="Nothing was graded: there was no answer.">');
  expect(await xmlFaults(document)).toEqual([]);
});

test('is refused by the schema where anything is out of its place', async () => {
  const document = write(reportWith());

  expect(await xmlFaults(document.replace(' hostname="localhost"', ''))).not.toEqual([]);
  expect(await xmlFaults(document.replace('    <system-err></system-err>\n', ''))).not.toEqual([]);
  expect(await xmlFaults(document.replace('</failure>', ']]></failure>'))).not.toEqual([]);
  expect(await xmlFaults(document.replace('bad-input:', 'encode:'))).not.toEqual([]);
});
