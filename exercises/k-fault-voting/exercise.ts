/** Voting against liars. What is judged are results, their number and their moment; how votes are counted is the learner's affair. */
import type { Exercise, Judged } from '../../grader/checks/exercise.ts';
import { hasNewId, isBacked } from './backing.ts';
import { isFrugal } from './economy.ts';
import { answers, isFirst, isRight, works } from './endings.ts';
import { isPrompt } from './promptness.ts';
import { generatedCounts, knownCounts } from './replicaCount.ts';
import {
  alone,
  duplicate,
  echo,
  fiveForOne,
  hugeId,
  lateReplies,
  manyNames,
  noneFaulty,
  oneLiar,
  oneOfThree,
  peaceful,
  silentTwice,
  threeLies,
  threeOfSeven,
  twoLiars,
  twoOfFive,
} from './scenarios.ts';
import { isGivenUp } from './silence.ts';

/** Simplest first: the shortest counterexample is in the first that has one. */
const BALLOTS = [peaceful, oneLiar, duplicate, threeLies, twoLiars];
const SILENCES = [silentTwice, oneOfThree, twoOfFive, threeOfSeven];
const SIZES = [alone, noneFaulty, fiveForOne];

/** No check is passed by a program that never gives a result. */
const working: Judged = { scenario: peaceful.scenario, property: answers };

const REPEATED = 'A result takes k + 1 replicas, and one that says the same again, in whatever name, is still one replica.';

export const kFaultVoting: Exercise = {
  id: 'k-fault-voting',
  title: 'A client that masks k lying replicas',
  lesson: 'k-fault-tolerance',
  level: 'medium',
  core: true,
  exports: ['replicasNeeded'],
  roles: ['VotingClient'],
  work: { scenario: peaceful.scenario, done: works(peaceful) },
  checks: [
    {
      id: 'masked',
      title:
        'Every result is right, with 1 liar among 3 replicas (up to 3 REPLYs, 1 duplicated message) or 2 among 5 (1 REPLY each), in any order',
      kind: 'safety',
      points: 30,
      judged: BALLOTS.map(({ scenario }) => ({ scenario, property: isRight })),
    },
    {
      id: 'one-answer',
      title: 'With the same liars and the same duplicated message each call has one indication and never a second',
      kind: 'safety',
      points: 10,
      judged: BALLOTS.map(({ scenario }) => ({ scenario, property: isFirst })),
    },
    {
      id: 'replicas-needed',
      title: 'Each of the four models needs as many replicas as it needs, and no more',
      kind: 'safety',
      points: 10,
      cases: knownCounts,
      generated: { arbitrary: generatedCounts, runs: 60 },
    },
    {
      id: 'prompt',
      title: 'With the same liars, which may also be silent, every call has a result as soon as k + 1 correct replicas have answered it',
      kind: 'liveness',
      points: 20,
      judged: BALLOTS.map((ballot) => ({ scenario: ballot.scenario, property: isPrompt(ballot) })),
    },
    {
      id: 'unknown',
      title: "A call that at most k correct replicas answer, with 1 or 2 liars or none, ends in 'unknown', and the next one in a result",
      kind: 'liveness',
      points: 10,
      judged: SILENCES.map((silence) => ({ scenario: silence.scenario, property: isGivenUp(silence) })),
    },
    {
      id: 'stale',
      title: 'Replies to an earlier call, late or forged, do not complete a later one, and each call has a new id',
      kind: 'edge',
      points: 5,
      judged: [
        working,
        ...[alone, silentTwice, hugeId].map(({ scenario }) => ({ scenario, property: hasNewId })),
        ...[alone, lateReplies].map((ballot) => ({
          scenario: ballot.scenario,
          property: isBacked(ballot, { fromCall: 2, why: 'Replies to an earlier call were taken for replies to this one.' }),
        })),
      ],
    },
    {
      id: 'one-voice',
      title: 'A replica that repeats itself, or whose message arrives twice, or that uses other names, has one vote for a value',
      kind: 'edge',
      points: 5,
      judged: [
        working,
        ...[echo, manyNames].map((ballot) => ({ scenario: ballot.scenario, property: isBacked(ballot, { fromCall: 1, why: REPEATED }) })),
      ],
    },
    {
      id: 'sizes',
      title: 'The same with k = 0 (1 or 3 replicas), and with 5 replicas for k = 1',
      kind: 'edge',
      points: 5,
      judged: SIZES.flatMap((ballot) => [isRight, isFirst, isPrompt(ballot)].map((property) => ({ scenario: ballot.scenario, property }))),
    },
    {
      id: 'requests',
      title: 'No call takes more REQUESTs than there are replicas, whether they answer, lie or are silent',
      kind: 'cost',
      points: 5,
      judged: [...BALLOTS, ...SILENCES, fiveForOne].map((ballot) => ({ scenario: ballot.scenario, property: isFrugal(ballot) })),
    },
  ],
  hints: [
    'Two replies have come, 7 and 9, and k is 1. What can you tell the application now? What would a third reply have to say to change that, and how many of the replies could then be lies?',
    'How many equal answers can k liars bring about, if each has one vote? And how many answers may you wait for, if k replicas never send any? Both numbers are about k: does it matter how many replicas there are?',
    'A liar writes its messages itself, all of them, as often as it likes. What in `onMessage(ctx, from, message)` is not in its hands? And which of the replies that come during a call were sent because of that call?',
    "What is still under way when you indicate a result: which messages, which timer? Follow each of them to your handlers, once before and once after the next request. What of that changes if the call ended in 'unknown'?",
    "A neighbouring problem: a petition is handed in with 100 signatures, and then the next round begins. People sign twice, and letters of an earlier round arrive late: `onMessage(ctx, from, message) { if (message.round !== this.round) return; this.signed.add(from); if (this.signed.size < 100) return; this.round += 1; this.signed.clear(); ctx.indicate({ type: 'handed-in' }); }`. What would go wrong if `signed` were a list, and what if its members were the names below the letters?",
  ],
};
