/** A process that recovers as the highest live one becomes the leader, and does not wait to be asked. */
import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { Election } from './election.ts';
import { followLeaders, LEADER_EVENTS, noLeaders, type Leaders } from './leaders.ts';
import { agreedAndElected, liveOf } from './settled.ts';

interface State {
  readonly [key: string]: Data;
  readonly leaders: Leaders;
  /** The process that has recovered when all higher ones were down, while it is up and the highest. */
  readonly returned: string | null;
}

/** For scenarios in which a process that may crash is asked for an election only once all has come to rest. */
export function takesOver({ members }: Election): Property<State> {
  const above = (process: string): readonly string[] => members.slice(members.indexOf(process) + 1);
  return {
    watches: [...LEADER_EVENTS, 'request'],
    first: { leaders: noLeaders(members), returned: null },
    observe(state, event) {
      const { leaders, returned } = state;
      if (event.kind === 'request') {
        if (event.process !== returned || leaders[returned] !== null) return state;
        return new Violation(
          returned,
          `${returned} recovered as the highest live process, all came to rest, and it had named no leader. A process that recovers holds an election without being asked.`,
        );
      }
      const after = followLeaders(leaders, event);
      if (event.kind === 'recover') {
        const highest = above(event.process).every((process) => after[process] === undefined);
        const higher = returned !== null && above(returned).includes(event.process);
        return { leaders: after, returned: highest ? event.process : higher ? null : returned };
      }
      return { leaders: after, returned: event.kind === 'crash' && event.process === returned ? null : returned };
    },
    atEnd({ leaders, returned }, end) {
      if (returned === null) return undefined;
      const broken = agreedAndElected(leaders, liveOf(members, end));
      return broken && new Violation(broken.process, `${returned} recovered as the highest live process. ${broken.message}`);
    },
  };
}
