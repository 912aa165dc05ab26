/** What the processes say to one another and to the application above, read from what crosses the border. A learner may say anything. */
import type { Data } from '../../grader/base/data.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';

export type Decision = 'commit' | 'abort';

export const COORDINATOR = 'coordinator';

/** The `type` of a message or an indication; '' if it has none. */
export function typeOf(said: Data): string {
  const type = isRecord(said) ? said['type'] : undefined;
  return typeof type === 'string' ? type : '';
}

/** The outcome that a message or an indication tells, if it tells one. A vote to abort tells it too: nobody can commit any more. */
export function decisionToldBy(said: Data): Decision | undefined {
  switch (typeOf(said)) {
    case 'GLOBAL_COMMIT':
      return 'commit';
    case 'GLOBAL_ABORT':
    case 'VOTE_ABORT':
      return 'abort';
    case 'DECISION_REPLY':
    case 'decide': {
      const decision = isRecord(said) ? said['decision'] : undefined;
      return decision === 'commit' || decision === 'abort' ? decision : undefined;
    }
    default:
      return undefined;
  }
}

/** What a participant decides in this event, if it does. */
export function decisionIn(event: RunEvent): Decision | undefined {
  return event.kind === 'indicate' && event.process !== COORDINATOR && typeOf(event.event) === 'decide'
    ? decisionToldBy(event.event)
    : undefined;
}

/** Whether a message says that its sender is READY: it asks, or answers that it does not know. */
export function saysReady(message: Data): boolean {
  if (!isRecord(message)) return false;
  return message['type'] === 'DECISION_REQUEST' || (message['type'] === 'DECISION_REPLY' && message['decision'] === 'uncertain');
}

function isRecord(data: Data): data is { readonly [key: string]: Data } {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && ![Map, Set, Uint8Array].some((kind) => data instanceof kind);
}
