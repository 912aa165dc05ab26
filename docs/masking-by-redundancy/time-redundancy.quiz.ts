import type { Quiz } from '../../src/lesson/quiz.ts';

export const quiz: Quiz = [
  {
    ask: 'Each attempt is lost with probability 0.3, independently of the others. What is the probability that three attempts all fail?',
    choices: [
      { text: '0.9', why: 'That is 0.3 added up three times. More attempts would then make failure more likely.' },
      { text: '0.3', why: 'That is one attempt alone.' },
      { text: '0.343', why: 'That is 0.7³, the probability that all three succeed.' },
      { text: '0.027', isRight: true, why: '0.3 × 0.3 × 0.3, because all three have to fail and none depends on another.' },
    ],
  },
  {
    ask: 'Three layers each make up to four attempts when the layer below fails. How many requests can one request of a user become at the bottom?',
    choices: [
      { text: '12', why: 'That adds the attempts. But each attempt of one layer sets off four in the next.' },
      { text: '64', isRight: true, why: '4 × 4 × 4.' },
      { text: '81', why: 'That is 3⁴: attempts and layers have changed places.' },
      { text: '4', why: 'That is so if only one of the layers retries, and it is a good reason to do it like that.' },
    ],
  },
  {
    ask: 'Why is it safe to repeat a transaction that was aborted?',
    choices: [
      { text: 'Its locks keep everybody else away for good', why: 'An abort gives the locks back. And locks do not undo anything.' },
      {
        text: 'The aborted attempt left no effect',
        isRight: true,
        why: 'Everything is as before, so doing it now is like doing it for the first time.',
      },
      { text: 'It is faster the second time', why: 'It may be, since the data are at hand. That makes it quicker, not safer.' },
      { text: 'It would detect a Byzantine fault', why: 'A transaction trusts those who take part in it. It does not look for lies.' },
    ],
  },
  {
    ask: 'A fault lasts 2 s. Which client gets its answer?',
    choices: [
      { text: 'Ten attempts, 100 ms apart', why: 'The last comes after 900 ms. Ten attempts in the window are no better than one.' },
      {
        text: 'Four attempts; the waits begin at 200 ms and double',
        why: 'The waits are 200, 400 and 800 ms, so the last attempt comes after 1.4 s.',
      },
      {
        text: 'Five attempts; the waits begin at 200 ms and double',
        isRight: true,
        why: 'The waits are 200, 400, 800 and 1,600 ms. The last attempt comes after 3 s, outside the window.',
      },
      { text: 'Five attempts, 400 ms apart', why: 'The last comes after 1.6 s. It is close, and still inside.' },
    ],
  },
  {
    ask: 'You send “pay 50” within a transaction, and the reply to your commit does not come. May you start the transaction again?',
    choices: [
      {
        text: 'Yes: a transaction can always be repeated, that is its purpose',
        why: 'One that was aborted can. This one may have committed, and then you pay 100.',
      },
      {
        text: 'Only if the server can tell that it is the same request',
        isRight: true,
        why: 'It may have committed. A number that the server knows again makes the second execution harmless.',
      },
      { text: 'Yes, after a longer wait', why: 'A wait changes when the second payment comes. It does not change that it comes.' },
      { text: 'No: nothing may ever be repeated without a reply', why: 'An idempotent request may, and a request can be made idempotent.' },
    ],
  },
  {
    ask: 'A server was down for a minute, and a thousand clients wait to try again. What does jitter do for them?',
    choices: [
      { text: 'It makes the fault shorter', why: 'The fault takes the time that it takes. Jitter is about what comes after.' },
      {
        text: 'It makes each client succeed sooner',
        why: 'A single client may well be later, or give up earlier. The herd as a whole does better.',
      },
      { text: 'It reduces the number of retries to one', why: 'That is done by making fewer attempts. Jitter leaves their number alone.' },
      {
        text: 'It spreads their attempts over time',
        isRight: true,
        why: 'Clients that failed together would otherwise come back together each time, and hit the server all at once.',
      },
    ],
  },
];
