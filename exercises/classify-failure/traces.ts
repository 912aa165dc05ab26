/** Traces with known verdicts, in the notation of trace.ts. `get` is answered with 7 and `put` with 1, from 5 to 10 ms after the request. */
import { TRANSITIONS } from './generated.ts';
import type { Halt, Spec, Verdict } from './trace.ts';

export interface Known {
  readonly lines: readonly string[];
  readonly verdict: Verdict;
  readonly haltDetected?: Halt;
  readonly spec?: Spec;
  readonly about?: string;
}

export const SPEC: Spec = { earliest: 5, latest: 10, value: { get: 7, put: 1 }, transitions: TRANSITIONS };

const none: Verdict = { class: 'none', subtype: null, observability: null };
const failStop: Verdict = { class: 'crash', subtype: null, observability: 'fail-stop' };
const failNoisy: Verdict = { class: 'crash', subtype: null, observability: 'fail-noisy' };
const failSilent: Verdict = { class: 'crash', subtype: null, observability: 'fail-silent' };
const failSafe: Verdict = { class: 'arbitrary', subtype: null, observability: 'fail-safe' };
const failArbitrary: Verdict = { class: 'arbitrary', subtype: null, observability: 'fail-arbitrary' };
const omission = (subtype: 'receive' | 'send' | 'mixed'): Verdict => ({ class: 'omission', subtype, observability: null });
const timing = (subtype: 'early' | 'late' | 'mixed'): Verdict => ({ class: 'timing', subtype, observability: null });
const response = (subtype: 'value' | 'state-transition' | 'mixed'): Verdict => ({ class: 'response', subtype, observability: null });

export const CRASH: readonly Known[] = [
  { lines: ['get A>A | 7@6'], verdict: none },
  { lines: ['get A>A | 7@6 7@8', 'put A>B | 1@7 1@7', 'get B>B | 7@6 7@6'], verdict: none },
  { lines: ['get in | 7@6 7@6', 'put in | 1@7 1@7'], verdict: none, about: 'A log that shows no step is no deviation.' },
  { lines: ['get A>A | 7@6 7@6 7@9'], verdict: none, haltDetected: 'reliably' },
  { lines: ['get A>A | 7@6', 'get lost | -', 'get lost | -'], verdict: failSilent },
  { lines: ['get A>A | 7@6 7@6', 'put in | - -', 'get lost | - -'], verdict: failSilent },
  {
    lines: ['get A>A | 7@6', 'put A>B | -', 'get lost | -'],
    verdict: failSilent,
    about: 'It crashed after its step and before its reply.',
  },
  { lines: ['get A>A | 7@6 7@6', 'get A>A | 7@6 -', 'get lost | - -'], verdict: failSilent, about: 'It crashed between two replies.' },
  { lines: ['get lost | - -', 'put lost | - -', 'get lost | - -'], verdict: failSilent, about: 'It was never heard of.' },
  { lines: ['put in | - - -', 'get lost | - - -', 'put lost | - - -'], verdict: failSilent },
  {
    lines: ['get A>A | 7@6', 'get A>A | 7@7', 'put A>B | 1@8', 'get lost | -', 'get lost | -', 'get lost | -'],
    verdict: failSilent,
  },
];

export const OMISSION: readonly Known[] = [
  { lines: ['get A>A | -', 'get A>A | 7@6'], verdict: omission('send'), about: 'It answers again.' },
  { lines: ['get lost | -', 'get A>A | 7@6'], verdict: omission('receive'), about: 'It answers again.' },
  { lines: ['get in | - -', 'get A>A | 7@6 7@6'], verdict: omission('send') },
  { lines: ['put A>B | - -', 'get B>B | 7@6 7@6'], verdict: omission('send'), about: 'The step was done, only the replies are missing.' },
  { lines: ['get A>A | 7@6 7@6', 'put lost | - -', 'get A>A | 7@6 7@6'], verdict: omission('receive') },
  { lines: ['get A>A | 7@6 -', 'get A>A | 7@6 7@6'], verdict: omission('send') },
  { lines: ['get in | - 7@6', 'get A>A | 7@6 7@6'], verdict: omission('send') },
  { lines: ['get lost | -', 'get lost | -', 'get A>A | 7@6'], verdict: omission('receive') },
  { lines: ['get in | - -', 'get A>A | 7@6 7@6', 'put A>B | - 1@6', 'get B>B | 7@6 7@6'], verdict: omission('send') },
  { lines: ['get lost | -', 'put A>B | 1@6', 'get lost | -', 'get B>B | 7@6'], verdict: omission('receive') },
  {
    lines: ['get A>A | -', 'get A>A | 7@6'],
    verdict: omission('send'),
    haltDetected: 'reliably',
    about: '`haltDetected` means nothing here.',
  },
];

