/** The transaction of the front page: two participants that are willing, and one crash of anybody. */
import { commitScenario, crashing, type Transaction } from '../figures/commit/commitScenarios.ts';
import { COORDINATOR } from '../figures/commit/twoPhase.ts';

export const FRONT_PROCESSES = [COORDINATOR, 'p1', 'p2'];

const VOTES: Transaction['votes'] = ['commit', 'commit'];

/** For stepping through: who waits in vain gives up once. */
export const STEPPED = {
  protocol: 'two-phase',
  votes: VOTES,
  faults: { ...crashing(FRONT_PROCESSES, 1), recoveries: 1, firings: 1 },
} as const;

/** For visiting everything that one crash can lead to, with up to two timers of each process at any moment. */
export const VISITED = commitScenario({
  protocol: 'two-phase',
  votes: VOTES,
  timers: 'any',
  faults: { ...crashing(FRONT_PROCESSES, 1), recoveries: 1, recoversAtEnd: true, firings: 2 },
});
