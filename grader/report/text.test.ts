import { expect, test } from 'vitest';
import { BROKEN, NOT_RUN, reportWith } from './reportsForTests.ts';
import { text } from './text.ts';

test('shows what passed with its reach, and what failed with the call', () => {
  const graded = [{ file: 'answers/hamming.ts', report: reportWith() }];

  expect(text({ graded, single: true, color: false })).toBe(`hamming  answers/hamming.ts

PASSED   encode    60 of 60   every input there is: 32 calls
FAILED   bad-input  0 of 40
  encode74(16) returned an answer where it must throw a RangeError.
    expected  a RangeError is thrown
    actual    '0010000'

Not passed yet: 1 of 2 checks, 60 of 100 points.
`);
});

test('shows the place of what could not be graded, in the file as its owner named it', () => {
  const diagnostics = [
    { code: 'E_IMPORT', message: "'fs' cannot be imported.", line: 3, column: 8 },
    { code: 'E_SIZE', message: 'The source is too large.' },
  ];
  const report = reportWith({ verdict: 'error', score: 0, checks: NOT_RUN, diagnostics });

  expect(text({ graded: [{ file: 'x/y.ts', report }], single: true, color: false })).toBe(`hamming  x/y.ts

x/y.ts:3:8  E_IMPORT
  'fs' cannot be imported.

x/y.ts  E_SIZE
  The source is too large.

Could not be graded: 0 of 100 points.
`);
});

test('shows the run that breaks a promise, and how to see it again', () => {
  const report = reportWith({ exercise: 'commit-participant', score: 0, maxScore: 25, checks: [BROKEN] });

  expect(text({ graded: [{ file: "Ann's answers/commit.ts", report }], single: true, color: false })).toBe(
    `commit-participant  Ann's answers/commit.ts

FAILED   agreement  0 of 25
  p1 decided commit and p2 decided abort in the same transaction.
     coordinator  send       VOTE_REQUEST → p1
     p1           receive    VOTE_REQUEST ← coordinator
     p1           store      phase = 'READY'
     p1           crash
     p2           timer      vote
     p2           indicate   decide { decision: 'abort' }
     p2           violation  agreement
  4 steps, shrunk from 41. Replay: faultline replay commit-participant 'Ann'\\''s answers/commit.ts' --schedule 0.0.3.0.1

Not passed yet: 0 of 1 checks, 0 of 25 points.
`,
  );
});

test('adds up the exercises of a folder', () => {
  const graded = [
    { file: 'a.ts', report: reportWith({ verdict: 'passed', score: 100 }) },
    { file: 'b.ts', report: reportWith() },
  ];

  expect(text({ graded, single: false, color: false })).toMatch(/\n\n1 of 2 exercises passed, 160 of 200 points\.\n$/);
});

test('shows what was printed, each line marked as not the grader’s own', () => {
  const report = reportWith({ console: 'PASSED everything\nbye\n' });

  expect(text({ graded: [{ file: 'a.ts', report }], single: true, color: false })).toContain(`It printed:
  | PASSED everything
  | bye

`);
});

test('colours the words and leaves the rest as it is', () => {
  const graded = [{ file: 'a.ts', report: reportWith() }];

  const coloured = text({ graded, single: true, color: true });

  expect(coloured).toContain('\u001b[32mPASSED  \u001b[0m encode');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(text({ graded, single: true, color: false }));
});