export const TIMING: readonly Known[] = [
  { lines: ['get A>A | 7@12'], verdict: timing('late') },
  { lines: ['get A>A | 7@1'], verdict: timing('early'), about: 'Too early is a failure too.' },
  { lines: ['get A>A | 7@6', 'put A>B | 1@11', 'get B>B | 7@6'], verdict: timing('late') },
  { lines: ['get A>A | 7@6', 'put A>B | 1@4', 'get B>B | 7@6'], verdict: timing('early') },
  { lines: ['get A>A | 7@6 7@6 7@600'], verdict: timing('late') },
  { lines: ['get A>A | 7@0 7@6 7@6'], verdict: timing('early') },
  { lines: ['get A>A | 7@20 7@30', 'get A>A | 7@11 7@6'], verdict: timing('late') },
  { lines: ['get A>A | 7@2 7@3', 'put A>B | 1@0 1@4'], verdict: timing('early') },
  { lines: ['get A>A | 7@12'], verdict: timing('late'), haltDetected: 'reliably', about: '`haltDetected` means nothing here.' },
];

export const RESPONSE: readonly Known[] = [
  { lines: ['put A>B | 1@6', 'get B>B | 7@6'], verdict: none },
  { lines: ['put A>A | 1@6', 'put A>B | 1@6'], verdict: none, about: 'In state A `put` may lead to B or to A.' },
  { lines: ['get A>A | 8@6'], verdict: response('value') },
  { lines: ['get A>A | 9@6 9@6'], verdict: response('value'), about: 'All observers are told the same.' },
  { lines: ['put A>B | 7@6 7@7'], verdict: response('value'), about: 'This would be right for another operation.' },
  {
    lines: ['get A>A | 7@6', 'get A>A | 8@6', 'get A>A | 7@6'],
    verdict: response('value'),
    about: 'All observers of one exchange are told the same.',
  },
  {
    lines: ['get A>A | 8@6 8@6', 'get A>A | 9@6 9@6'],
    verdict: response('value'),
    about: 'All observers of one exchange are told the same.',
  },
  { lines: ['get A>A | 70@6 70@6 70@6'], verdict: response('value') },
  { lines: ['get A>B | 7@6'], verdict: response('state-transition'), about: 'Only `put` leads from A to B.' },
  { lines: ['put A>C | 1@6 1@6'], verdict: response('state-transition') },
  { lines: ['put A>B | 1@6', 'put B>B | 1@6'], verdict: response('state-transition'), about: '`put` leads to B only from A.' },
  { lines: ['put A>B | 1@6', 'put B>A | 1@6'], verdict: response('state-transition'), about: 'This is an allowed step backwards.' },
  { lines: ['put A>B | 1@6', 'get B>B | 7@6', 'get B>X | 7@6'], verdict: response('state-transition'), about: 'No transition knows X.' },
  { lines: ['get A>A | 8@6'], verdict: response('value'), haltDetected: 'reliably', about: '`haltDetected` means nothing here.' },
];

