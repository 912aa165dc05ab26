import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'A server carries out a transfer, but its send buffer is full and the reply never leaves. Later requests are answered. Which failure is this?',
    choices: [
      { text: 'Receive omission', why: 'The client sees the same silence. But here the request was taken in: the transfer is done.' },
      {
        text: 'Crash',
        why: 'Silence looks like a crash, and a crash is milder. But the server goes on, and answers later requests.',
      },
      {
        text: 'Send omission',
        isRight: true,
        why: 'The request was received and carried out, and only the reply is missing. Repeat the request, and you have a duplicate.',
      },
      { text: 'Value failure', why: 'A wrong value would have to be delivered. Nothing was.' },
    ],
  },
  {
    ask: 'Which of these servers is fail-safe?',
    choices: [
      {
        text: 'It puts out random data, and everybody can see that it is junk',
        isRight: true,
        why: 'It may do anything, and does no harm, because nobody takes its output for an answer.',
      },
      {
        text: 'It announces that it will halt',
        why: 'This is a courtesy that a fail-stop server may add. Fail-safe is about output that is wrong, not about news of a halt.',
      },
      {
        text: 'It puts out data that is wrong but plausible',
        why: 'That is fail-arbitrary. It tempts because some notes describe fail-safe like this: they have it the wrong way round.',
      },
      {
        text: 'It is silent, and nobody can tell why',
        why: 'That is fail-silent. It is harmless in its way, but no output was recognised as anything.',
      },
    ],
  },
  {
    ask: 'Two clients ask for the same balance at the same point. The server tells one of them 10 and the other 90. What is the least severe class that explains this?',
    choices: [
      {
        text: 'Value failure',
        why: 'At least one of the two is a wrong value, so this tempts. But a wrong value would be the same wrong value for both.',
      },
      {
        text: 'State-transition failure',
        why: 'A server that took a wrong step is in the wrong state. It still gives both the same answer from it.',
      },
      { text: 'Timing failure', why: 'Both answers came when they should. It is what they say that does not fit together.' },
      {
        text: 'Arbitrary failure',
        isRight: true,
        why: 'Only a server that may do anything may tell two observers different things about the same moment.',
      },
    ],
  },
  {
    ask: 'A video frame arrives two seconds early and overruns the buffer of the player. What is this?',
    choices: [
      {
        text: 'No failure: early is better than late',
        why: 'An interval has two ends. This reply is outside it, and the harm is done.',
      },
      { text: 'A timing failure', isRight: true, why: 'The content is right, and it comes outside the interval that was agreed.' },
      { text: 'An omission failure', why: 'The frame is lost in the end, so this tempts. But it was sent, and it arrived.' },
      { text: 'A response failure', why: 'Nothing is wrong with the content of the frame.' },
    ],
  },
  {
    ask: 'A server answers two requests, then neither the third nor the fourth, then the fifth. All that time it is watched by a monitor. What is the least severe class?',
    choices: [
      {
        text: 'Crash, fail-stop: the monitor sees it',
        why: 'A monitor helps to see a halt. But the fifth answer shows that there was none.',
      },
      { text: 'Crash, fail-silent', why: 'After the fourth request this was still possible. The fifth answer contradicts it.' },
      { text: 'Omission', isRight: true, why: 'Two answers are missing, and the server is heard of again.' },
      {
        text: 'Arbitrary: nobody can explain it',
        why: 'An arbitrary failure explains it, as it explains everything. A milder class does too.',
      },
    ],
  },
  {
    ask: '“Our protocol tolerates two failures out of five servers.” What is missing?',
    choices: [
      {
        text: 'Nothing: two of five is a minority',
        why: 'A minority of crashed servers is one thing, two that collude are quite another.',
      },
      {
        text: 'The failure model',
        isRight: true,
        why: 'Two crashes, two omissions and two Byzantine servers call for different protocols and different numbers of servers.',
      },
      {
        text: 'The cause of the failures',
        why: 'A protocol never sees causes. It sees messages that do not come, come late, or are wrong.',
      },
      {
        text: 'The time between failures',
        why: 'You need it for the availability of the system. It does not say what the servers do when they fail.',
      },
    ],
  },
];
