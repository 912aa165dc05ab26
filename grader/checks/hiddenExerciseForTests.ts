/**
 * A small protocol for tests of what submissions keep where they must not. Two processes add up what they are told: the application asks p1 to add
 * 1 and then 2, p1 tells p2, and p2 indicates every sum.
 */
import { Violation, type Property } from '../sim/property.ts';
import type { Application, Scenario } from '../sim/scenario.ts';
import type { Exercise } from './exercise.ts';

interface Add {
  readonly type: 'ADD';
  readonly amount: number;
}

/** How many of its requests have come. */
const application: Application<number> = {
  watches: ['request'],
  first: 0,
  every: [1, 2].map(adding),
  observe: (count) => count + 1,
  requests: (count) => (count < 2 ? [adding(count + 1)] : []),
};

function adding(amount: number) {
  return { process: 'p1', request: { type: 'ADD', amount } satisfies Add };
}

const processes: Scenario['processes'] = ['p1', 'p2'].map((id) => ({
  id,
  kind: 'learner',
  role: 'Adder',
  config: { period: 50, names: { long: ['first', 'second'] } },
}));

const plain: Scenario = {
  id: 'plain',
  plan: '2 processes, no faults, timers at any moment',
  processes,
  group: ['p1', 'p2'],
  timers: 'any',
  faults: { firings: { p1: 0, p2: 1 } },
  application,
};

const crashing: Scenario = {
  ...plain,
  id: 'crashing',
  plan: '2 processes, 1 crash of p2 with recovery, timers at any moment',
  faults: { crashes: { p2: 1 }, recoveries: 1, recoversAtEnd: true, firings: { p1: 0, p2: 1 } },
};

const patient: Scenario = { ...plain, id: 'patient', plan: '2 processes, no faults', timers: 'patient', faults: {} };

/** What p2 was told to add, and the largest sum that it indicated. */
interface Sums {
  readonly [key: string]: number;
  readonly told: number;
  readonly largest: number;
}

const honest: Property<Sums> = {
  watches: ['receive', 'indicate'],
  sees: (event) => event.process === 'p2',
  first: { told: 0, largest: 0 },
  observe(sums, event) {
    if (event.kind === 'receive') return { ...sums, told: sums.told + amountIn(event.message) };
    if (event.kind !== 'indicate') return sums;
    const sum = sumIn(event.event);
    if (sum > sums.told || sum < 0) return new Violation('p2', `p2 indicated the sum ${sum}, and was told to add ${sums.told} in all.`);
    return { ...sums, largest: Math.max(sums.largest, sum) };
  },
};

const whole: Property<Sums> = {
  ...honest,
  observe: (sums, event) => {
    const next = honest.observe(sums, event);
    return next instanceof Violation ? sums : next;
  },
  atEnd: ({ told, largest }) =>
    largest === told
      ? undefined
      : new Violation('p2', `p2 was told to add ${told} in all; the largest sum that it indicated is ${largest}.`),
};

const done: Property<Sums> = {
  ...whole,
  atEnd: ({ largest }) => (largest === 3 ? undefined : new Violation('p2', `p2 never indicated the sum 3; its largest was ${largest}.`)),
};

/** 0 for what is no such message. */
function amountIn(message: unknown): number {
  return typeof message === 'object' && message !== null && 'amount' in message && typeof message.amount === 'number' ? message.amount : 0;
}

/** Infinity for what is no such indication. */
function sumIn(event: unknown): number {
  return typeof event === 'object' && event !== null && 'sum' in event && typeof event.sum === 'number' ? event.sum : Infinity;
}

export const hiddenExercise: Exercise = {
  id: 'adding',
  title: 'Adding up',
  lesson: 'adding',
  level: 'easy',
  core: false,
  exports: [],
  roles: ['Adder'],
  work: { scenario: patient, done },
  checks: [
    {
      id: 'whole',
      title: 'In the end p2 knows the whole sum',
      kind: 'liveness',
      points: 40,
      judged: [{ scenario: plain, property: whole }],
    },
    {
      id: 'honest',
      title: 'p2 never indicates more than it was told',
      kind: 'safety',
      points: 60,
      judged: [
        { scenario: plain, property: honest },
        { scenario: crashing, property: honest },
      ],
    },
  ],
  hints: [],
};