export const ARBITRARY: readonly Known[] = [
  { lines: ['get A>A | 7@6 9@6'], verdict: failArbitrary, about: 'Two observers are told different numbers.' },
  { lines: ['get A>A | 8@6 9@6'], verdict: failArbitrary, about: 'Two observers are told different numbers.' },
  { lines: ['get A>A | 7@6 7@6 9@6'], verdict: failArbitrary, about: 'One of three observers is told another number.' },
  { lines: ['get A>A | 7@6 7@6', 'put A>B | 2@6 1@6', 'get B>B | 7@6 7@6'], verdict: failArbitrary },
  { lines: ['get A>A | 7@6 8@6 7@6'], verdict: failArbitrary, about: 'One of three observers is told another number.' },
  { lines: ['get A>A | 9@6 - 8@6'], verdict: failArbitrary, about: 'Two observers are told different numbers.' },
  { lines: ['get A>A | junk@6'], verdict: failSafe },
  { lines: ['get A>A | 7@6 junk@6'], verdict: failSafe },
  { lines: ['get A>A | 7@6 7@6', 'get A>A | junk@6 junk@6', 'get A>A | 7@6 7@6'], verdict: failSafe },
  { lines: ['get lost | 7@6'], verdict: failArbitrary, about: 'A reply to a request that was never received.' },
  { lines: ['get A>A | 7@6 7@6', 'get lost | - 7@6'], verdict: failArbitrary, about: 'A reply to a request that was never received.' },
  { lines: ['get lost | 9@6 9@6', 'get A>A | 7@6 7@6'], verdict: failArbitrary, about: 'A reply to a request that was never received.' },
  { lines: ['get lost | junk@6', 'get A>A | 7@6'], verdict: failSafe },
];

export const OBSERVABILITY: readonly Known[] = [
  { lines: ['get A>A | 7@6', 'get lost | -', 'get lost | -'], verdict: failStop, haltDetected: 'reliably' },
  { lines: ['get A>A | 7@6', 'get lost | -', 'get lost | -'], verdict: failNoisy, haltDetected: 'eventually' },
  { lines: ['get A>A | 7@6', 'get lost | -', 'get lost | -'], verdict: failSilent, haltDetected: 'no' },
  { lines: ['get A>A | 7@6 -', 'get lost | - -'], verdict: failStop, haltDetected: 'reliably' },
  { lines: ['put A>B | - -', 'get lost | - -'], verdict: failNoisy, haltDetected: 'eventually' },
  { lines: ['get A>A | junk@6'], verdict: failSafe, about: 'Everybody can tell that this is junk.' },
  { lines: ['get A>A | junk@6 7@6', 'get A>A | 7@6 7@6'], verdict: failSafe },
  { lines: ['get lost | junk@6 -', 'get A>A | 7@6 7@6'], verdict: failSafe, about: 'Junk does no harm, whatever it answers.' },
  { lines: ['get A>A | junk@6 7@12'], verdict: failSafe, about: 'The only number is right, if late.' },
  {
    lines: ['get A>A | junk@6', 'get A>A | -', 'get lost | -'],
    verdict: failSafe,
    about: 'There is no number that could mislead anybody.',
  },
  {
    lines: ['get A>A | 7@6', 'get A>A | junk@6'],
    verdict: failSafe,
    haltDetected: 'reliably',
    about: '`haltDetected` means nothing here.',
  },
  { lines: ['get A>A | junk@6', 'get A>B | 7@6'], verdict: failSafe, about: 'A step is wrong, but no number is.' },
  { lines: ['get A>A | 7@6 9@6'], verdict: failArbitrary },
  { lines: ['get lost | 7@6'], verdict: failArbitrary, about: 'The number is right, but it answers what was never received.' },
  { lines: ['get A>A | junk@6 8@6'], verdict: failArbitrary, about: 'There is junk, but a wrong number too.' },
  { lines: ['get A>A | junk@6', 'get A>A | 8@6'], verdict: failArbitrary, about: 'There is junk, but a wrong number too.' },
  { lines: ['get A>A | 8@6 8@6', 'get A>A | junk@6 7@6'], verdict: failArbitrary, about: 'There is junk, but a wrong number too.' },
  { lines: ['get A>A | junk@6', 'get lost | 7@6'], verdict: failArbitrary, about: 'There is junk, but a reply out of nothing too.' },
  { lines: ['get lost | junk@6 7@6'], verdict: failArbitrary, about: 'There is junk, but a reply out of nothing too.' },
  { lines: ['get A>A | 8@6 9@6'], verdict: failArbitrary, haltDetected: 'reliably', about: '`haltDetected` means nothing here.' },
];
