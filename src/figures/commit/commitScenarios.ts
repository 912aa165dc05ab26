/** One transaction of a coordinator and some participants, by one protocol or another, and what may go wrong in it. */
import type { FaultPlan, ProcessPlan, Scenario } from '../../../grader/sim/scenario.ts';
import type { Decision } from './stepwise.ts';
import { ThreePhaseCoordinator, ThreePhaseParticipant } from './threePhase.ts';
import { COORDINATOR, TwoPhaseCoordinator, TwoPhaseParticipant } from './twoPhase.ts';

export type Protocol =
  /** The coordinator just says so. */
  | 'one-phase'
  | 'two-phase'
  /** Two-phase, but the decision is sent before it is logged. */
  | 'send-first'
  | 'three-phase';

export interface Transaction {
  readonly protocol: Protocol;
  /** Of p1, p2 and so on. In one-phase commit: who could do it. */
  readonly votes: readonly Decision[];
  readonly faults: FaultPlan;
  readonly timers: Scenario['timers'];
  /** Each log record and each message a step of its own. */
  readonly stepwise?: boolean;
  /** Participants acknowledge the decision. */
  readonly acknowledges?: boolean;
}

/** Simulated milliseconds. The coordinator gives up first, then the participants in their order. */
const COORDINATOR_TIMEOUT_MS = 10;
const PARTICIPANT_TIMEOUT_MS = 20;

export const PARTICIPANTS: readonly string[] = ['p1', 'p2', 'p3'];
export const PROCESSES: readonly string[] = [COORDINATOR, ...PARTICIPANTS];

export const ALL_WILLING: readonly Decision[] = ['commit', 'commit', 'commit'];

export function commitScenario({ protocol, votes, faults, timers, stepwise = false, acknowledges = false }: Transaction): Scenario {
  const isThree = protocol === 'three-phase';
  const group = votes.map((_, at) => `p${at + 1}`);
  const participants = votes.map((vote, at): ProcessPlan => ({
    kind: 'supplied',
    id: `p${at + 1}`,
    behaviour: isThree ? ThreePhaseParticipant : TwoPhaseParticipant,
    config: { vote, stepwise, acknowledges, timeout: PARTICIPANT_TIMEOUT_MS * (at + 1) },
  }));
  return {
    id: `${protocol}-${votes.length}`,
    plan: `${votes.length} participants`,
    group,
    processes: [
      {
        kind: 'supplied',
        id: COORDINATOR,
        behaviour: isThree ? ThreePhaseCoordinator : TwoPhaseCoordinator,
        config: { protocol, stepwise, timeout: COORDINATOR_TIMEOUT_MS },
      },
      ...participants,
    ],
    timers,
    faults,
  };
}

/** Each process may crash once. `inAll`: the most crashes of all together. */
export function crashing(processes: readonly string[], inAll: number): FaultPlan {
  return { crashes: Object.fromEntries(processes.map((one) => [one, 1])), crashesInAll: inAll };
}

/** A world of supplied processes has no learner's handlers to call. */
export const NOBODY = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };
