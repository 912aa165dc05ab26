/**
 * Which transactions are run, and what may go wrong in them.
 *
 * The contract's full bounds at once (a crash of each process, two losses, two timers of each) are too many for the time that a learner waits; so each
 * scenario takes some of them to the full. What is watched in a scenario counts too: where nothing is asked about the end, a message that is
 * lost and one that is under way for ever are the same, so there losses cost nothing.
 */
import type { FaultPlan, ProcessPlan, Scenario } from '../../grader/sim/scenario.ts';
import { CommitCoordinator } from './coordinator.ts';
import { COORDINATOR } from './message.ts';
import {
  FIRST_OF_THREE_UNWILLING,
  ONE_UNWILLING,
  SECOND_OF_THREE_UNWILLING,
  THIRD_OF_THREE_UNWILLING,
  THREE_WILLING,
  TWO_WILLING,
  type Votes,
} from './votes.ts';

/** Milliseconds: half of what the coordinator waits. */
const PARTICIPANT_TIMEOUT_MS = 20;

/** Runs of the scenario that is too large to exhaust. */
export const SAMPLED_RUNS = 500;

export const allWilling: Scenario = {
  id: 'all-willing',
  plan: '3 participants that vote commit, no faults, timers patient',
  ...transaction(THREE_WILLING),
  timers: 'patient',
  faults: {},
};

/** Whoever it is, for a program can look at its place in the group. */
export const oneUnwilling: readonly Scenario[] = [
  unwilling('first', FIRST_OF_THREE_UNWILLING),
  unwilling('second', SECOND_OF_THREE_UNWILLING),
  unwilling('third', THIRD_OF_THREE_UNWILLING),
];

/** Safety. A second crash makes four times as many worlds, a third ten times. */
export const coordinatorCrash: Scenario = {
  id: 'coordinator-crash',
  plan: '2 participants that vote commit, 1 crash with recovery of the coordinator, 2 losses, 1 timer of each process at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { ...crashing([COORDINATOR], { crashes: 1, recoveries: 1 }), losses: 2, firings: 1 },
};

/** Safety. */
export const participantCrash: Scenario = {
  id: 'participant-crash',
  plan: '2 participants that vote commit, 1 crash with recovery of either participant, 2 losses, 1 timer of each process at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { ...crashing(Object.keys(TWO_WILLING), { crashes: 1, recoveries: 1 }), losses: 2, firings: 1 },
};

/** Safety. */
export const everyCrash: Scenario = {
  id: 'every-crash',
  plan: '2 participants that vote commit, 1 crash with recovery of each process, 2 losses, no timers',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(TWO_WILLING), { crashes: 3, recoveries: 3 }), losses: 2, firings: 0 },
};

/** Safety. */
export const timersTwice: Scenario = {
  id: 'timers-twice',
  plan: '2 participants that vote commit, no crashes, 2 losses, 2 timers of each participant at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { losses: 2, firings: { [COORDINATOR]: 0, p1: 2, p2: 2 } },
};

/** Safety. */
export const unwillingCrash: Scenario = {
  id: 'unwilling-crash',
  plan: '2 participants of which 1 votes abort, 1 crash with recovery of any process, 2 losses, 1 timer of each process at any moment',
  ...transaction(ONE_UNWILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(ONE_UNWILLING), { crashes: 1, recoveries: 1 }), losses: 2, firings: 1 },
};

/** Liveness. */
export const unwillingLastingCrash: Scenario = {
  id: 'unwilling-lasting-crash',
  plan: '2 participants of which 1 votes abort, 1 crash of any process, which recovers when faults stop, 1 loss, 1 timer of each process at any moment',
  ...transaction(ONE_UNWILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(ONE_UNWILLING), { crashes: 1, recoveries: 0 }), losses: 1, firings: 1 },
};

/** Liveness. */
export const lastingCrash: Scenario = {
  id: 'lasting-crash',
  plan: '2 participants that vote commit, 1 crash of any process, which recovers when faults stop, 1 loss, 1 timer of each process at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(TWO_WILLING), { crashes: 1, recoveries: 0 }), losses: 1, firings: 1 },
};

