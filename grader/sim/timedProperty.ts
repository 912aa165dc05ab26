/** The promises that runs in simulated time are judged by: pure functions of what happened. */
import type { TimedEvent } from './timedEvent.ts';
import type { TimedPlan } from './timedScenario.ts';

/** What was run, as far as it came. */
export interface TimedRun {
  readonly plan: TimedPlan;
  readonly events: readonly TimedEvent[];
  /** When the run ended. */
  readonly end: number;
  /** Whether the run came to the end of its plan, and that is the end of a whole run: then what must hold at the end can be judged. */
  readonly isWhole: boolean;
}

/** Answers the first break of a promise in a run, or undefined where it is kept. */
export type TimedProperty = (run: TimedRun) => TimedViolation | undefined;

export interface TimedViolation {
  readonly process: string;
  readonly at: number;
  /** One to three full sentences in the learner's terms. */
  readonly message: string;
  /** How many events of the run it takes to see it. */
  readonly events: number;
  /** The links whose messages matter for it: what a trace shows. */
  readonly links: readonly TimedLink[];
  /** Whether it can be seen only because the run ended there. */
  readonly atEnd?: boolean;
}

export interface TimedLink {
  readonly from: string;
  readonly to: string;
}
