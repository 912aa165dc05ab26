import { expect, test } from 'vitest';
import { commandsIn, UNSAFE } from './documentsForTests.ts';
import { bytesOf } from './fitted.ts';
import { CONTEXT, folder, HOSTILE, hostileError, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { markdown, markdownWithin } from './markdown.ts';
import { BROKEN, reportWith } from './reportsForTests.ts';

const write = (...args: Parameters<typeof single>): string => markdown(single(...args), CONTEXT);

test('writes a table of the checks, then the call that shows what fails', () => {
  expect(write(reportWith({ console: 'hello\n' }))).toBe(`## hamming: not passed yet

1 of 2 checks, 60 of 100 points. File: \`answers/hamming.ts\`

| Check | Result | Points | |
| :-- | :-- | --: | :-- |
| encode: All nibbles have their code words | ✓ passed | 60 of 60 | every input there is: 32 calls |
| bad-input: All nibbles have their code words | ✗ **failed** | 0 of 40 |  |

### ✗ bad-input

encode74(16) returned an answer where it must throw a RangeError.

\`\`\`text
call      encode74(16)
expected  a RangeError is thrown
actual    '0010000'
\`\`\`

### What it printed

\`\`\`text
| hello
\`\`\`

Faultline 0.1.0, seed 1
`);
});

test('draws the run that breaks a promise', () => {
  const document = write(reportWith({ exercise: 'commit', score: 0, maxScore: 25, checks: [BROKEN] }));

  expect(document).toMatch(/\n```text\n +coordinator +p1 +p2\n/);
  expect(document).toMatch(/\n● sent, received .*\n\n4 steps, shrunk from 41\. Replay: faultline replay commit /);
});

test('says once why nothing could be graded', () => {
  const document = write(KINDS_OF_REPORT['error'] ?? reportWith());

  expect(document).toContain("\n\n- answers/hamming.ts:3:8 E\\_IMPORT 'fs' cannot be imported.\n\n| Check |");
  expect(document.match(/cannot be imported/g)).toHaveLength(1);
  expect(document).toContain('| ✗ not graded | 0 of 60 |');
});

test('says why a report has nothing to show', () => {
  expect(write(KINDS_OF_REPORT['without checks'] ?? reportWith())).toContain('\n### ✗ grading\n\nNo check of hamming was run.\n');
});

test('sums up the exercises of a folder', () => {
  const document = markdown(folder(KINDS_OF_REPORT['passed'] ?? reportWith(), reportWith({ exercise: 'tmr-voter' })), CONTEXT);

  expect(document).toMatch(/^## Faultline\n\n1 of 2 exercises passed, 120 of 160 points\.\n\n\| Exercise \| Result \| Points \|\n/);
  expect(document).toContain('| hamming | ✓ passed | 60 of 60 |\n| tmr-voter | ✗ not passed yet | 60 of 100 |\n');
  expect(document).toContain('\n### tmr-voter: not passed yet\n');
  expect(document).toContain('\n#### ✗ bad-input\n');
});

test('says that nothing was graded', () => {
  expect(markdown(folder(), CONTEXT)).toBe('## Faultline\n\nNothing was graded: there was no answer.\n');
});

/** What stands outside of fences and code: there Markdown means something. */
function proseOf(document: string): string {
  const prose: string[] = [];
  let fence: string | undefined;
  for (const line of document.split('\n')) {
    const ticks = /^(`{3,})/.exec(line)?.[1];
    if (fence === undefined && ticks !== undefined) fence = ticks;
    else if (fence !== undefined && line === fence) fence = undefined;
    else if (fence === undefined) prose.push(line.replace(/(?<!\\|`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, ''));
  }
  expect(fence).toBeUndefined();
  return prose.join('\n');
}

test.each(HOSTILE)('keeps %j text', (text) => {
  for (const document of [
    write(hostileFailure(text), text),
    write(hostileError(text), text),
    markdown(folder(hostileFailure(text)), CONTEXT),
  ]) {
    const prose = proseOf(document);
    const unescaped = prose.replace(/\\[\\`*_[\]~$#!\-+=:/"'%(){},.;?^]/g, '');
    expect(unescaped).not.toMatch(/[<[\]`~$]/);
    expect(unescaped).not.toMatch(/@(?!\u200b)|(?<!&)#\d|:\/\/|www\.|GH-\d/);
    expect(unescaped.replaceAll('**failed**', '')).not.toMatch(/[*_]/);
    // Lines begin as the reporter begins them: no list, rule, heading, quote, HTML or action of another's.
    for (const line of unescaped.split('\n'))
      expect(line).not.toMatch(/^(\/|>|===|---|\d+[.)]\s|\s{4,}\S|#{1,6} (?!✗|\?|What it printed|hamming|Faultline))/);
    // Cells are those of the table's head.
    for (const line of prose.split('\n').filter((one) => one.startsWith('|'))) expect([4, 5]).toContain(line.split('|').length - 1);
    expect(document).not.toMatch(UNSAFE);
    expect(commandsIn(document)).toEqual([]);
  }
});

test('says less where there is less room, down to a few lines', () => {
  const graded = Array.from({ length: 300 }, () => ({ file: 'a.ts', report: hostileFailure('x'.repeat(5_000)) }));

  const sizes = [2 * 1024 * 1024, 1024 * 1024, 65_000, 5_000].map((maxBytes) => {
    const document = markdownWithin(graded, maxBytes);
    expect(bytesOf(document)).toBeLessThanOrEqual(maxBytes);
    expect(document).toContain('\n0 of 300 exercises passed, 0 of 30000 points.\n');
    proseOf(document);
    return { exercises: document.match(/^### /gm)?.length, left: /\| (\d+) more exercises \| \| \|/.exec(document)?.[1] };
  });

  expect(sizes).toEqual([
    { exercises: 167, left: '133' },
    { exercises: 167, left: '133' },
    { exercises: 17, left: '283' },
    { exercises: 2, left: '298' },
  ]);
});
