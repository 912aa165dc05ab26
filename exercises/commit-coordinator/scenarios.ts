/**
 * The transactions that are tried: how many participants, what they vote, which of them is down, and what goes wrong.
 *
 * Two participants with all faults of the contract at once are millions of worlds, too many to wait for. One participant has them all; two have those
 * that can meet in pairs; three are for mistakes that two do not show, such as a majority. Three with all faults at once are sampled.
 */
import type { Application, FaultPlan, ProcessPlan, Scenario } from '../../grader/sim/scenario.ts';
import { Participant, type ParticipantConfig } from './participant.ts';

/** What the coordinator's `ctx.config.timeout` says. */
const TIMEOUT_MS = 100;
/** So long that a coordinator which decides when its timer goes off, or after several of them, is not asked before. */
const PATIENCE_MS = 50 * TIMEOUT_MS;

/** Runs of each scenario that is too large to exhaust. */
const SAMPLED_RUNS = 200;

type Voter = 'commit' | 'abort' | 'down';

const commitOnce: Application<boolean> = {
  watches: ['request'],
  first: false,
  observe: () => true,
  requests: (asked) => (asked ? [] : [{ process: 'coordinator', request: { type: 'commit' } }]),
  insists: (asked, up) => (asked || !up.has('coordinator') ? [] : [{ process: 'coordinator', request: { type: 'commit' } }]),
  insistsSoon: true,
};

export const calmTwo = calm('commit', 'commit');
export const calmThree = calm('commit', 'commit', 'commit');
export const calmObjection = calm('commit', 'abort', 'commit');
/** Elsewhere the objector of three is never the last, who says nothing when it is asked after it has aborted alone. */
export const calmLastObjection = calm('commit', 'commit', 'abort');
export const calmNobody = calm();

export const nobody = rough(
  'nobody',
  [],
  { crashes: { coordinator: 2 } },
  '2 crashes of the coordinator with recovery, timers at any moment',
);

export const oneDown = rough('one-down', ['down'], {}, 'no other faults, 2 timers of each process at any moment');
export const oneOfTwoDown = rough(
  'one-of-two-down',
  ['commit', 'down'],
  { duplicates: 1 },
  '1 duplicate, 2 timers of each process at any moment',
);

/** All that the contract allows. */
export const one = rough(
  'one',
  ['commit'],
  { crashes: { coordinator: 2, p1: 1 }, losses: 2, duplicates: 1, firings: { coordinator: 2, p1: 1 } },
  '2 crashes of the coordinator and 1 of the participant with recovery, 2 losses, 1 duplicate, 2 timers of the coordinator and 1 of the participant at any moment',
);

export const two = rough(
  'two',
  ['commit', 'commit'],
  { crashes: { coordinator: 1 }, losses: 1, firings: { coordinator: 1, p1: 1, p2: 0 } },
  '1 crash of the coordinator with recovery, 1 loss, 1 timer of the coordinator and 1 of a participant at any moment',
);
export const twoAndTwoCrashes = rough(
  'two-and-two-crashes',
  ['commit', 'commit'],
  { crashes: { coordinator: 2 }, firings: { coordinator: 0, p1: 1, p2: 1 } },
  '2 crashes of the coordinator with recovery, 1 timer of each participant at any moment',
);
export const twoAndCrashesOfBoth = rough(
  'two-and-crashes-of-both',
  ['commit', 'commit'],
  { crashes: { coordinator: 1, p1: 1 }, firings: { coordinator: 1, p1: 1, p2: 0 } },
  '1 crash of the coordinator and 1 of a participant with recovery, 1 timer of each of them at any moment',
);
export const twoWithDuplicate = rough(
  'two-with-duplicate',
  ['commit', 'commit'],
  { duplicates: 1, firings: 1 },
  '1 duplicate, 1 timer of each process at any moment',
);

export const objection = rough(
  'objection',
  ['commit', 'abort'],
  { crashes: { coordinator: 1 }, losses: 1, firings: 1 },
  '1 crash of the coordinator with recovery, 1 loss, 1 timer of each process at any moment',
);
export const objectionWithDuplicate = rough(
  'objection-with-duplicate',
  ['commit', 'abort'],
  { duplicates: 1, firings: 1 },
  '1 duplicate, 1 timer of each process at any moment',
);

