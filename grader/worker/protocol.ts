import type { Report } from '../base/report.ts';

/** What a host asks of a worker. */
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

/** What a worker answers. */
export type Answer =
  /** Once, when the worker has loaded and the first grading will start at once. */
  | { readonly kind: 'ready' }
  /** Before each step: what holds if the worker is never heard of again. */
  | { readonly kind: 'progress'; readonly id: number; readonly report: Report }
  | { readonly kind: 'report'; readonly id: number; readonly report: Report }
  /** Something in the grader itself went wrong. */
  | { readonly kind: 'fault'; readonly id: number; readonly message: string };
