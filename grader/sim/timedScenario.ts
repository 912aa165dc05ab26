/** What is run in simulated time: the processes, the network, and which faults chance draws for a run. Times are whole milliseconds. */
import type { Data } from '../base/data.ts';
import type { Chance } from './chance.ts';
import type { Deviation } from './timedDeviation.ts';

export interface TimedScenario {
  /** Unique within its exercise, in kebab-case. */
  readonly id: string;
  /** The whole fault plan in words, for titles and for people. */
  readonly plan: string;
  /** Runs in one grading. */
  readonly runs: number;
  /** Draws the run of a seed. `number` counts the runs of a grading from 0, so that some things can be gone through in order. */
  draw(chance: Chance, number: number): TimedPlan;
}

/** One run before it is run: what is settled, and what deviates from a run in which nothing happens to anybody. */
export interface TimedPlan {
  /** In the order of their numbers, from 1, and of their lanes in a diagram. All are in `ctx.group`. */
  readonly processes: readonly TimedProcess[];
  readonly network: NetworkPlan;
  readonly length: RunLength;
  readonly deviations: readonly Deviation[];
}

interface TimedProcess {
  readonly id: string;
  /** The exported class. */
  readonly role: string;
  readonly config: Data;
}

/**
 * Links that settle. Until `settlesAt` messages are lost, delayed by up to `maxEarlyDelay` and reordered, but between two processes that are up one
 * arrives at least every `maxSilence` if one is sent every `period`. Of those sent from then on none is lost, none takes longer than `maxDelay`, and every
 * link repeats what it does every `maxSilence`: so it shows its longest gap in each.
 */
export interface NetworkPlan {
  readonly period: number;
  readonly settlesAt: number;
  readonly maxEarlyDelay: number;
  readonly maxDelay: number;
  /** A whole number of periods. */
  readonly maxSilence: number;
}

/**
 * `whole`: for `after` milliseconds from when the network has settled and the last process has crashed or recovered. `part`: the first part of such a run,
 * in which nothing is judged that holds at the end.
 */
export type RunLength = { readonly kind: 'whole'; readonly after: number } | { readonly kind: 'part'; readonly until: number };
