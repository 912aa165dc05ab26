/** One leader, also where a process has crashed that others relied on: one that said OK, or a winner in the middle of announcing itself. */
import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import type { Election } from './election.ts';
import { followLeaders, LEADER_EVENTS, leaderIn, noLeaders, typeIn, type Leaders } from './leaders.ts';
import { agreedAndElected, liveOf } from './settled.ts';

interface State {
  readonly [key: string]: Data;
  readonly leaders: Leaders;
  readonly relied: Relied | Fallen;
}

export interface Relied {
  readonly [key: string]: Data;
  /** The live processes that have sent an OK. */
  readonly answered: readonly string[];
  /** The process whose handler is announcing it. */
  readonly announcing: string | null;
}

/** What has happened, for the report. From then on nothing else matters. */
type Fallen = string;

export const NOBODY: Relied = { answered: [], announcing: null };

export function winnerCrashes({ members }: Election): Property<State> {
  return {
    watches: [...LEADER_EVENTS, 'send', 'done'],
    sees: (event) => event.kind !== 'send' || ['OK', 'COORDINATOR'].includes(String(typeIn(event.message))),
    first: { leaders: noLeaders(members), relied: NOBODY },
    observe: ({ leaders, relied }, event) => ({ leaders: followLeaders(leaders, event), relied: followRelied(relied, event) }),
    atEnd({ leaders, relied }, end) {
      const broken = typeof relied === 'string' ? agreedAndElected(leaders, liveOf(members, end)) : undefined;
      return broken && new Violation(broken.process, `${String(relied)} ${broken.message}`);
    },
  };
}

export function followRelied(relied: Relied | Fallen, event: RunEvent): Relied | Fallen {
  if (typeof relied === 'string') return relied;
  const { answered, announcing } = relied;
  switch (event.kind) {
    case 'crash':
      if (announcing === event.process) return `${event.process} crashed while it announced itself.`;
      return answered.includes(event.process) ? `${event.process} said OK and crashed.` : relied;
    case 'send':
      if (typeIn(event.message) === 'COORDINATOR') return { answered, announcing: event.process };
      if (typeIn(event.message) !== 'OK' || answered.includes(event.process)) return relied;
      return { answered: [...answered, event.process].sort(), announcing };
    case 'indicate':
      return leaderIn(event.event) === event.process ? { answered, announcing: event.process } : relied;
    case 'done':
      return { answered, announcing: null };
    default:
      return relied;
  }
}