export const three = rough(
  'three',
  ['commit', 'commit', 'commit'],
  { crashes: { coordinator: 1 }, firings: 0 },
  '1 crash of the coordinator with recovery, no timer before faults stop',
);
export const threeWithObjection = rough(
  'three-with-objection',
  ['commit', 'abort', 'commit'],
  { firings: { coordinator: 1, p1: 0, p2: 0, p3: 0 } },
  'no faults, 1 timer of the coordinator at any moment',
);

export const anything = sampled('anything', 'commit', 'commit', 'commit');
export const anythingWithObjection = sampled('anything-with-objection', 'commit', 'abort', 'commit');
/** Of all sampled scenarios together. */
export const RANDOM_RUNS = 2 * SAMPLED_RUNS;

/** Nothing goes wrong, timers are patient, and nobody aborts alone. */
function calm(...voters: readonly Voter[]): Scenario {
  return {
    id: ['calm', ...voters].join('-'),
    plan: `${counted(voters)}, no faults, patient timers`,
    ...cast(voters, { alone: false, timeout: PATIENCE_MS }),
    timers: 'patient',
    faults: {},
    application: commitOnce,
  };
}

/** Timers go off at any moment, and `faults` happen; `plan` says so. */
function rough(id: string, voters: readonly Voter[], faults: FaultPlan, plan: string): Scenario {
  return {
    id,
    plan: `${counted(voters)}, ${plan}`,
    ...cast(voters, { alone: true, timeout: TIMEOUT_MS }),
    timers: 'any',
    faults: { recoversAtEnd: true, recoveries: total(faults.crashes ?? {}), ...faults },
    application: commitOnce,
  };
}

/** All that the contract allows, of three participants. */
function sampled(id: string, ...voters: readonly Voter[]): Scenario {
  const scenario = rough(
    id,
    voters,
    { crashes: { coordinator: 2, p1: 1, p2: 1, p3: 1 }, losses: 2, duplicates: 1, firings: 2 },
    '2 crashes of the coordinator and 1 of each participant with recovery, 2 losses, 1 duplicate, 2 timers of each process at any moment',
  );
  return { ...scenario, plan: `runs drawn at random: ${scenario.plan}`, sampledRuns: SAMPLED_RUNS };
}

function cast(
  voters: readonly Voter[],
  manners: Pick<ParticipantConfig, 'alone' | 'timeout'>,
): { readonly processes: readonly ProcessPlan[]; readonly group: readonly string[] } {
  const group = voters.map((_, at) => `p${at + 1}`);
  const participants = voters.map((vote, at): ProcessPlan => {
    const id = `p${at + 1}`;
    if (vote === 'down') return { kind: 'down', id };
    // The last one says nothing when it is asked after it has aborted alone: both manners keep the contract.
    return { kind: 'supplied', id, behaviour: Participant, config: { ...manners, vote, explains: at < voters.length - 1 } };
  });
  return {
    group,
    processes: [{ kind: 'learner', id: 'coordinator', role: 'Coordinator', config: { timeout: TIMEOUT_MS } }, ...participants],
  };
}

/** Whoever crashes may recover at any moment. */
function total(crashes: Readonly<Record<string, number>>): number {
  return Object.values(crashes).reduce((sum, count) => sum + count, 0);
}

/** "3 participants of which p2 votes abort". */
function counted(voters: readonly Voter[]): string {
  const number = voters.length === 0 ? 'no participants' : voters.length === 1 ? '1 participant' : `${voters.length} participants`;
  const at = voters.findIndex((voter) => voter !== 'commit');
  if (at < 0) return voters.length === 0 ? number : `${number} that ${voters.length === 1 ? 'votes' : 'vote'} commit`;
  const does = voters[at] === 'down' ? 'is down' : `votes ${voters[at]}`;
  return voters.length === 1 ? `${number} that ${does}` : `${number} of which p${at + 1} ${does}`;
}
