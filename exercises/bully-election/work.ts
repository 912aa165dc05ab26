/** The exercise's work, of which whoever keeps a promise must also be capable: an election with all its messages. */
import type { Work } from '../../grader/checks/exercise.ts';
import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { election } from './election.ts';
import { followLeaders, LEADER_EVENTS, noLeaders, typeIn, type Leaders } from './leaders.ts';
import { agreedAndElected, liveOf } from './settled.ts';

interface State {
  readonly [key: string]: Data;
  readonly leaders: Leaders;
  /** Who has received an ELECTION from below and not yet answered it, as "p2 → p1". */
  readonly owed: readonly string[];
}

const scenario = election({
  id: 'all-well',
  plan: '3 processes, no faults, the lowest is asked',
  group: ['p1', 'p2', 'p3'],
  asked: [['p1']],
});

const rank = (process: string): number => scenario.group.indexOf(process);

const done: Property<State> = {
  watches: [...LEADER_EVENTS, 'send', 'receive'],
  first: { leaders: noLeaders(scenario.members), owed: [] },
  observe({ leaders, owed }, event) {
    if (event.kind === 'receive' && typeIn(event.message) === 'ELECTION' && rank(event.from) < rank(event.process)) {
      return { leaders, owed: [...new Set([...owed, `${event.process} → ${event.from}`])].sort() };
    }
    if (event.kind === 'send' && typeIn(event.message) === 'OK') {
      return { leaders, owed: owed.filter((one) => one !== `${event.process} → ${event.to}`) };
    }
    return { leaders: followLeaders(leaders, event), owed };
  },
  atEnd({ leaders, owed }, end) {
    const [process, asker] = owed[0]?.split(' → ') ?? [];
    if (process === undefined) return agreedAndElected(leaders, liveOf(scenario.members, end));
    return new Violation(process, `${process} is up and received an ELECTION from ${asker}, which it never answered with OK.`);
  },
};

export const work: Work = { scenario, done };
