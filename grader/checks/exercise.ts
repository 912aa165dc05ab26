/** What the author of an exercise writes. */
import type { CheckKind } from '../base/report.ts';
import type { Property } from '../sim/property.ts';
import type { Scenario } from '../sim/scenario.ts';
import type { FunctionCheck } from './functionCheck.ts';
import type { TimedCheck } from './timedCheck.ts';

export interface Exercise {
  /** The name of its folder. */
  readonly id: string;
  readonly title: string;
  /** The lesson that it belongs to. */
  readonly lesson: string;
  readonly level: 'easy' | 'medium' | 'hard';
  readonly core: boolean;
  /** The functions that a submission exports. */
  readonly exports: readonly string[];
  /** The classes that a submission exports, one for each role. */
  readonly roles?: readonly string[];
  /** What every protocol that keeps a safety or cost promise must also do. */
  readonly work?: Work;
  /** In the order of the contract; 100 points in all. */
  readonly checks: readonly Check[];
  /** From a nudge to a worked fragment of a neighbouring problem. */
  readonly hints: readonly string[];
}

export type Check = FunctionCheck | ProtocolCheck | TimedCheck;

export interface CheckFacts {
  readonly id: string;
  /** A promise: "Every single error in every word is corrected". */
  readonly title: string;
  readonly kind: CheckKind;
  readonly points: number;
}

/** A check of a protocol: promises that every schedule of some scenarios must keep. */
export interface ProtocolCheck extends CheckFacts {
  /** Simplest scenario first. Checks that name the same scenario object share its exploration. */
  readonly judged: readonly Judged[];
}

export interface Judged {
  readonly scenario: Scenario;
  readonly property: Property;
}

/** The exercise's work. Some run of the scenario, which has no faults and patient timers, must end so that `done.atEnd` is content. */
export interface Work {
  readonly scenario: Scenario;
  readonly done: Property;
}

export function isProtocolCheck(check: Check): check is ProtocolCheck {
  return 'judged' in check;
}

export function isTimedCheck(check: Check): check is TimedCheck {
  return 'timed' in check;
}

export function isFunctionCheck(check: Check): check is FunctionCheck {
  return 'cases' in check;
}
