import type { Report } from '../base/report.ts';
import type { Exploring } from '../grade/grading.ts';
import type { Replay } from '../grade/replaying.ts';

/** Asks to grade a submission. */
export interface GradeMessage {
  readonly kind: 'grade';
  /** Comes back with every answer. */
  readonly id: number;
  /** The exercise's id. */
  readonly exercise: string;
  readonly source: Uint8Array;
  readonly seed: number;
  readonly onlyCheck?: string | undefined;
}

/** Asks to run one schedule. */
export interface ReplayMessage {
  readonly kind: 'replay';
  readonly id: number;
  readonly exercise: string;
  readonly source: Uint8Array;
  readonly schedule: string;
}

export type Message = GradeMessage | ReplayMessage;

/** What a worker answers. */
export type Answer =
  /** Once, when the worker has loaded and the first grading will start at once. */
  | { readonly kind: 'ready' }
  /** Before each step: what holds if the worker is never heard of again. */
  | { readonly kind: 'progress'; readonly id: number; readonly report: Report }
  /** Now and then in a long exploration: how far it has come. */
  | { readonly kind: 'exploring'; readonly id: number; readonly exploring: Exploring }
  /** Work goes on, and is bounded by its own budgets. */
  | { readonly kind: 'alive'; readonly id: number }
  | { readonly kind: 'replayed'; readonly id: number; readonly replay: Replay }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report }
  /** Something in the grader itself went wrong. */
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };
