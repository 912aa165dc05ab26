/** Checks of TIMED exercises: promises that seeded runs in simulated time must keep. */
import type { TimedProperty } from '../sim/timedProperty.ts';
import type { TimedScenario } from '../sim/timedScenario.ts';
import type { CheckFacts } from './exercise.ts';

export interface TimedCheck extends CheckFacts {
  /** Simplest scenario first. Checks that name the same scenario object share its runs. */
  readonly timed: readonly TimedJudged[];
  /** What a program must also do to earn a safety or cost promise: one that does nothing breaks none. */
  readonly work?: TimedWork;
}

export interface TimedJudged {
  readonly scenario: TimedScenario;
  readonly property: TimedProperty;
}

export interface TimedWork {
  readonly scenario: TimedScenario;
  /** Kept in at least one of the runs. */
  readonly done: TimedProperty;
  /** Full sentences for the learner whose program does not do it. */
  readonly message: string;
}

/** The scenarios in the order in which schedules number them. */
export function timedScenarios(checks: readonly TimedCheck[]): TimedScenario[] {
  return [...new Set(checks.flatMap(({ timed, work }) => [...timed.map(({ scenario }) => scenario), ...(work ? [work.scenario] : [])]))];
}
