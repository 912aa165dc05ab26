/** What may be said at any moment: no lower leader, and none before it has announced itself. */
import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { leaderIn, typeIn } from './leaders.ts';

export function neverBelow(group: readonly string[]): Property<null> {
  return {
    watches: ['indicate'],
    first: null,
    observe(state, event) {
      const leader = event.kind === 'indicate' ? leaderIn(event.event) : undefined;
      if (leader === undefined || !group.includes(leader) || group.indexOf(leader) >= group.indexOf(event.process)) return state;
      return new Violation(
        event.process,
        `${event.process} named ${leader} as leader, which ranks below it. ${event.process} is up itself, so ${leader} cannot be the highest live process.`,
      );
    },
  };
}

/** The COORDINATORs sent, as "p3 → p1". Once sent, always sent: a leader may be named again later. */
interface Announcements {
  readonly [key: string]: Data;
  readonly sent: readonly string[];
}

export const announced: Property<Announcements> = {
  watches: ['send', 'indicate'],
  sees: (event) => event.kind !== 'send' || typeIn(event.message) === 'COORDINATOR',
  first: { sent: [] },
  observe(state, event) {
    if (event.kind === 'send' && typeIn(event.message) === 'COORDINATOR') {
      const announcement = `${event.process} → ${event.to}`;
      return state.sent.includes(announcement) ? state : { sent: [...state.sent, announcement].sort() };
    }
    const leader = event.kind === 'indicate' ? leaderIn(event.event) : undefined;
    if (leader === undefined || leader === event.process || state.sent.includes(`${leader} → ${event.process}`)) return state;
    return new Violation(
      event.process,
      `${event.process} named ${leader} as leader, but ${leader} had sent it no COORDINATOR. Only that tells that ${leader} has won.`,
    );
  },
};
