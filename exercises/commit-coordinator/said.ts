/** What messages and indications of two-phase commit say. Learners send what they like, so nothing is taken for granted. */
import type { Data } from '../../grader/base/data.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';

export type Decision = 'commit' | 'abort';

/** The `type` of a message, request or indication. */
export function typeOf(said: Data): string | undefined {
  const type = fieldOf(said, 'type');
  return typeof type === 'string' ? type : undefined;
}

/** The decision that a DECISION_REPLY or `decide` names; undefined for 'uncertain'. */
export function decisionIn(said: Data): Decision | undefined {
  const decision = fieldOf(said, 'decision');
  return decision === 'commit' || decision === 'abort' ? decision : undefined;
}

/** What `process` indicates as its decision by this event. */
export function decidedBy(event: RunEvent): Decision | undefined {
  return event.kind === 'indicate' && typeOf(event.event) === 'decide' ? decisionIn(event.event) : undefined;
}

/** The decision that the coordinator tells anybody by this event: above it, to a participant, or to one that asked. */
export function toldBy(event: RunEvent): Decision | undefined {
  if (event.process !== 'coordinator') return undefined;
  if (event.kind !== 'send') return decidedBy(event);
  switch (typeOf(event.message)) {
    case 'GLOBAL_COMMIT':
      return 'commit';
    case 'GLOBAL_ABORT':
      return 'abort';
    case 'DECISION_REPLY':
      return decisionIn(event.message);
    default:
      return undefined;
  }
}

/** How the coordinator told it, as a sentence goes on: "sent GLOBAL_COMMIT to p1". */
export function tellingOf(event: RunEvent): string {
  const decision = toldBy(event);
  if (event.kind !== 'send') return `indicated ${decision}`;
  return typeOf(event.message) === 'DECISION_REPLY'
    ? `answered ${event.to} that the decision is ${decision}`
    : `sent ${typeOf(event.message)} to ${event.to}`;
}

function fieldOf(said: Data, name: string): Data {
  if (typeof said !== 'object' || said === null || said instanceof Uint8Array) return undefined;
  return Object.entries(said).find(([key]) => key === name)?.[1];
}
