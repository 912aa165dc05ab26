import type { TraceEvent } from './traceEvent.ts';

/**
 * The report of one grading, as promised to everybody who reads reports. It is the same in a browser and in Node, byte for byte, so it
 * holds no time, path, host name or stack trace. The key order below is the order in which it is written.
 */
export interface Report {
  readonly schema: 'faultline-report/1';
  readonly exercise: string;
  /** `error`: the source could not be graded. `inconclusive`: no check failed, but a limit was reached first. */
  readonly verdict: 'passed' | 'failed' | 'inconclusive' | 'error';
  readonly score: number;
  readonly maxScore: number;
  /** Every check of the exercise, in the order of its contract. */
  readonly checks: readonly CheckResult[];
  /** Why the source could not be graded. Empty otherwise. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the submission printed, cut to a few screens. */
  readonly console: string;
  readonly source: { readonly sha256: string; readonly bytes: number };
  readonly grader: { readonly version: string; readonly seed: number };
}

export type CheckKind = 'safety' | 'liveness' | 'edge' | 'cost';

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly kind: CheckKind;
  readonly points: number;
  readonly maxPoints: number;
  readonly status: 'passed' | 'failed' | 'inconclusive' | 'not-run';
  readonly evidence: Evidence;
  /** One to three sentences for the learner. Absent when passed. */
  readonly message?: string;
  readonly counterexample?: WrongCall | WrongRun;
}

export type Evidence =
  /** `complete`: the cases are every input there is. */
  | { readonly method: 'examples'; readonly cases: number; readonly complete: boolean }
  /** Every schedule within the bounds. */
  | { readonly method: 'exhaustive'; readonly states: number; readonly transitions: number }
  /** Seeded runs. */
  | { readonly method: 'sampled'; readonly runs: number }
  | { readonly method: 'none' };

export interface WrongCall {
  readonly kind: 'call';
  /** As the learner would type it: `decode74('0110111')`. */
  readonly call: string;
  readonly expected: string;
  readonly actual: string;
}

export interface WrongRun {
  readonly kind: 'run';
  /** The choices of the scheduler, such as `0.2.0.1`: replays the run exactly, in any place. */
  readonly schedule: string;
  /** Steps of the run as it was first found, before it was shrunk. */
  readonly foundSteps: number;
  readonly trace: readonly TraceEvent[];
}

export interface Diagnostic {
  /** Stable, such as `E_SYNTAX`. */
  readonly code: string;
  readonly message: string;
  /** 1-based, in the learner's own file. */
  readonly line?: number;
  readonly column?: number;
}
