/** Reports in which every text that a submission can reach is hostile, and reports of every kind. */
import type { CheckResult, Report } from '../base/report.ts';
import type { Context, Graded, Results } from './graded.ts';
import { BROKEN, NOT_RUN, reportWith } from './reportsForTests.ts';

/** What an attacker, or bad luck, puts into a text. */
export const HOSTILE: readonly string[] = [
  '\u0000\u0007\u001b[31mred\u001b[0m\u009b2J',
  '\ufffe\uffff\ufeff',
  'half \ud800 of \udc00',
  '\u202ereversed\u2028next\u0085line',
  ']]>',
  '<![CDATA[x]]>&amp;&#0;<!DOCTYPE x>',
  '::error::x',
  'first\n::error::second\r\n::add-mask::third\r::stop-commands::x',
  '##[error]x ##[stop-commands]y',
  '%0A::error::x%',
  '# SKIP',
  'x # TODO later \\# y',
  'ok 1 - forged\nok 2 - forged\n1..1\nBail out!\nTAP version 14\n  ---\n  ...\n# Subtest: x {',
  '</script><img src=x onerror=alert(1)><script>alert(1)</script>',
  '"><svg onload=alert(1)> \' onmouseover=alert(1) x="',
  '-->',
  '[a](javascript:alert(1)) ![b](http://evil.example/x.png) <http://evil.example> http://evil.example www.evil.example',
  '`code` ``` ```` ~~~',
  '```\n# heading\n| a | b |\n<img src=x>',
  '@everyone #1 GH-1 owner/repo#2',
  '\\| a | b |\\',
  '/close\n- item\n1. one\n> quote\n# heading\n===\n---',
  'mäßig 日本語 🎉 e\u0301',
  ': &anchor *alias !tag {a: b} [c] "q" \'s\' |\n- - ? x',
  '',
];

const check = (changes: Partial<CheckResult>): CheckResult => ({
  id: 'call',
  title: 'A call is right',
  kind: 'safety',
  points: 0,
  maxPoints: 40,
  status: 'failed',
  evidence: { method: 'examples', cases: 1, complete: false },
  ...changes,
});

/** A report that failed in a call and in a run, with `text` in every place. */
export function hostileFailure(text: string): Report {
  const checks = [
    check({ message: text, counterexample: { kind: 'call', call: text, expected: text, actual: text } }),
    check({
      id: 'run',
      message: text,
      counterexample: {
        kind: 'run',
        schedule: '0.1',
        foundSteps: 3,
        trace: [
          { at: 0, process: 'p1', kind: 'start' },
          { at: 0, process: 'p1', kind: 'request', request: { type: text } },
          { at: 0, process: 'p1', kind: 'send', id: 1, to: 'p2', message: { type: text, [text]: text } },
          { at: 0, process: 'p1', kind: 'set-timer', name: text, delay: 1 },
          { at: 0, process: 'p1', kind: 'cancel-timer', name: text },
          { at: 0, process: 'p1', kind: 'store', key: text, value: text },
          { at: 0, process: 'p2', kind: 'receive', id: 1, from: 'p1', message: { type: text, [text]: text } },
          { at: 0, process: 'p2', kind: 'indicate', event: text },
          { at: 0, process: 'p1', kind: 'timer', name: text },
          { at: 0, process: 'p1', kind: 'throw', message: text, line: 7 },
          { at: 0, process: 'p1', kind: 'violation', check: 'run', message: text },
        ],
      },
    }),
    check({ id: 'unknown', status: 'inconclusive', maxPoints: 20, message: text, evidence: { method: 'none' } }),
  ];
  return reportWith({ score: 0, checks, console: `${text}\n${text}` });
}

/** A report of a source that could not be graded, with `text` in every place. */
export function hostileError(text: string): Report {
  const diagnostics = [
    { code: 'E_SYNTAX', message: text, line: 3, column: 8 },
    { code: 'E_SYNTAX', message: text },
  ];
  return reportWith({ verdict: 'error', score: 0, checks: NOT_RUN, diagnostics, console: text });
}

const [passing] = reportWith().checks;
const passed: readonly CheckResult[] = passing ? [passing] : [];

/** A report of each kind, without malice. */
export const KINDS_OF_REPORT: Readonly<Record<string, Report>> = {
  passed: reportWith({ verdict: 'passed', score: 60, maxScore: 60, checks: passed }),
  'failed in a call': reportWith(),
  'failed in a run': reportWith({ exercise: 'commit-participant', score: 0, maxScore: 25, checks: [BROKEN] }),
  error: reportWith({
    verdict: 'error',
    score: 0,
    checks: NOT_RUN,
    diagnostics: [{ code: 'E_IMPORT', message: "'fs' cannot be imported.", line: 3, column: 8 }],
  }),
  inconclusive: reportWith({
    verdict: 'inconclusive',
    checks: [
      ...passed,
      check({ status: 'inconclusive', message: 'A limit was reached after 1,500,000 worlds.', evidence: { method: 'none' } }),
    ],
  }),
  'one check alone': reportWith({ verdict: 'passed', checks: [...passed, ...NOT_RUN.slice(1)] }),
  'without checks': reportWith({ verdict: 'passed', score: 0, maxScore: 0, checks: [] }),
};

export const CONTEXT: Context = {
  env: {
    CLASSROOM: 'cs-principles',
    ASSIGNMENT: 'hamming',
    SUBMISSION_TAG: 'submit/2026-06-01T14-32-05Z-a1b2c3d',
    COMMIT_URL: 'https://example.org/commit/a1b2c3d',
    RELEASE_URL: 'https://example.org/releases/1',
    REVIEW_URL: 'https://example.org/compare/1',
  },
  gradedAt: '2026-06-02T08:00:00Z',
};

/** One file that was asked for. */
export function single(report: Report, file = 'answers/hamming.ts'): Results {
  return { graded: [{ file, report }], single: true, color: false };
}

/** A folder. */
export function folder(...reports: readonly Report[]): Results {
  const graded = reports.map((report): Graded => ({ file: `answers/${report.exercise}.ts`, report }));
  return { graded, single: false, color: false };
}
