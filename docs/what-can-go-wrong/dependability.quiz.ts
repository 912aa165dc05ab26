/** The questions of the lesson on dependability. */
import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'A system is down for one millisecond in every hour. How available and how reliable is it?',
    choices: [
      {
        text: 'Highly reliable, hardly available',
        why: 'The other way round: it fails 8,760 times a year, and is down for less than nine seconds of it.',
      },
      { text: 'Highly available and highly reliable', why: 'The nines tempt. But no stretch of an hour passes without a failure.' },
      {
        text: 'Highly available, hardly reliable',
        isRight: true,
        why: 'At a random instant it is up with a probability of 0.99999972. Over two hours it never stays up.',
      },
      { text: 'Neither', why: 'It fails often, but 0.99999972 is more than six nines of availability.' },
    ],
  },
  {
    ask: 'Three parts stand in series, each with an availability of 0.99. What is that of the whole?',
    choices: [
      { text: '0.99', why: 'That would be so if one part decided alone. Here all three must be up at once.' },
      { text: '0.970299', isRight: true, why: 'All three are needed, so multiply: 0.99³.' },
      { text: '0.999999', why: 'That is three in parallel: 1 − 0.01³.' },
      { text: '0.97 exactly', why: '1 − 3 · 0.01 is a good estimate. It counts the moments at which two parts are down twice.' },
    ],
  },
  {
    ask: 'How long is a service of 99.95 % down in a year of 365 days?',
    choices: [
      { text: '4.38 hours', isRight: true, why: '0.0005 of 8,760 hours.' },
      { text: '52.6 minutes', why: 'That is 99.99 %: a fifth of it.' },
      { text: '8.76 hours', why: 'That is 99.9 %: twice as much.' },
      { text: '26 minutes', why: 'That is 99.995 %. Count the nines again.' },
    ],
  },
  {
    ask: 'A reactor’s controller goes blank, and the rods drop in. Which attribute held?',
    choices: [
      { text: 'Availability', why: 'At this instant it does not serve at all.' },
      { text: 'Reliability', why: 'It has just failed, so the interval without failure is over.' },
      { text: 'Maintainability', why: 'Nothing is said about how quickly it can be repaired.' },
      { text: 'Safety', isRight: true, why: 'It failed, and no catastrophe followed.' },
    ],
  },
  {
    ask: 'A service has an MTTF of 1,000 hours and an MTTR of 1 hour. You bring the MTTR down to half an hour. What gets better?',
    choices: [
      { text: 'Reliability over a week', why: 'Repair starts when the failure has happened. A week with a failure in it stays one.' },
      { text: 'Availability, and not reliability', isRight: true, why: 'It is down for half as long, and fails as often as before.' },
      { text: 'Both', why: 'To fail half as often would improve both. To repair faster shortens failures, and prevents none.' },
      { text: 'Neither', why: 'The share of time for which it is down is halved, from 0.000999 to 0.0005.' },
    ],
  },
  {
    ask: 'Two disks of 0.99 mirror each other, and hang on one controller of 0.99. What is the availability of the whole?',
    choices: [
      { text: '0.9999', why: 'That is the pair of disks alone. Without the controller neither can be reached.' },
      { text: '0.970299', why: 'That would be all three in series. Of the disks one is enough.' },
      { text: '0.989901', isRight: true, why: 'The pair has 0.9999, and the controller stands in series with it: 0.99 · 0.9999.' },
      { text: '0.999999', why: 'That would be three in parallel, so that the controller alone could serve.' },
    ],
  },
];
