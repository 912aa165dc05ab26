/**
 * Which transactions are run, and what may go wrong in them. The contract's full bounds (a crash of each process, two losses, two firings of timers
 * of each) are too many for the time that a learner waits; so each scenario takes some of them to the full.
 */
import type { ProcessPlan, Scenario } from '../../grader/sim/scenario.ts';
import { CommitCoordinator } from './coordinator.ts';
import { COORDINATOR } from './message.ts';
import { ONE_OF_THREE_UNWILLING, ONE_UNWILLING, THREE_WILLING, TWO_WILLING, type Votes } from './votes.ts';

/** Milliseconds: half of what the coordinator waits. */
const PARTICIPANT_TIMEOUT_MS = 20;

function transaction(votes: Votes): { processes: readonly ProcessPlan[]; group: readonly string[] } {
  const group = Object.keys(votes);
  return {
    group,
    processes: [
      { id: COORDINATOR, kind: 'supplied', behaviour: CommitCoordinator },
      ...group.map((id): ProcessPlan => ({
        id,
        kind: 'learner',
        role: 'Participant',
        config: { vote: votes[id], timeout: PARTICIPANT_TIMEOUT_MS },
      })),
    ],
  };
}

/** As often as each process may crash; `crashesInAll` says how many may. */
function onceEach(votes: Votes): Readonly<Record<string, number>> {
  return Object.fromEntries([COORDINATOR, ...Object.keys(votes)].map((process) => [process, 1]));
}

export const allWilling: Scenario = {
  id: 'all-willing',
  plan: '3 participants that vote commit, no faults, timers patient',
  ...transaction(THREE_WILLING),
  timers: 'patient',
  faults: {},
};

export const oneUnwilling: Scenario = {
  id: 'one-unwilling',
  plan: '3 participants of which one votes abort, no faults, timers patient',
  ...transaction(ONE_OF_THREE_UNWILLING),
  timers: 'patient',
  faults: {},
};

export const crashAndLoss: Scenario = {
  id: 'crash-and-loss',
  plan: '2 participants that vote commit, 1 crash with recovery of any process, 1 loss, 1 timer of each process at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { crashes: onceEach(TWO_WILLING), crashesInAll: 1, recoveries: 1, losses: 1, firings: 1, recoversAtEnd: true },
};

export const crashes: Scenario = {
  id: 'two-crashes',
  plan: '2 participants that vote commit, 2 crashes with recovery of any two processes, 1 timer of each process at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { crashes: onceEach(TWO_WILLING), crashesInAll: 2, recoveries: 2, firings: 1, recoversAtEnd: true },
};

export const unwillingCrash: Scenario = {
  id: 'crash-with-unwilling',
  plan: '2 participants of which one votes abort, 1 crash with recovery of any process, 1 loss, 1 timer of each process at any moment',
  ...transaction(ONE_UNWILLING),
  timers: 'any',
  faults: { crashes: onceEach(ONE_UNWILLING), crashesInAll: 1, recoveries: 1, losses: 1, firings: 1, recoversAtEnd: true },
};

/**
 * The coordinator stays down where it crashes. A fault plan cannot say which process recovers; worlds in which the one recovery was the
 * coordinator's are not judged.
 */
export const coordinatorDown: Scenario = {
  id: 'coordinator-down',
  plan: '2 participants that vote commit, the coordinator crashes for good, 1 crash of a participant, which may recover, 1 loss, timers patient',
  ...transaction(TWO_WILLING),
  timers: 'patient',
  faults: { crashes: onceEach(TWO_WILLING), crashesInAll: 2, recoveries: 1, recoversAtEnd: false, losses: 1 },
};

export const coordinatorDownOfThree: Scenario = {
  id: 'coordinator-down-of-three',
  plan: '3 participants that vote commit, the coordinator crashes for good, and one participant may too, timers patient',
  ...transaction(THREE_WILLING),
  timers: 'patient',
  faults: { crashes: onceEach(THREE_WILLING), crashesInAll: 2, recoveries: 0, recoversAtEnd: false },
};
