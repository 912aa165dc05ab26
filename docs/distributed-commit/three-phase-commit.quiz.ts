/** The questions of the lesson on three-phase commit. */
import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'Three-phase commit, fail-stop crashes. The coordinator is down, and all participants that are up are READY. What do they do?',
    choices: [
      {
        text: 'They are blocked',
        why: 'In two-phase commit they would be. Here READY has no way to COMMIT, so nobody can have committed.',
      },
      {
        text: 'They commit, since all have voted so',
        why: 'One that is down may have voted abort, or not at all. From READY nobody commits.',
      },
      {
        text: 'They abort',
        isRight: true,
        why: 'If anybody had committed, all would have been in PRECOMMIT before. They are not, so abort contradicts nobody.',
      },
      {
        text: 'They choose a coordinator, and it asks for the votes again',
        why: 'A leader is chosen, but it counts states and not votes. All READY already says what to do.',
      },
    ],
  },
  {
    ask: 'One participant is in PRECOMMIT, two are READY, nobody else is up. What does the leader do?',
    choices: [
      {
        text: 'It brings the two to PRECOMMIT, then all commit',
        isRight: true,
        why: 'PRECOMMIT says that all have voted commit. Once all that are up know it, any of them can go on, whoever crashes next.',
      },
      {
        text: 'It commits at once, and tells the others',
        why: 'If it crashes before they hear it, the two find each other in READY, and abort.',
      },
      {
        text: 'It aborts: two of three are READY',
        why: 'States are not counted like votes. One in PRECOMMIT is enough to know that nobody has aborted, and a coordinator that is down may have committed.',
      },
      {
        text: 'It is blocked, since the coordinator may have done anything',
        why: 'Not anything: with one in PRECOMMIT the coordinator cannot have aborted.',
      },
    ],
  },
  {
    ask: 'A partition separates a participant in PRECOMMIT from two that are READY. The coordinator is down. What can happen?',
    choices: [
      {
        text: 'Nothing bad: three-phase commit does not block',
        why: 'That is just the trouble. Neither side waits.',
      },
      {
        text: 'Both sides wait for each other',
        why: 'Each takes the other for crashed, and goes on without it. Plain three-phase commit has no rule to wait.',
      },
      {
        text: 'The coordinator prevents the worst when it recovers',
        why: 'By then both sides have decided, and a decision is final.',
      },
      {
        text: 'One side commits and the other aborts',
        isRight: true,
        why: 'The lone one in PRECOMMIT may commit, the two in READY may abort. Each rule is right if silence means a crash. Here it does not.',
      },
    ],
  },
  {
    ask: 'Why does nobody go from READY straight to COMMIT in three-phase commit?',
    choices: [
      {
        text: 'So that one that is READY knows that nobody has committed yet',
        isRight: true,
        why: 'Everybody passes PRECOMMIT first, and the coordinator commits only when those that are up have confirmed it.',
      },
      {
        text: 'So that the coordinator has time to write its log',
        why: 'It takes that time in two-phase commit too.',
      },
      {
        text: 'So that participants can withdraw their votes',
        why: 'Nobody can, in either protocol. PRECOMMIT comes after all votes.',
      },
      {
        text: 'So that messages which are lost can be repeated',
        why: 'Losses are what three-phase commit does not bear: silence is read as a crash.',
      },
    ],
  },
];
