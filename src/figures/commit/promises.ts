/** What commit protocols promise. State: what each process decided first. */
import { Violation, type Property } from '../../../grader/sim/property.ts';
import type { RunEvent } from '../../../grader/sim/runEvent.ts';
import { fieldOf, typeOf, type Decision } from './stepwise.ts';
import { COORDINATOR } from './twoPhase.ts';

type Decisions = Readonly<Record<string, Decision>>;

/** Decisions are only ever added. */
const watching = {
  watches: ['indicate'],
  sees: (event: RunEvent) => decisionIn(event) !== undefined,
  saturates: () => true,
  first: {},
} as const;

/** All or nothing: no two processes decide differently. */
export const atomicity: Property<Decisions> = {
  ...watching,
  observe(decided, event) {
    const next = withDecision(decided, event);
    const other = Object.keys(next).find((one) => next[one] !== next[event.process]);
    return other === undefined
      ? next
      : new Violation(event.process, `${other} decided ${next[other]} and ${event.process} decided ${next[event.process]}.`);
  },
};

/** Whoever is up in the end has decided. */
export const nobodyBlocked: Property<Decisions> = {
  ...watching,
  observe: withDecision,
  atEnd(decided, { up }) {
    const waiting = [...up].find((one) => one !== COORDINATOR && !(one in decided));
    return waiting === undefined ? undefined : new Violation(waiting, `${waiting} is up and cannot decide.`);
  },
  lasting: true,
};

function withDecision(decided: Decisions, event: RunEvent): Decisions {
  const decision = decisionIn(event);
  return decision === undefined || event.process in decided ? decided : { ...decided, [event.process]: decision };
}

function decisionIn(event: RunEvent): Decision | undefined {
  if (event.kind !== 'indicate' || typeOf(event.event) !== 'decide') return undefined;
  const decision = fieldOf(event.event, 'decision');
  return decision === 'commit' || decision === 'abort' ? decision : undefined;
}
