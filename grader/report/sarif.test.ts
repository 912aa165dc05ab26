import { expect, test } from 'vitest';
import type { Log, Result } from 'sarif';
import type { Report } from '../base/report.ts';
import { commandsIn, jsonFaults, UNSAFE } from './documentsForTests.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { BROKEN, NOT_RUN, reportWith } from './reportsForTests.ts';
import { sarif } from './sarif.ts';
import schema from './schemas/sarif.schema.json';

function runOf(text: string) {
  const log = JSON.parse(text) as Log;
  const [run] = log.runs;
  if (!run) throw new Error('there is no run');
  return { ...run, results: run.results ?? [], rules: run.tool.driver.rules ?? [] };
}

function read(report: Report, file?: string) {
  return runOf(sarif(single(report, file), CONTEXT));
}

function placeOf(result: Result | undefined) {
  const { artifactLocation, region } = result?.locations?.[0]?.physicalLocation ?? {};
  return { uri: artifactLocation?.uri, ...region };
}

test('has a rule for each check, and a result for each that failed', () => {
  const { rules, results, invocations } = read(reportWith());

  expect(rules.map((rule) => [rule.id, rule.shortDescription?.text])).toEqual([
    ['hamming/encode', 'All nibbles have their code words'],
    ['hamming/bad-input', 'All nibbles have their code words'],
  ]);
  expect(results).toEqual([
    {
      ruleId: 'hamming/bad-input',
      ruleIndex: 1,
      level: 'error',
      message: {
        text: "encode74(16) returned an answer where it must throw a RangeError.\ncall      encode74(16)\nexpected  a RangeError is thrown\nactual    '0010000'",
      },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'answers/hamming.ts' }, region: { startLine: 1 } } }],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) },
    },
  ]);
  expect(invocations).toEqual([{ executionSuccessful: true }]);
});

test('has a result where a diagnostic stands, in line and column', () => {
  const diagnostics = [
    { code: 'E_IMPORT', message: "'fs' cannot be imported.", line: 3, column: 8 },
    { code: 'E_IMPORT', message: "'net' cannot be imported.", line: 4 },
    { code: 'E_SIZE', message: 'The source is too large.' },
  ];
  const { results, rules, invocations } = read(reportWith({ verdict: 'error', score: 0, checks: NOT_RUN, diagnostics }));

  expect(results.map((result) => [rules[result.ruleIndex ?? -1]?.id, placeOf(result)])).toEqual([
    ['E_IMPORT', { uri: 'answers/hamming.ts', startLine: 3, startColumn: 8 }],
    ['E_IMPORT', { uri: 'answers/hamming.ts', startLine: 4 }],
    ['E_SIZE', { uri: 'answers/hamming.ts', startLine: 1 }],
  ]);
  expect(new Set(results.map((result) => result.partialFingerprints?.['primaryLocationLineHash'])).size).toBe(3);
  expect(invocations?.[0]?.executionSuccessful).toBe(false);
});

test('never writes line 0, which is no line', () => {
  const diagnostics = [{ code: 'E_SYNTAX', message: 'It breaks off.', line: 0, column: 0 }];

  const text = sarif(single(reportWith({ verdict: 'error', checks: NOT_RUN, diagnostics })), CONTEXT);

  expect(placeOf(runOf(text).results[0])).toEqual({ uri: 'answers/hamming.ts', startLine: 1 });
  expect(jsonFaults(schema, text)).toEqual([]);
  expect(jsonFaults(schema, text.replace('"startLine": 1', '"startLine": 0'))).not.toEqual([]);
});

test('points at the line in which a run threw last', () => {
  expect(placeOf(read(hostileFailure('x')).results[1])).toMatchObject({ startLine: 7 });
  expect(placeOf(read(reportWith({ checks: [BROKEN] })).results[0])).toMatchObject({ startLine: 1 });
});

test('keeps a fingerprint while words and lines change, and has another for another file or check', () => {
  const prints = (report: Report, file?: string) =>
    read(report, file).results.map((one) => one.partialFingerprints?.['primaryLocationLineHash']);

  const [call, run] = prints(hostileFailure('one'));
  expect(prints(hostileFailure('two'))).toEqual([call, run]);
  expect(call).not.toBe(run);
  expect(prints(hostileFailure('one'), 'other.ts')).not.toContain(call);
});

test.each([
  ['answers/my answer#1.ts', 'answers/my%20answer%231.ts'],
  ['answers\\hamming.ts', 'answers/hamming.ts'],
  ['a:b.ts', 'a%3Ab.ts'],
  ['/home/ann/ä.ts', 'file:///home/ann/%C3%A4.ts'],
  ['C:\\ann\\x.ts', 'file:///C:/ann/x.ts'],
  ['../x.ts', '../x.ts'],
])('writes the file %j as the URI %j', (file, uri) => {
  expect(placeOf(read(reportWith(), file).results[0]).uri).toBe(uri);
});

test('prefers the path within the repository', () => {
  const text = sarif({ graded: [{ file: '../x.ts', path: 'week1/x.ts', report: reportWith() }], single: true, color: false }, CONTEXT);

  expect(placeOf(runOf(text).results[0]).uri).toBe('week1/x.ts');
});

test('tells what is not known as a notification, since nothing is known to be wrong', () => {
  const { results, invocations } = read(KINDS_OF_REPORT['inconclusive'] ?? reportWith());

  expect(results).toEqual([]);
  expect(invocations?.[0]?.toolExecutionNotifications).toEqual([
    { level: 'warning', message: { text: 'hamming, call: A call is right. A limit was reached after 1,500,000 worlds.' } },
  ]);
});

test('has one rule for a check of several answers', () => {
  const { rules, results } = runOf(sarif(folder(reportWith(), reportWith()), CONTEXT));

  expect(rules).toHaveLength(2);
  expect(results.map((result) => result.ruleIndex)).toEqual([1, 1]);
});

test('says that nothing was graded', () => {
  expect(runOf(sarif(folder(), CONTEXT))).toMatchObject({ results: [], invocations: [{ executionSuccessful: false }] });
});

test.each(HOSTILE)('is what the schema promises with %j', (text) => {
  const documents = [
    sarif(single(hostileFailure(text), `${text}.ts`), CONTEXT),
    sarif(single(hostileError(text), `x/${text}`), CONTEXT),
    sarif(folder(hostileFailure(text), hostileError(text)), CONTEXT),
  ];

  for (const document of documents) {
    expect(jsonFaults(schema, document)).toEqual([]);
    expect(document).not.toMatch(UNSAFE);
    expect(commandsIn(document)).toEqual([]);
  }
});
