/** Promises about decisions: that none differ, that all decide, and on what. State: what each participant decided first. */
import { Violation, type Property, type RunEnd } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { COORDINATOR, type Decision, decisionIn } from './message.ts';

type Decisions = Readonly<Record<string, Decision>>;

/** Decisions are only ever added. */
const watching = {
  watches: ['indicate'],
  sees: (event: RunEvent) => decisionIn(event) !== undefined,
  saturates: () => true,
  isSymmetric: true,
  first: {},
} as const;

/** No two decisions differ, of one participant or of two. */
export const agreement: Property<Decisions> = {
  ...watching,
  observe(decided, event) {
    const { process } = event;
    const decision = decisionIn(event);
    if (decision === undefined || decided[process] === decision) return decided;
    const before = decided[process];
    if (before !== undefined) {
      return new Violation(process, `${process} decided ${before}, and later ${decision}. A decision is final, across a crash too.`);
    }
    const other = Object.keys(decided).find((one) => decided[one] !== decision);
    if (other !== undefined) {
      return new Violation(process, `${other} decided ${decided[other]} and ${process} decided ${decision} in the same transaction.`);
    }
    return { ...decided, [process]: decision };
  },
};

/** Everybody decides, once faults stop. Decisions that differ are not its business. */
export const termination: Property<Decisions> = {
  ...watching,
  observe: withDecision,
  atEnd(decided, end) {
    const waiting = undecided(decided, end);
    return waiting === undefined
      ? undefined
      : new Violation(
          waiting,
          `${waiting} never decided, although all processes are up again, nothing is lost any more, and the coordinator repeats its decision until it is acknowledged.`,
        );
  },
  lasting: true,
};

/** Without faults all decide, and decide this. */
export function outcome(decision: Decision, because: string): Property<Decisions> {
  return {
    ...watching,
    observe(decided, event) {
      const other = decisionIn(event);
      return other === undefined || other === decision
        ? withDecision(decided, event)
        : new Violation(event.process, `${event.process} decided ${other}, although ${because}.`);
    },
    atEnd(decided, end) {
      const waiting = undecided(decided, end);
      return waiting === undefined ? undefined : new Violation(waiting, `${waiting} never decided, although ${because}.`);
    },
    lasting: true,
  };
}

function withDecision(decided: Decisions, event: RunEvent): Decisions {
  const decision = decisionIn(event);
  return decision === undefined || event.process in decided ? decided : { ...decided, [event.process]: decision };
}

function undecided(decided: Decisions, end: RunEnd): string | undefined {
  return [...end.up].find((process) => process !== COORDINATOR && !(process in decided));
}
