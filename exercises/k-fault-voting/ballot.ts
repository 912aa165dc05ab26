/** A scenario of voting: one client, called "client", and the replicas r1, r2, ... */
import type { FaultPlan, Scenario } from '../../grader/sim/scenario.ts';
import type { SuppliedClass } from '../../grader/sim/supplied.ts';
import { callsOf, CLIENT } from './calls.ts';
import { liarOf, type Lie } from './liar.ts';

/** A scenario, with what its properties must know of it. */
export interface Ballot {
  readonly scenario: Scenario;
  readonly k: number;
  /** The operations of the calls, in their order. */
  readonly ops: readonly string[];
  readonly replicas: readonly string[];
  /** The names of those that are not Byzantine. */
  readonly correct: readonly string[];
}

interface BallotPlan {
  readonly id: string;
  /** The fault plan in words, without the numbers of replicas and calls. */
  readonly faults: string;
  readonly k: number;
  readonly ops: readonly string[];
  /** r1, r2, ... in their order: a correct one, a correct one that is silent at some operations, or what a Byzantine one may say. */
  readonly replicas: readonly (SuppliedClass | Lies)[];
  readonly plan?: FaultPlan;
}

interface Lies {
  readonly lies: readonly Lie[];
  readonly most?: number;
}

export function ballot({ id, faults, k, ops, replicas, plan = {} }: BallotPlan): Ballot {
  const named = replicas.map((kind, at) => ({ id: `r${at + 1}`, kind }));
  const group = named.map((one) => one.id);
  return {
    k,
    ops,
    replicas: group,
    correct: named.filter(({ kind }) => typeof kind === 'function').map((one) => one.id),
    scenario: {
      id,
      plan: `k = ${k}, ${count(group.length, 'replica')}, ${count(ops.length, 'call')}; ${faults}; any order of arrival, patient timers`,
      processes: [
        { kind: 'learner', id: CLIENT, role: 'VotingClient', config: { k, timeout: TIMEOUT } },
        ...named.map((one) => {
          const behaviour = typeof one.kind === 'function' ? one.kind : liarOf(one.kind.lies, one.kind.most);
          return { kind: 'supplied', id: one.id, behaviour } as const;
        }),
      ],
      group,
      timers: 'patient',
      faults: plan,
      application: callsOf(ops),
    },
  };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

const TIMEOUT = 100;
