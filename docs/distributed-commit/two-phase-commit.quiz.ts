/** The questions of the lesson on one-phase and two-phase commit. */
import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'Three participants. Two have voted commit, the third is silent, and the coordinator’s timer goes off. What does the coordinator do?',
    choices: [
      {
        text: 'It commits: two of three is a majority',
        why: 'Majorities do not count here. The third may be unable, and then commit would be half an operation.',
      },
      {
        text: 'It asks the two that answered what they think of the third',
        why: 'Nobody can vote for somebody else. They know no more than the coordinator does.',
      },
      {
        text: 'It aborts',
        isRight: true,
        why: 'Nobody has been told to commit, so abort contradicts nobody. A missing vote counts as a vote to abort.',
      },
      {
        text: 'It has to wait until the third answers',
        why: 'It may wait longer, but nothing forces it to. While nothing is decided, the coordinator is free to abort; it is the participants that are not.',
      },
    ],
  },
  {
    ask: 'Where is the commit point?',
    choices: [
      {
        text: 'When the last VOTE_COMMIT arrives at the coordinator',
        why: 'It tempts, since then everybody is known to be able. But a crash at this moment loses the votes, and the transaction may still be aborted.',
      },
      {
        text: 'When the coordinator’s decision is on its disk',
        isRight: true,
        why: 'From there no crash leads to abort: whoever recovers finds the record. Before it every situation can still end in abort.',
      },
      {
        text: 'When the first GLOBAL_COMMIT is sent',
        why: 'To send before the record is written is the classic mistake: a crash in between, and one participant commits what the others abort.',
      },
      { text: 'When all have acknowledged', why: 'That is when the coordinator may forget. The outcome was certain long before.' },
    ],
  },
  {
    ask: 'One coordinator and three participants, acknowledgements, no failures. How many messages?',
    choices: [
      { text: '9', why: 'That is without the three acknowledgements.' },
      { text: '16', why: 'That is 4 for each of four processes. The coordinator sends nothing to itself: 4 for each participant.' },
      { text: '15', why: 'That is what three-phase commit takes, which has a round more.' },
      { text: '12', isRight: true, why: 'Three requests, three votes, three decisions, three acknowledgements.' },
    ],
  },
  {
    ask: 'A participant sends VOTE_COMMIT and only then writes READY to its log. Why is that wrong?',
    choices: [
      {
        text: 'The vote may be lost, and then the record is wrong',
        why: 'A lost vote harms nobody: the coordinator stops waiting and aborts. READY in the log says only what was promised.',
      },
      {
        text: 'If it crashes in between, it recovers without knowing of its vote, and may abort what others commit',
        isRight: true,
        why: 'Its log says nothing, so it believes itself free. The coordinator has its vote, and may have committed.',
      },
      {
        text: 'The disk is slower than the network',
        why: 'That is why it tempts: the vote would be sooner there. But speed is no reason to promise what one can forget.',
      },
      {
        text: 'Other participants may read its log',
        why: 'Nobody reads the log of another. They ask with messages.',
      },
    ],
  },
  {
    ask: 'What is wrong with one-phase commit, even where nothing ever crashes?',
    choices: [
      {
        text: 'A participant that is unable cannot say so',
        isRight: true,
        why: 'It is told to commit and has no message for no. The others have done their part by then.',
      },
      {
        text: 'It takes too many messages',
        why: 'It takes the fewest: one for each participant. That is what makes it tempting.',
      },
      {
        text: 'The coordinator has to wait for votes',
        why: 'There are no votes in it. That is the trouble.',
      },
      {
        text: 'Messages may arrive in different orders',
        why: 'Each participant receives one message. There is nothing to be put into order.',
      },
    ],
  },
];
