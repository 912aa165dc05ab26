/** A heartbeat failure detector, judged in seeded runs of simulated time. */
import type { Exercise } from '../../grader/checks/exercise.ts';
import type { TimedCheck, TimedJudged, TimedWork } from '../../grader/checks/timedCheck.ts';
import type { TimedProperty } from '../../grader/sim/timedProperty.ts';
import type { TimedScenario } from '../../grader/sim/timedScenario.ts';
import { calmCrash, calmRestarts, calmReturn, firstHeartbeat } from './calmScenarios.ts';
import { heartbeats } from './heartbeats.ts';
import { completeness, distinguishes, newIncarnation, prompt, trustedAgain } from './liveness.ts';
import { overtaken } from './overtakenScenarios.ts';
import { accuracy, alternate, calm, oldHeartbeats } from './safety.ts';
import { fiveSettle, threeSettle, twoSettle } from './settlingScenarios.ts';

const CALM = [calmCrash, calmRestarts, firstHeartbeat, calmReturn];
const SETTLING = [twoSettle, threeSettle, fiveSettle];
const ALL = [calmCrash, calmRestarts, firstHeartbeat, calmReturn, overtaken, ...SETTLING];

const work: TimedWork = {
  scenario: calmCrash,
  done: distinguishes,
  message:
    'Nothing breaks this promise, but the work is not done either, so it counts for nothing. In none of the runs without losses and long delays did a process come to suspect one that had crashed, with nobody suspected in the end who was up.',
};

const checks: readonly TimedCheck[] = [
  {
    id: 'accuracy',
    title:
      'After S a live process is suspected by another at most 12 times, and never in the last 100 periods: 2, 3 and 5 processes, up to 4 crashes',
    kind: 'safety',
    points: 25,
    timed: judged(ALL, accuracy),
    work,
  },
  {
    id: 'calm',
    title:
      'Where nothing is lost and no delay is longer than half a period, nobody is suspected who is up and has never crashed: 2 to 5 processes',
    kind: 'safety',
    points: 10,
    timed: judged(CALM, calm),
    work,
  },
  {
    id: 'alternate',
    title:
      "'suspect' and 'trust' of one process alternate, beginning with 'suspect', also after a crash of the one that says them; never about itself",
    kind: 'safety',
    points: 5,
    timed: judged(ALL, alternate),
    work,
  },
  {
    id: 'completeness',
    title:
      'A process that stays down is suspected in the end by every live one, also by those that start after its crash: 2, 3 and 5 processes',
    kind: 'liveness',
    points: 20,
    timed: judged([firstHeartbeat, calmReturn, threeSettle, fiveSettle], completeness),
  },
  {
    id: 'prompt',
    title: 'In a calm run a first crash is noticed within timeout + 2 periods: 2 to 5 processes, timeouts of 3, 5 and 10 periods',
    kind: 'liveness',
    points: 10,
    timed: judged(CALM, prompt),
  },
  {
    id: 'trusted-again',
    title:
      'Every process that is alive in the end is trusted in the end: after losses, long delays and recoveries, one of them after 260 periods',
    kind: 'liveness',
    points: 10,
    timed: judged([calmReturn, ...SETTLING], trustedAgain),
    work,
  },
  {
    id: 'old-heartbeats',
    title: "An overtaken message of a suspected process brings no 'trust': after a loss, a crash, and one or two recoveries of either",
    kind: 'edge',
    points: 5,
    timed: judged(ALL, oldHeartbeats),
    work,
  },
  {
    id: 'new-incarnation',
    title: 'A process that recovers, with fields that begin anew, is heard again: after 10 periods and after 405',
    kind: 'edge',
    points: 5,
    timed: judged([calmReturn, twoSettle, fiveSettle], newIncarnation),
    work,
  },
  {
    id: 'small',
    title: 'Two processes keep all of this, and so do those who never get a heartbeat of a third',
    kind: 'edge',
    points: 5,
    timed: [...judged([firstHeartbeat], completeness, prompt, calm, alternate), ...judged([twoSettle], accuracy, trustedAgain, alternate)],
  },
  {
    id: 'heartbeats',
    title: 'No process sends another more than one message for each whole period it is up, plus 2 for each start: 2 to 5 processes',
    kind: 'cost',
    points: 5,
    timed: judged(ALL, heartbeats),
    work,
  },
];

export const failureDetector: Exercise = {
  id: 'failure-detector',
  title: 'A heartbeat failure detector',
  lesson: 'failure-detection',
  level: 'medium',
  core: true,
  exports: [],
  roles: ['Detector'],
  checks,
  hints: [
    'A process hears nothing of another for a while. Which four things may have happened, and which of them can it tell apart? What does that mean for the moment at which it must change its mind?',
    'Think of three processes, of which one has crashed. Whose heartbeats does the second still hear, and what do they do to the timers that it has set? Then think of a process that has just recovered and of one that went down before: who waits for whom, since when?',
    'How long can a silence last once the network has settled, if heartbeats come every period and take D at most? How often can a timeout be too short for that if it grows by a period each time, and how often if it never grows?',
    'The heartbeat of period 3 arrives after that of period 7, and its sender has crashed in period 8. What must be in a message so that you notice? And what is in the first messages of a process that has recovered: can you compare them with those of its last life?',
    'Look at what is left after a crash between any two of your effects: do two lives ever look the same to others? Time is the same for all processes and goes on while one is down; stable storage survives. Either can tell which of two lives came later.',
    'A neighbouring problem: a postcard from each of your travels goes on the wall, but the post is slow, and only the latest one of each friend may hang there. `const hanging = new Map(); function arrive(friend, card) { const before = hanging.get(friend); if (before && card.written <= before.written) return; hanging.set(friend, card); }` What counts is the date that stands on the card, not the day on which it came; and each friend has a place of their own.',
  ],
};

function judged(scenarios: readonly TimedScenario[], ...properties: readonly TimedProperty[]): TimedJudged[] {
  return scenarios.flatMap((scenario) => properties.map((property) => ({ scenario, property })));
}
