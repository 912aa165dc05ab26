/** Whom the live processes take for their leader: what the application asks by, and what the promises look at. */
import { isList, isMap, isSet, type Data } from '../../grader/base/data.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';

/** Each live process, and the leader it named last since it started or recovered; null if none. A process that is down has no entry. */
export type Leaders = Readonly<Record<string, string | null>>;

/** The kinds of events that `followLeaders` needs. */
export const LEADER_EVENTS = ['indicate', 'crash', 'recover'] as const;

export function noLeaders(processes: readonly string[]): Leaders {
  return Object.fromEntries(processes.map((process) => [process, null]));
}

export function followLeaders(leaders: Leaders, event: RunEvent): Leaders {
  switch (event.kind) {
    case 'crash':
      return Object.fromEntries(Object.entries(leaders).filter(([process]) => process !== event.process));
    case 'recover':
      return { ...leaders, [event.process]: null };
    case 'indicate': {
      const named = leaderIn(event.event);
      return named === undefined ? leaders : { ...leaders, [event.process]: named };
    }
    default:
      return leaders;
  }
}

/** The process that an indication names; undefined if it names none. */
export function leaderIn(indication: Data): string | undefined {
  if (typeIn(indication) !== 'leader' || !isRecord(indication)) return undefined;
  return typeof indication['process'] === 'string' ? indication['process'] : undefined;
}

/** What kind of message or indication this is: its `type`. */
export function typeIn(data: Data): Data {
  return isRecord(data) ? data['type'] : undefined;
}

function isRecord(data: Data): data is { readonly [key: string]: Data } {
  return typeof data === 'object' && data !== null && !isList(data) && !isMap(data) && !isSet(data) && !(data instanceof Uint8Array);
}
