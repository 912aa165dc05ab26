import type { Crossed } from '../base/data.ts';
import type { Place } from '../compile/place.ts';

/** How a call of learner code ended. */
export type Outcome =
  | { readonly kind: 'returned'; readonly value: Crossed; readonly argumentsKept: boolean }
  | { readonly kind: 'threw'; readonly error: Thrown; readonly argumentsKept: boolean }
  | Stopped;

/** The call did not end by itself. The sandbox must not be used again. */
export interface Stopped {
  readonly kind: 'stopped';
  /** `run` is the budget of the whole grading, which says nothing about this call; all others are this call's own doing. */
  readonly why: 'operations' | 'memory' | 'stack' | 'printed' | 'run';
}

/** What learner code threw. */
export interface Thrown {
  /** Whether it is a RangeError of the sandbox, or of a class derived from it. */
  readonly isRangeError: boolean;
  /** Whether it is an error of the engine itself: where its memory ends it throws one that learner code can catch. */
  readonly isInternalError: boolean;
  /** Such as `TypeError: cannot read property 'x' of undefined`, or the value that was thrown in its place. */
  readonly text: string;
  readonly name: string | undefined;
  readonly message: string | undefined;
  readonly place: Place | undefined;
}
