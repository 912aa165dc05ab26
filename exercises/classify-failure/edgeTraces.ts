/** Known traces of the edges: several classes at once, the last exchange, and the bounds. */
import { SPEC, type Known } from './traces.ts';
import type { Verdict } from './trace.ts';

const none: Verdict = { class: 'none', subtype: null, observability: null };
const crash: Verdict = { class: 'crash', subtype: null, observability: 'fail-silent' };
const failSafe: Verdict = { class: 'arbitrary', subtype: null, observability: 'fail-safe' };
const failArbitrary: Verdict = { class: 'arbitrary', subtype: null, observability: 'fail-arbitrary' };
const plain = (name: 'omission' | 'timing' | 'response', subtype: Verdict['subtype']): Verdict => ({
  class: name,
  subtype,
  observability: null,
});

const ONLY_THE_WINNER = 'Only the deviations of the class that wins have a say in the subtype.';

export const WORST: readonly Known[] = [
  { lines: ['get A>A | -', 'get A>A | 7@12'], verdict: plain('timing', 'late') },
  { lines: ['get A>A | 7@1', 'get lost | -'], verdict: plain('timing', 'early'), about: 'This would be a crash, but a reply was early.' },
  { lines: ['get A>A | 8@6', 'get A>A | 7@12'], verdict: plain('response', 'value') },
  { lines: ['get A>A | 8@12'], verdict: plain('response', 'value'), about: 'One reply is late and wrong.' },
  { lines: ['get A>B | 7@1'], verdict: plain('response', 'state-transition') },
  {
    lines: ['get A>A | 8@6', 'get lost | -', 'get lost | -'],
    verdict: plain('response', 'value'),
    about: 'This would be a crash, but a reply was wrong.',
  },
  { lines: ['get A>C | -'], verdict: plain('response', 'state-transition'), about: 'The step is wrong, and nothing is answered.' },
  { lines: ['get A>A | 8@6', 'get A>A | junk@6'], verdict: failArbitrary },
  { lines: ['get A>A | junk@6', 'get A>A | 7@12', 'get lost | -'], verdict: failSafe },
  { lines: ['get A>A | 7@12 9@1', 'get A>A | 7@6 -'], verdict: failArbitrary },
  { lines: ['get A>A | -', 'get lost | -', 'get A>A | 7@6'], verdict: plain('omission', 'mixed') },
  {
    lines: ['get A>A | -', 'get lost | -', 'get A>A | -'],
    verdict: plain('omission', 'mixed'),
    about: 'The last request is in the log again.',
  },
  { lines: ['get A>A | 7@6 -', 'get A>A | 7@6 7@6', 'get lost | - -'], verdict: plain('omission', 'mixed') },
  { lines: ['get A>A | 7@1', 'get A>A | 7@12'], verdict: plain('timing', 'mixed') },
  { lines: ['get A>A | 7@1 7@12'], verdict: plain('timing', 'mixed'), about: 'One reply is early, the other late.' },
  { lines: ['get A>A | 8@6', 'get A>B | 7@6'], verdict: plain('response', 'mixed') },
  { lines: ['get A>B | 8@6'], verdict: plain('response', 'mixed'), about: 'The step and the value are wrong.' },
  { lines: ['get A>A | -', 'get lost | -', 'get A>A | 7@12'], verdict: plain('timing', 'late'), about: ONLY_THE_WINNER },
  { lines: ['get A>A | 7@1 7@12', 'get A>A | 8@6 8@6'], verdict: plain('response', 'value'), about: ONLY_THE_WINNER },
  { lines: ['get A>A | 7@12', 'get lost | -', 'get A>B | 7@1'], verdict: plain('response', 'state-transition'), about: ONLY_THE_WINNER },
];

