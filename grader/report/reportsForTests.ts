import type { CheckResult, Report } from '../base/report.ts';

const passed: CheckResult = {
  id: 'encode',
  title: 'All nibbles have their code words',
  kind: 'safety',
  points: 60,
  maxPoints: 60,
  status: 'passed',
  evidence: { method: 'examples', cases: 32, complete: true },
};

const failed: CheckResult = {
  ...passed,
  id: 'bad-input',
  kind: 'edge',
  points: 0,
  maxPoints: 40,
  status: 'failed',
  evidence: { method: 'examples', cases: 1, complete: false },
  message: 'encode74(16) returned an answer where it must throw a RangeError.',
  counterexample: { kind: 'call', call: 'encode74(16)', expected: 'a RangeError is thrown', actual: "'0010000'" },
};

/** A report of one check that passed and one that failed, with changes. */
export function reportWith(changes: Partial<Report> = {}): Report {
  return {
    schema: 'faultline-report/1',
    exercise: 'hamming',
    verdict: 'failed',
    score: 60,
    maxScore: 100,
    checks: [passed, failed],
    diagnostics: [],
    console: '',
    source: { sha256: '0'.repeat(64), bytes: 10 },
    grader: { version: '0.1.0', seed: 1 },
    ...changes,
  };
}

/** The checks of `reportWith` as they are when the source could not be graded. */
export const NOT_RUN: readonly CheckResult[] = [passed, failed].map(({ id, title, kind, maxPoints }) => ({
  id,
  title,
  kind,
  points: 0,
  maxPoints,
  status: 'not-run',
  evidence: { method: 'none' },
}));

/** A check of a protocol that some run broke. */
export const BROKEN: CheckResult = {
  id: 'agreement',
  title: 'No two decisions differ',
  kind: 'safety',
  points: 0,
  maxPoints: 25,
  status: 'failed',
  evidence: { method: 'sampled', runs: 500 },
  message: 'p1 decided commit and p2 decided abort in the same transaction.',
  counterexample: {
    kind: 'run',
    schedule: '0.0.3.0.1',
    foundSteps: 41,
    trace: [
      { at: 0, process: 'coordinator', kind: 'send', id: 1, to: 'p1', message: { type: 'VOTE_REQUEST' } },
      { at: 0, process: 'p1', kind: 'receive', id: 1, from: 'coordinator', message: { type: 'VOTE_REQUEST' } },
      { at: 0, process: 'p1', kind: 'store', key: 'phase', value: 'READY' },
      { at: 0, process: 'p1', kind: 'crash' },
      { at: 0, process: 'p2', kind: 'timer', name: 'vote' },
      { at: 0, process: 'p2', kind: 'indicate', event: { type: 'decide', decision: 'abort' } },
      {
        at: 0,
        process: 'p2',
        kind: 'violation',
        check: 'agreement',
        message: 'p1 decided commit and p2 decided abort in the same transaction.',
      },
    ],
  },
};
