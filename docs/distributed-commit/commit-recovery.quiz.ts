/** The questions of the lesson on blocking, termination and recovery. */
import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'P is READY and has waited in vain. It asks Q, and Q is still in INIT. What happens?',
    choices: [
      {
        text: 'P waits for the coordinator all the same',
        why: 'It need not: without Q’s vote nobody can have decided commit. Enough is known.',
      },
      {
        text: 'Both abort',
        isRight: true,
        why: 'Q has not voted, so commit is impossible so far. Q makes it impossible for good: it aborts, logs that, and answers.',
      },
      {
        text: 'P aborts, and Q stays in INIT',
        why: 'Then Q could still vote commit when the late request arrives, and the coordinator would commit what P has aborted.',
      },
      {
        text: 'P asks another participant',
        why: 'That is for the case that Q is READY. Here Q’s answer settles it.',
      },
    ],
  },
  {
    ask: 'The coordinator is down. Every participant that can be reached is READY. One cannot be reached. What may the READY ones do?',
    choices: [
      {
        text: 'Abort, after a decent time',
        why: 'The coordinator may have committed, and told the one that cannot be reached.',
      },
      {
        text: 'Commit, since all that are there have voted so',
        why: 'The one that is missing may have voted abort.',
      },
      {
        text: 'Follow the majority',
        why: 'Two-phase commit has no such rule, and all of them know the same.',
      },
      {
        text: 'Wait',
        isRight: true,
        why: 'Both outcomes fit what they know. They are blocked until the coordinator, or one that knows, is back.',
      },
    ],
  },
  {
    ask: 'A participant recovers, and its log is empty. What is the least that it has to do?',
    choices: [
      {
        text: 'Abort, without asking anybody',
        isRight: true,
        why: 'It has never voted: READY would be in the log. So nobody can have committed, and it is free.',
      },
      {
        text: 'Ask the others for the decision first',
        why: 'They can tell it nothing that it needs: without its vote nobody can have decided commit. Only one that crashed in READY depends on others.',
      },
      {
        text: 'Send its vote again',
        why: 'It never sent one. A vote comes after its record in the log.',
      },
      {
        text: 'Wait for the coordinator to repeat VOTE_REQUEST',
        why: 'It might wait for ever: nobody has to ask twice.',
      },
    ],
  },
  {
    ask: 'The coordinator recovers and finds START in its log, and no decision. What does it do?',
    choices: [
      {
        text: 'It commits if it had all the votes',
        why: 'It cannot know: the votes were in memory, and memory is gone.',
      },
      {
        text: 'It forgets the transaction',
        why: 'Then participants that are READY would wait for ever.',
      },
      {
        text: 'It decides abort, logs that, and tells all',
        isRight: true,
        why: 'Without a decision in its log it has told nobody anything, so abort contradicts nobody. To ask for the votes again would be right too.',
      },
      {
        text: 'It is blocked and waits',
        why: 'For whom? It is the one that may decide.',
      },
    ],
  },
  {
    ask: 'Three participants are blocked for an hour. Which promise of two-phase commit is broken?',
    choices: [
      {
        text: 'Atomicity',
        why: 'It tempts, for nobody has got what they wanted. But no two have decided differently, and none ever will.',
      },
      {
        text: 'None',
        isRight: true,
        why: 'It promises that all who decide agree, always, and that all decide once what has failed is back. It does not promise progress before the repair.',
      },
      {
        text: 'That a vote may be withdrawn',
        why: 'It never promised that. READY is the promise not to.',
      },
      {
        text: 'Durability: the logs may be lost in the meantime',
        why: 'A log on stable storage waits as long as it has to.',
      },
    ],
  },
];