export const LAST_EXCHANGE: readonly Known[] = [
  { lines: ['get A>A | 7@6', 'get A>A | -'], verdict: crash, about: 'Nothing is heard after this.' },
  { lines: ['get A>A | 7@6', 'get lost | -'], verdict: crash, about: 'Nothing is heard after this.' },
  { lines: ['get A>A | 7@6 7@6', 'get A>A | 7@6 -'], verdict: crash, about: 'It may have crashed between two replies.' },
  { lines: ['get lost | - -'], verdict: crash },
  { lines: ['get A>A | -'], verdict: crash },
  { lines: ['get A>A | - 7@6 -'], verdict: crash },
  { lines: ['get A>A | 7@6 -', 'get lost | - -'], verdict: crash },
  {
    lines: ['get A>A | -', 'get A>A | -'],
    verdict: plain('omission', 'send'),
    about: 'The second request is in the log too: the server was still there.',
  },
  {
    lines: ['get A>A | 7@6', 'put A>B | -', 'get B>B | -'],
    verdict: plain('omission', 'send'),
    about: 'The last request is in the log too.',
  },
  { lines: ['get A>A | - 7@6', 'get A>A | 7@6 -'], verdict: plain('omission', 'send') },
  { lines: ['get A>A | - -', 'get A>A | - 7@6'], verdict: plain('omission', 'send'), about: 'A single answer later.' },
  {
    lines: ['get lost | -', 'get lost | -', 'get lost | -', 'get A>A | 7@6'],
    verdict: plain('omission', 'receive'),
    about: 'A single answer later.',
  },
  {
    lines: ['get A>A | -', 'get A>A | 7@6', 'get A>A | -'],
    verdict: plain('omission', 'send'),
    about: 'Before the last exchange something was missing already.',
  },
  {
    lines: ['get lost | -', 'get A>A | 7@6', 'get lost | -'],
    verdict: plain('omission', 'receive'),
    about: 'Before the last exchange something was missing already.',
  },
  {
    lines: ['get lost | -', 'get A>A | 7@6', 'get lost | -', 'get lost | -', 'get lost | -'],
    verdict: plain('omission', 'receive'),
    about: 'After the first exchange it was heard of again.',
  },
];

const SHARP = { ...SPEC, earliest: 7, latest: 7 };
const AT_ONCE = { ...SPEC, earliest: 0, value: { get: 0, put: -3 } };

export const BOUNDARIES: readonly Known[] = [
  { lines: [], verdict: none, about: 'Nothing was asked.' },
  { lines: [], verdict: none, haltDetected: 'reliably', about: 'Nothing was asked.' },
  { lines: ['get A>A | 7@5'], verdict: none, about: 'The reply comes exactly at the earliest time.' },
  { lines: ['get A>A | 7@10'], verdict: none, about: 'The reply comes exactly at the latest time.' },
  { lines: ['get A>A | 7@7'], spec: SHARP, verdict: none, about: 'There is only one right time.' },
  { lines: ['get A>A | 7@6'], spec: SHARP, verdict: plain('timing', 'early') },
  { lines: ['get A>A | 7@8'], spec: SHARP, verdict: plain('timing', 'late') },
  { lines: ['get A>A | 7@10.5'], verdict: plain('timing', 'late'), about: 'Half a millisecond late is late.' },
  { lines: ['get A>A | 7@4.5'], verdict: plain('timing', 'early'), about: 'Half a millisecond early is early.' },
  { lines: ['get A>A | 0@0'], spec: AT_ONCE, verdict: none, about: '0 is a value and a time like any other.' },
  { lines: ['get A>A | 0@0 -', 'put A>B | -3@6 -3@0'], spec: AT_ONCE, verdict: plain('omission', 'send') },
  { lines: ['get A>A | 1@6'], spec: AT_ONCE, verdict: plain('response', 'value'), about: 'The right value is 0.' },
  { lines: ['get A>A | 0@6'], verdict: plain('response', 'value'), about: 'The right value is 7.' },
  { lines: ['get A>A | 0@6 1@6'], spec: AT_ONCE, verdict: failArbitrary },
  { lines: ['get lost | 0@0'], spec: AT_ONCE, verdict: failArbitrary, about: '0 is an answer.' },
  { lines: ['get A>A | 7@6 7@6 -', 'get A>A | 7@6 7@6 7@6'], verdict: plain('omission', 'send') },
  { lines: ['get A>A | 7@6 7@6 7@11'], verdict: plain('timing', 'late') },
  { lines: ['get A>A | 7@6 7@4 7@6'], verdict: plain('timing', 'early') },
  {
    lines: ['get A>A | 8@6 - -', 'get A>A | 7@6 7@6 7@6'],
    verdict: plain('response', 'value'),
    about: 'Only one observer is told anything.',
  },
  {
    lines: ['get A>A | - 8@6 8@6', 'get A>A | 7@6 7@6 7@6'],
    verdict: plain('response', 'value'),
    about: 'To be told nothing is not to be told another number.',
  },
  { lines: ['get A>A | 7@6 7@6 junk@6'], verdict: failSafe },
  { lines: ['get A>A | 7@6 7@5 7@10'], verdict: none },
];
