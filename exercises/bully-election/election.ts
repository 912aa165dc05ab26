/** A scenario of this exercise: bully processes, some down from the beginning, and an application that asks for elections. */
import type { Data } from '../../grader/base/data.ts';
import type { Application, FaultPlan, RequestTo, Scenario } from '../../grader/sim/scenario.ts';
import { followLeaders, LEADER_EVENTS, noLeaders, type Leaders } from './leaders.ts';

/** Any number would do: with patient timers only their order counts. */
const TIMEOUT_MS = 100;

export interface Election extends Scenario {
  /** The processes that are not down from the beginning. */
  readonly members: readonly string[];
}

export interface Plan {
  readonly id: string;
  readonly plan: string;
  readonly group: readonly string[];
  readonly down?: readonly string[];
  readonly faults?: FaultPlan;
  /** One entry for each request before faults stop: the processes of which one is asked. They come at any moment, in any order. */
  readonly asked: readonly Addressees[];
}

type Addressees = readonly string[];

interface Asking {
  readonly [key: string]: Data;
  readonly leaders: Leaders;
  /** The requests that have not come yet. */
  readonly open: readonly Addressees[];
}

export function election({ id, plan, group, down = [], faults = {}, asked }: Plan): Election {
  const members = group.filter((process) => !down.includes(process));
  const config = { timeout: TIMEOUT_MS };
  return {
    id,
    plan,
    processes: group.map((process) =>
      down.includes(process) ? { id: process, kind: 'down' } : { id: process, kind: 'learner', role: 'BullyProcess', config },
    ),
    group,
    timers: 'patient',
    faults,
    application: newApplication(members, asked),
    members,
  };
}

function newApplication(members: readonly string[], asked: readonly Addressees[]): Application<Asking> {
  return {
    watches: [...LEADER_EVENTS, 'request'],
    first: { leaders: noLeaders(members), open: asked },
    observe({ leaders, open }, event) {
      if (event.kind !== 'request') return { leaders: followLeaders(leaders, event), open };
      const used = open.findIndex((addressees) => addressees.includes(event.process));
      return { leaders, open: open.filter((_, at) => at !== used) };
    },
    requests: ({ open }) => [...new Set(open.flat())].map(elect),
    insists: ({ leaders }, up) => members.filter((process) => up.has(process) && !up.has(leaders[process] ?? '')).map(elect),
  };
}

function elect(process: string): RequestTo {
  return { process, request: { type: 'elect' } };
}
