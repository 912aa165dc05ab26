/** The participant of two-phase commit, with timeouts, cooperative termination and recovery, against a correct coordinator. */
import type { Exercise } from '../../grader/checks/exercise.ts';
import { blocking } from './blocking.ts';
import { agreement, outcome, termination } from './decisions.ts';
import { durability } from './durability.ts';
import { repetition } from './repetition.ts';
import {
  allWilling,
  anything,
  coordinatorCrash,
  coordinatorDown,
  coordinatorDownOfThree,
  coordinatorDownWithRecovery,
  coordinatorDownWithTimers,
  coordinatorDownWithUnwilling,
  everyCrash,
  everyLastingCrash,
  lastingCrash,
  oneUnwilling,
  participantCrash,
  SAMPLED_RUNS,
  timersTwice,
  unwillingCrash,
  unwillingLastingCrash,
} from './scenarios.ts';
import { validity } from './validity.ts';
import { ONE_UNWILLING, THREE_WILLING, TWO_WILLING } from './votes.ts';

const allCommit = outcome('commit', 'all voted commit and nothing failed');
const allAbort = outcome('abort', 'a participant has to vote abort');
const validWithTwo = validity(TWO_WILLING);
const validWithThree = validity(THREE_WILLING);
const validWithUnwilling = validity(ONE_UNWILLING);
const blockingWithTwo = blocking(TWO_WILLING);

export const commitParticipant: Exercise = {
  id: 'commit-participant',
  title: 'Two-phase commit: the participant',
  lesson: 'commit-recovery',
  level: 'hard',
  core: true,
  exports: [],
  roles: ['Participant'],
  work: { scenario: allWilling, done: allCommit },
  checks: [
    {
      id: 'normal-commit',
      title: 'Three participants that vote commit all decide commit, without faults, timers patient',
      kind: 'safety',
      points: 10,
      judged: [{ scenario: allWilling, property: allCommit }],
    },
    {
      id: 'normal-abort',
      title: 'If one of three participants votes abort, all decide abort, without faults, timers patient',
      kind: 'safety',
      points: 10,
      judged: oneUnwilling.map((scenario) => ({ scenario, property: allAbort })),
    },
    {
      id: 'agreement',
      title: `No two decisions differ: with 1 crash, 2 losses and 1 timer of each process, with crashes of all, with 2 timers, and in ${SAMPLED_RUNS} random runs with all of that`,
      kind: 'safety',
      points: 25,
      judged: [
        { scenario: timersTwice, property: agreement },
        { scenario: coordinatorCrash, property: agreement },
        { scenario: participantCrash, property: agreement },
        { scenario: everyCrash, property: agreement },
        { scenario: unwillingCrash, property: agreement },
        { scenario: anything, property: agreement },
      ],
    },
    {
      id: 'validity',
      title: 'Commit takes every vote, and a READY participant never decides alone, under the same faults',
      kind: 'safety',
      points: 10,
      judged: [
        { scenario: timersTwice, property: validWithTwo },
        { scenario: unwillingCrash, property: validWithUnwilling },
        { scenario: coordinatorCrash, property: validWithTwo },
        { scenario: participantCrash, property: validWithTwo },
        { scenario: everyCrash, property: validWithTwo },
        { scenario: anything, property: validWithThree },
      ],
    },
    {
      id: 'durability',
      title: 'What was voted, decided or acknowledged before a crash is not contradicted after it, under the same faults',
      kind: 'safety',
      points: 15,
      judged: [
        { scenario: participantCrash, property: durability },
        { scenario: everyCrash, property: durability },
        { scenario: unwillingCrash, property: durability },
        { scenario: anything, property: durability },
      ],
    },
    {
      id: 'termination',
      title: `Once faults stop, every participant decides: after 1 crash, 1 loss and 1 timer of each process, after crashes of all, and after ${SAMPLED_RUNS} random runs`,
      kind: 'liveness',
      points: 20,
      judged: [
        { scenario: lastingCrash, property: termination },
        { scenario: everyLastingCrash, property: termination },
        { scenario: unwillingLastingCrash, property: termination },
        { scenario: anything, property: termination },
      ],
    },
    {
      id: 'blocking',
      title:
        'With the coordinator down for good, 1 more crash and 1 loss, whoever can know the outcome decides, and whoever cannot says so',
      kind: 'liveness',
      points: 5,
      judged: [
        { scenario: coordinatorDown, property: blockingWithTwo },
        { scenario: coordinatorDown, property: validWithTwo },
        { scenario: coordinatorDownWithTimers, property: blockingWithTwo },
        { scenario: coordinatorDownWithTimers, property: validWithTwo },
        { scenario: coordinatorDownWithUnwilling, property: blocking(ONE_UNWILLING) },
        { scenario: coordinatorDownWithUnwilling, property: validWithUnwilling },
        { scenario: coordinatorDownOfThree, property: blocking(THREE_WILLING) },
        { scenario: coordinatorDownOfThree, property: validWithThree },
        { scenario: coordinatorDownWithRecovery, property: blockingWithTwo },
      ],
    },
    {
      id: 'duplicates',
      title:
        'A decision is indicated once between two crashes and acknowledged whenever it arrives, with 1 crash, 1 loss and 1 timer of each process',
      kind: 'edge',
      points: 5,
      judged: [
        { scenario: lastingCrash, property: repetition },
        { scenario: unwillingLastingCrash, property: repetition },
        { scenario: everyLastingCrash, property: repetition },
      ],
    },
  ],
  hints: [
    'In each phase, INIT and READY, ask about a participant that hears nothing for a while: which decisions may the coordinator have made by now? Which of them can you exclude?',
    'Go through your handlers and stop after each line, as a crash would. What have the others been told at that point, and what does your log say? Who would be deceived by the process that recovers from that log?',
    'Somebody asks you for the decision while you are in INIT, and you answer. What will they do with your answer, and what may you therefore never do again, even after a crash?',
    'The coordinator is silent. What does each possible answer of another participant tell you about what the coordinator can have decided? Is there a set of answers that tells nothing?',
    'A decision can reach you twice, or after you have begun to ask, or right after a recovery. Which of your fields knows whether it is news? Where does that field get its value after a crash?',
    "A neighbouring problem: a cashier hands out numbered receipts, must never give a number twice, and may faint at any moment. `const next = Number(ctx.stable.get('next') ?? 1); ctx.stable.set('next', next + 1); ctx.send(customer, { type: 'RECEIPT', number: next });` Whoever faints between the two lines wastes a number; the other way round, two customers get the same one. First what you must not forget, then what others rely on.",
  ],
};
