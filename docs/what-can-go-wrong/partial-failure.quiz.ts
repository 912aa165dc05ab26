/** The questions of the lesson on partial failure. */
import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'A loose plug makes a link fail twice a day, for a second each time. What kind of fault is it?',
    choices: [
      {
        text: 'Transient',
        why: 'Each interruption is short, which tempts. But a transient fault occurs once; this one will be back this evening.',
      },
      {
        text: 'Permanent',
        why: 'The plug is loose all the time, but the link works all day except for two seconds. A permanent fault would not let go until repaired.',
      },
      { text: 'Intermittent', isRight: true, why: 'It comes, goes on its own, and comes again.' },
      { text: 'Byzantine', why: 'That word says how a part misbehaves when it fails, not how long a fault lasts.' },
    ],
  },
  {
    ask: 'A bit flips in a buffer. The buffer is overwritten before anyone reads it. What was there?',
    choices: [
      {
        text: 'A fault and an error, but no failure',
        isRight: true,
        why: 'Part of the state was wrong for a while, and no service was touched by it.',
      },
      {
        text: 'A fault, an error and a failure',
        why: 'A failure is seen by those who use the service. Nobody read the buffer, so the service never departed from its promise.',
      },
      {
        text: 'A failure without a fault',
        why: 'It is the other way round: a failure always has a cause, and here the cause had no failure.',
      },
      {
        text: 'Nothing',
        why: 'No harm was done, but for a while the state was wrong. Had somebody read it in time, the story would have gone on.',
      },
    ],
  },
  {
    ask: 'You sent a request and got no reply. What do you know?',
    choices: [
      { text: 'The server has crashed', why: 'A lost message or a slow server looks exactly the same from where you stand.' },
      { text: 'The request was not carried out', why: 'The reply may be what was lost, after the work was done.' },
      { text: 'The request was carried out', why: 'The request may be what was lost, before the server heard of it.' },
      { text: 'None of these', isRight: true, why: 'Each is possible, and silence fits them all.' },
    ],
  },
  {
    ask: 'Which of these is a partial failure?',
    choices: [
      {
        text: 'A laptop without a network runs out of battery',
        why: 'Everything on it stops at once, the observer too. That is a total failure.',
      },
      {
        text: 'One of three databases is unreachable, and the web server must decide what to show',
        isRight: true,
        why: 'Some parts work, and have to act without knowing the state of the rest.',
      },
      {
        text: 'A fire takes the building that holds all servers and all clients of a service',
        why: 'Much is lost, but all of it at once. Nobody is left who has to act without knowing about the rest, so the failure is total.',
      },
      {
        text: 'A program prints a wrong sum',
        why: 'It is a failure, but no part is missing: the one program there is gives a wrong service.',
      },
    ],
  },
  {
    ask: 'A disk returns wrong bytes. The database above it notices, reads a second copy, and answers its client correctly. What is the disk’s misbehaviour?',
    choices: [
      { text: 'A failure, for everybody', why: 'It is one for the disk. The service of the database never departed from its promise.' },
      {
        text: 'A fault, for everybody',
        why: 'The disk has promised to return what was written. Seen from its own promise, that is a failure.',
      },
      {
        text: 'A failure of the disk, and a fault as the database sees it',
        isRight: true,
        why: 'The failure of a part is a fault to those who use the part. Here the chain ends in the database.',
      },
      { text: 'An error of the client', why: 'The state of the client was right all along. Nothing wrong reached it.' },
    ],
  },
];
