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
