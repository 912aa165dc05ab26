import { expect, test } from 'vitest';
import { commandsIn, jsonFaults, UNSAFE } from './documentsForTests.ts';
import { gradescope } from './gradescope.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { reportWith } from './reportsForTests.ts';
import schema from './schemas/gradescope.schema.json';

interface Read {
  readonly score?: number;
  readonly output: string;
  readonly tests: readonly {
    readonly score: number;
    readonly max_score: number;
    readonly status: string;
    readonly name: string;
    readonly number: string;
    readonly output: string;
    readonly tags: readonly string[];
  }[];
}

function read(text: string): Read {
  expect(jsonFaults(schema, text)).toEqual([]);
  return JSON.parse(text) as Read;
}

test('gives each check its points, and tells how it went on top', () => {
  const { output, tests } = read(gradescope(single(reportWith({ console: 'hello\n' })), CONTEXT));

  expect(output).toBe('Not passed yet: 1 of 2 checks, 60 of 100 points.\n\nIt printed:\n| hello');
  expect(tests).toEqual([
    {
      score: 60,
      max_score: 60,
      status: 'passed',
      name: 'encode: All nibbles have their code words',
      number: '1',
      output: 'every input there is: 32 calls',
      tags: [],
      visibility: 'visible',
    },
    {
      score: 0,
      max_score: 40,
      status: 'failed',
      name: 'bad-input: All nibbles have their code words',
      number: '2',
      output:
        "encode74(16) returned an answer where it must throw a RangeError.\ncall      encode74(16)\nexpected  a RangeError is thrown\nactual    '0010000'",
      tags: [],
      visibility: 'visible',
    },
  ]);
});

test('numbers the checks of a folder by exercise', () => {
  const { output, tests } = read(gradescope(folder(reportWith(), reportWith({ exercise: 'tmr-voter', console: 'x' })), CONTEXT));

  expect(tests.map(({ number, name }) => `${number} ${name.split(':')[0]}`)).toEqual([
    '1.1 hamming, encode',
    '1.2 hamming, bad-input',
    '2.1 tmr-voter, encode',
    '2.2 tmr-voter, bad-input',
  ]);
  expect(output).toMatch(/\n0 of 2 exercises passed, 120 of 200 points\.\n\ntmr-voter printed:\n\| x$/);
});

test.each([
  ['error', ['error', 'error'], 'Could not be graded, so this says nothing about the check.\nanswers/hamming.ts:3:8 E_IMPORT'],
  ['inconclusive', ['unknown'], 'Not decided: this is neither right nor wrong.\nA limit was reached'],
  ['one check alone', ['not-run'], 'Not run: another check was asked for alone.'],
  ['without checks', ['error'], 'Could not be graded, so this says nothing about the check.\nNo check of hamming was run.'],
])('tags what is neither right nor wrong in a report that is %s', (kind, tags, output) => {
  const { tests } = read(gradescope(single(KINDS_OF_REPORT[kind] ?? reportWith()), CONTEXT));

  const tagged = tests.filter((one) => one.tags.length > 0);
  expect(tagged.flatMap((one) => one.tags)).toEqual(tags);
  expect(tagged[0]?.output).toContain(output);
  expect(tagged.every((one) => one.score === 0 && one.status === 'failed')).toBe(true);
});

test('scores nothing where nothing was graded', () => {
  expect(read(gradescope(folder(), CONTEXT))).toMatchObject({ score: 0, tests: [], output: 'Nothing was graded: there was no answer.' });
});

test.each(HOSTILE)('is plain text with %j', (text) => {
  for (const document of [
    gradescope(single(hostileFailure(text)), CONTEXT),
    gradescope(folder(hostileError(text), hostileFailure(text)), CONTEXT),
  ]) {
    read(document);
    expect(document).not.toMatch(/"(html|md|simple_format)"/);
    expect(document).not.toMatch(UNSAFE);
    expect(commandsIn(document)).toEqual([]);
  }
});
