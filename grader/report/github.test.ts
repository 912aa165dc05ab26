import { expect, test } from 'vitest';
import { UNSAFE } from './documentsForTests.ts';
import { github } from './github.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { reportWith } from './reportsForTests.ts';

const write = (...args: Parameters<typeof single>): string => github(single(...args), CONTEXT);

test('annotates the file with each check that failed, and says how it went', () => {
  expect(write(reportWith())).toBe(
    `::error file=answers/hamming.ts,title=hamming%2C bad-input%3A All nibbles have their code words::encode74(16) returned an answer where it must throw a RangeError.%0Acall      encode74(16)%0Aexpected  a RangeError is thrown%0Aactual    '0010000'
::notice title=Faultline::Not passed yet: 1 of 2 checks, 60 of 100 points.
`,
  );
});

test('annotates the line of what could not be graded, once', () => {
  expect(write(KINDS_OF_REPORT['error'] ?? reportWith())).toBe(
    `::error file=answers/hamming.ts,line=3,col=8,title=hamming%3A could not be graded (E_IMPORT)::'fs' cannot be imported.
::notice title=Faultline::Could not be graded: 0 of 100 points.
`,
  );
});

test('warns of what is not known', () => {
  expect(write(KINDS_OF_REPORT['inconclusive'] ?? reportWith())).toContain(
    '::warning file=answers/hamming.ts,title=hamming%2C call%3A A call is right::A limit was reached after 1,500,000 worlds.\n',
  );
});

test('escapes the file’s name and takes its path from the root of the repository', () => {
  const document = github({ graded: [{ file: 'x', path: 'a,b:c%d.ts', report: reportWith() }], single: true, color: false }, CONTEXT);

  expect(document).toMatch(/^::error file=a%2Cb%3Ac%25d\.ts,title=/);
});

test('says how many more there are where GitHub would drop them', () => {
  const lines = github(folder(...Array.from({ length: 12 }, () => reportWith())), CONTEXT).split('\n');

  expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
  expect(lines[9]).toBe("::error title=Faultline::3 more are in the step's summary, and in other reports.");
  expect(github(folder(...Array.from({ length: 10 }, () => reportWith())), CONTEXT)).not.toContain('more are');
});

test('lets every file have its turn', () => {
  const file = (name: string) => ({ file: name, report: hostileFailure('x') });

  const document = github({ graded: [file('a.ts'), file('b.ts')], single: false, color: false }, CONTEXT);

  expect(document.match(/file=\w/g)).toEqual(['file=a', 'file=b', 'file=a', 'file=b', 'file=a', 'file=b']);
});

test('is an error where nothing was graded', () => {
  expect(github(folder(), CONTEXT)).toBe('::error title=Faultline::Nothing was graded: there was no answer.\n');
});

test.each(HOSTILE)('writes its own commands only with %j', (text) => {
  const documents = [write(hostileFailure(text), text), write(hostileError(text), text)];

  for (const [at, document] of documents.entries()) {
    const lines = document.split('\n');
    expect(lines.map((line) => /^::(\w+) /.exec(line)?.[1] ?? line)).toEqual(
      at === 0 ? ['error', 'error', 'warning', 'notice', ''] : ['error', 'error', 'notice', ''],
    );
    // Properties end at the first `::`: none of theirs holds one.
    for (const line of lines.slice(0, -1)) expect(line.split('::')[1]).toMatch(/^\w+ ([a-z]+=[^,:]*)(,[a-z]+=[^,:]*)*$/);
    expect(document).not.toMatch(UNSAFE);
  }
});
