/**
 * Two-phase commit, the coordinator. One participant is tried with all faults of the contract at once; two and three with fewer at once, in
 * several scenarios; three with all of them in runs drawn at random: see `scenarios.ts`.
 */
import type { Exercise, Judged } from '../../grader/checks/exercise.ts';
import type { Property } from '../../grader/sim/property.ts';
import type { Scenario } from '../../grader/sim/scenario.ts';
import { cost } from './cost.ts';
import { agreement, logged, requested, validity } from './decisions.ts';
import { ending } from './ending.ts';
import { commits, done, forNobody, silentVoter, termination } from './outcomes.ts';
import { questions, votes } from './replies.ts';
import {
  anything,
  anythingWithObjection,
  calmLastObjection,
  calmNobody,
  calmObjection,
  calmThree,
  calmTwo,
  nobody,
  objection,
  objectionWithDuplicate,
  one,
  oneDown,
  oneOfTwoDown,
  RANDOM_RUNS,
  three,
  threeWithObjection,
  two,
  twoAndCrashesOfBoth,
  twoAndTwoCrashes,
  twoWithDuplicate,
} from './scenarios.ts';

/** Three, more than can be exhausted. */
const sampled = [anything, anythingWithObjection];
const SAMPLED = `and 3 under all in ${RANDOM_RUNS} random runs`;

const faulty = [
  one,
  objection,
  two,
  objectionWithDuplicate,
  twoWithDuplicate,
  twoAndCrashesOfBoth,
  twoAndTwoCrashes,
  threeWithObjection,
  three,
];

export const commitCoordinator: Exercise = {
  id: 'commit-coordinator',
  title: 'Two-phase commit: the coordinator',
  lesson: 'two-phase-commit',
  level: 'medium',
  core: true,
  exports: [],
  roles: ['Coordinator'],
  work: { scenario: calmTwo, done },
  checks: [
    {
      id: 'agreement',
      title: `No two decisions differ: 1 participant under all faults at once, 2 and 3 under fewer, ${SAMPLED}`,
      kind: 'safety',
      points: 20,
      judged: judge(agreement, [...faulty, ...sampled]),
    },
    {
      id: 'validity',
      title: `Commit is said only if every participant has voted commit: 1 participant under all faults at once, 2 and 3 under fewer, ${SAMPLED}`,
      kind: 'safety',
      points: 15,
      judged: [
        ...judgeGroup(validity, [...faulty, oneOfTwoDown, ...sampled, calmLastObjection]),
        ...judge(requested, [...faulty, ...sampled]),
      ],
    },
    {
      id: 'logged',
      title: `What the coordinator has told anybody holds, whatever crashes: 0 and 1 participants under all faults at once, 2 and 3 under fewer, ${SAMPLED}`,
      kind: 'safety',
      points: 10,
      judged: judge(logged, [...faulty, nobody, ...sampled]),
    },
    {
      id: 'commits',
      title: 'No faults, patient timers, all vote commit: commit',
      kind: 'safety',
      points: 10,
      judged: judge(commits, [calmTwo, calmThree]),
    },
    {
      id: 'termination',
      title: `Once faults stop, every participant decides: 1 under all faults at once, 2 and 3 under fewer, ${SAMPLED}`,
      kind: 'liveness',
      points: 15,
      judged: judgeGroup(termination, [...faulty, ...sampled]),
    },
    {
      id: 'silent-voter',
      title: 'One participant is down from the beginning: abort',
      kind: 'liveness',
      points: 5,
      judged: judge(silentVoter, [oneDown, oneOfTwoDown]),
    },
    {
      id: 'end',
      title: `'end' comes once, after every ACK and not before: 0 and 1 participants under all faults at once, 2 and 3 under fewer, ${SAMPLED}`,
      kind: 'liveness',
      points: 5,
      judged: judgeGroup(ending, [...faulty, nobody, oneOfTwoDown, ...sampled]),
    },
    {
      id: 'nobody',
      title: 'No participants, no faults: commit and end, at once',
      kind: 'edge',
      points: 5,
      judged: judge(forNobody, [calmNobody]),
    },
    {
      id: 'votes',
      title: `Votes that come twice or late change nothing: 1 participant under all faults at once, 2 with 1 duplicate, ${SAMPLED}`,
      kind: 'edge',
      points: 5,
      judged: judgeGroup(votes, [one, oneOfTwoDown, objectionWithDuplicate, twoWithDuplicate, ...sampled]),
    },
    {
      id: 'questions',
      title: `Whoever asks after the decision is answered, every time: 1 participant under all faults at once, 2 under fewer, ${SAMPLED}`,
      kind: 'edge',
      points: 5,
      judged: judge(questions, [one, objection, two, ...sampled]),
    },
    {
      id: 'cost',
      title: 'No faults, patient timers: at most 2 messages for each participant, and 3 writes',
      kind: 'cost',
      points: 5,
      judged: judgeGroup(cost, [calmNobody, calmTwo, calmObjection, calmThree]),
    },
  ],
  hints: [
    'Before you write anything: at which moment is the transaction committed, so that nothing that happens later can change it? Which line of your program is that moment, and what has been sent before it?',
    'Put a crash between any two of your effects, and read what `onRecover` finds. What may the participants have heard by then, and what can they not have heard? What does the new coordinator know of the votes?',
    'Which silences can a timer mean? List them: the vote of somebody is missing, or the ACK of somebody. In which of them is it still yours to decide, and in which can you only say the same again?',
    'A participant speaks twice, or a duplicate arrives. Would your program notice if it kept a number instead of names? And when a vote arrives after the decision, which of your fields change?',
    'With no participants no message ever arrives. Which of your handlers finds out that all have voted, and that all have acknowledged? After a crash, too?',
    "A neighbouring problem: a till prints a receipt and counts the takings, once for each sale, though it may crash. It records the sale before it prints: `ctx.stable.set('sale ' + id, amount); print(id);` After a crash it cannot know whether the paper came out, so it prints what is recorded once more, and the reader drops the second copy: `for (const key of ctx.stable.keys()) print(key);` In the other order a receipt could exist of a sale that nobody knows of.",
  ],
};

function judge(property: Property, scenarios: readonly Scenario[]): Judged[] {
  return scenarios.map((scenario) => ({ scenario, property }));
}

/** With a monitor for the participants of each scenario. */
function judgeGroup(property: (participants: readonly string[]) => Property, scenarios: readonly Scenario[]): Judged[] {
  return scenarios.map((scenario) => ({ scenario, property: property(scenario.group) }));
}