/** Liveness. */
export const everyLastingCrash: Scenario = {
  id: 'every-lasting-crash',
  plan: '2 participants that vote commit, 1 crash of each process, of which 1 recovers at any moment and the others when faults stop, 2 losses, 1 timer of the coordinator at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(TWO_WILLING), { crashes: 3, recoveries: 1 }), losses: 2, firings: { [COORDINATOR]: 1, p1: 0, p2: 0 } },
};

/**
 * The coordinator stays down where it crashes. A fault plan cannot say which process recovers: runs in which the one recovery was the
 * coordinator's are not judged at their end.
 */
export const coordinatorDown: Scenario = {
  id: 'coordinator-down',
  plan: '2 participants that vote commit, the coordinator crashes for good, 1 crash of a participant, which may recover, 1 loss',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(TWO_WILLING), { crashes: 2, recoveries: 1 }), recoversAtEnd: false, losses: 1, firings: 0 },
};

export const coordinatorDownWithTimers: Scenario = {
  id: 'coordinator-down-with-timers',
  plan: '2 participants that vote commit, the coordinator crashes for good, and 1 participant may too, 1 loss, 1 timer of each participant at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: {
    ...crashing(everyProcess(TWO_WILLING), { crashes: 2, recoveries: 0 }),
    recoversAtEnd: false,
    losses: 1,
    firings: { [COORDINATOR]: 0, p1: 1, p2: 1 },
  },
};

/** Whoever has recovered and waits in vain goes on asking. Both participants alike would be eight times as many worlds. */
export const coordinatorDownWithRecovery: Scenario = {
  id: 'coordinator-down-with-recovery',
  plan: '2 participants that vote commit, the coordinator crashes for good, 1 crash of p1, which may recover, 1 timer of p1 at any moment',
  ...transaction(TWO_WILLING),
  timers: 'any',
  faults: {
    ...crashing([COORDINATOR, 'p1'], { crashes: 2, recoveries: 1 }),
    recoversAtEnd: false,
    firings: { [COORDINATOR]: 0, p1: 1, p2: 0 },
  },
};

export const coordinatorDownWithUnwilling: Scenario = {
  id: 'coordinator-down-with-unwilling',
  plan: '2 participants of which 1 votes abort, the coordinator crashes for good, 1 crash of a participant, which may recover, 1 loss',
  ...transaction(ONE_UNWILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(ONE_UNWILLING), { crashes: 2, recoveries: 1 }), recoversAtEnd: false, losses: 1, firings: 0 },
};

export const coordinatorDownOfThree: Scenario = {
  id: 'coordinator-down-of-three',
  plan: '3 participants that vote commit, the coordinator crashes for good, and 1 participant may too, 1 loss',
  ...transaction(THREE_WILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(THREE_WILLING), { crashes: 2, recoveries: 0 }), recoversAtEnd: false, losses: 1, firings: 0 },
};

/** The contract's full bounds, and one participant more. */
export const anything: Scenario = {
  id: 'anything',
  plan: 'runs drawn at random: 3 participants that vote commit, 1 crash with recovery of each process, 2 losses, 2 timers of each process at any moment',
  ...transaction(THREE_WILLING),
  timers: 'any',
  faults: { ...crashing(everyProcess(THREE_WILLING), { crashes: 4, recoveries: 4 }), losses: 2, firings: 2 },
  sampledRuns: SAMPLED_RUNS,
};

function unwilling(who: string, votes: Votes): Scenario {
  return {
    id: `${who}-unwilling`,
    plan: `3 participants of which the ${who} votes abort, no faults, timers patient`,
    ...transaction(votes),
    timers: 'patient',
    faults: {},
  };
}

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

function everyProcess(votes: Votes): readonly string[] {
  return [COORDINATOR, ...Object.keys(votes)];
}

/** Each of these crashes at most once. `crashes`, `recoveries`: how often that happens in all, before faults stop. */
function crashing(processes: readonly string[], { crashes, recoveries }: { crashes: number; recoveries: number }): FaultPlan {
  return {
    crashes: Object.fromEntries(processes.map((process) => [process, 1])),
    crashesInAll: crashes,
    recoveries,
    recoversAtEnd: true,
  };
}
