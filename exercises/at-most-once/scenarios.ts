/**
 * The runs that are explored: which clients ask for what, and what goes wrong. Any two sums of their amounts differ, so a balance tells what was executed.
 *
 * One client with all faults of the contract at once is explored to the end, two with fewer. Three, or four requests at once, with all of them are sampled.
 */
import type { FaultPlan, ProcessPlan, Scenario } from '../../grader/sim/scenario.ts';
import { ALL_REQUESTS } from './bounded.ts';
import { clientOf, type Behaviour } from './client.ts';
import { balance, deposit, withdraw, type Operation, type Request } from './request.ts';

/** A scenario of this exercise, with what its properties want to know of it. */
export interface Session extends Scenario {
  readonly requests: readonly Request[];
}

/** Runs of the scenarios that are too large to exhaust. */
const THREE_CLIENTS_RUNS = 200;
export const FOUR_AT_ONCE_RUNS = 100;
export const RANDOM_RUNS = THREE_CLIENTS_RUNS + FOUR_AT_ONCE_RUNS;

interface Plan {
  readonly id: string;
  readonly plan: string;
  readonly clients: Readonly<Record<string, Behaviour>>;
  readonly faults?: FaultPlan;
  readonly timers?: 'any' | 'patient';
  readonly sampledRuns?: number;
}

function session({ id, plan, clients, faults = {}, timers = 'any', ...sampling }: Plan): Session {
  const behaviours = Object.entries(clients);
  return {
    id,
    plan,
    processes: [
      SERVER,
      ...behaviours.map(([client, behaviour]): ProcessPlan => ({ id: client, kind: 'supplied', behaviour: clientOf(behaviour) })),
    ],
    group: ['server', ...Object.keys(clients)],
    timers,
    faults,
    ...sampling,
    requests: behaviours.flatMap(([client, { operations }]) => operations.map((op, at) => ({ client, seq: at + 1, op }))),
  };
}

const SERVER: ProcessPlan = { id: 'server', kind: 'learner', role: 'Server' };

/** Everything that the contract allows to go wrong. Whoever is down recovers once faults stop. */
const FULL: FaultPlan = { ...crashes(2), losses: 2, duplicates: 2, firings: 2 };
const FULL_PLAN = '2 crashes of the server with recovery, 2 losses, 2 duplicates, repeated twice at any moment';

const inTurn = {
  plan: '1 client with 3 requests, one after the other, no faults',
  clients: { client: { operations: [deposit(10), withdraw(1), balance], outstanding: 1 } },
};

export const withoutFaults = session({ id: 'without-faults', ...inTurn, timers: 'patient' });

/** The same with timers as the contract has them, which go off a few times: a server that counts them has finitely many worlds. */
export const withoutPatience = session({ id: 'without-patience', ...inTurn });

export const sideBySide = session({
  id: 'side-by-side',
  plan: '2 clients with 2 and 3 requests, one after the other, no faults',
  clients: {
    // What is missing is more than 32 bits can say.
    client1: { operations: [deposit(1), withdraw(2 ** 40)], outstanding: 1 },
    client2: { operations: [balance, deposit(10), balance], outstanding: 1 },
  },
});

export const oneByOne = session({
  id: 'one-by-one',
  plan: `1 client with 3 requests, one after the other, ${FULL_PLAN}`,
  clients: { client: { operations: [deposit(10), withdraw(10), deposit(1)], outstanding: 1, retries: true } },
  faults: FULL,
});

export const twoOutstanding = session({
  id: 'two-outstanding',
  plan: `1 client with 2 outstanding requests, ${FULL_PLAN}`,
  clients: { client: { operations: [deposit(1), balance], outstanding: 2, retries: true } },
  faults: FULL,
});

export const twoOfThree = session({
  id: 'two-of-three',
  plan: '1 client with 3 requests, 2 outstanding at a time, 2 crashes of the server with recovery, 2 losses, 1 duplicate, repeated once at any moment',
  clients: { client: { operations: [deposit(1), deposit(10), balance], outstanding: 2, retries: true } },
  faults: { ...crashes(2), losses: 2, duplicates: 1, firings: { client: 1 } },
});

export const longOpen = session({
  id: 'long-open',
  plan: '1 client that gets no answer to the first of 30 requests at first and makes the others one by one, 1 loss, 2 orders of arrival',
  clients: { client: { operations: powersOfTwo(30), outstanding: 1, beside: 1, early: 1 } },
  faults: { losses: 1, firings: 0 },
});

export const twoClients = session({
  id: 'two-clients',
  plan: '2 clients with 1 and 2 requests, 2 crashes of the server with recovery, 2 losses, 1 duplicate, each repeated once at any moment',
  clients: {
    client1: { operations: [deposit(1)], outstanding: 1, retries: true },
    client2: { operations: [deposit(10), balance], outstanding: 1, retries: true },
  },
  faults: { ...crashes(2), losses: 2, duplicates: 1, firings: { client1: 1, client2: 1 } },
});

export const unlucky = session({
  id: 'unlucky',
  plan: '1 client with 3 requests, 2 outstanding at a time, 2 crashes of the server with recovery, 2 losses, 2 duplicates',
  clients: { client: { operations: [deposit(1), withdraw(10), balance], outstanding: 2 } },
  faults: { ...crashes(2), losses: 2, duplicates: 2 },
});

export const unluckyTogether = session({
  id: 'unlucky-together',
  plan: '2 clients with 1 and 2 requests, 1 crash of the server with recovery, 2 losses',
  clients: {
    client1: { operations: [deposit(1)], outstanding: 1 },
    client2: { operations: [deposit(10), balance], outstanding: 1 },
  },
  faults: { ...crashes(1), losses: 2 },
});

export const manyNumbers = session({
  id: 'many-numbers',
  plan: '1 client with 11 requests, one after the other, another with 1, no faults',
  // Names and numbers of which the ends look alike: client1 and 11, client11 and 1.
  clients: {
    client1: { operations: powersOfTwo(11), outstanding: 1 },
    client11: { operations: [deposit(2 ** 40)], outstanding: 1 },
  },
});

export const fourOutstanding = session({
  id: 'four-outstanding',
  plan: '1 client with 4 outstanding requests, any order',
  clients: { client: { operations: [deposit(1), deposit(10), deposit(100), deposit(1000)], outstanding: 4 } },
});

export const farApart = session({
  id: 'far-apart',
  plan: '1 client whose first of 30 requests stays open while it makes the others one by one, no faults, 2 orders of arrival',
  clients: { client: { operations: powersOfTwo(30), outstanding: 1, beside: 1, early: 0 } },
  faults: { firings: 0 },
});

export const acknowledged = session({
  id: 'acknowledged',
  plan: '1 client with 3 requests, one after the other, 2 duplicates, 2 crashes of the server with recovery',
  clients: { client: { operations: [deposit(1), deposit(10), deposit(100)], outstanding: 1 } },
  faults: { ...crashes(2), duplicates: 2 },
});

export const refused = session({
  id: 'refused',
  plan: '1 client with 2 outstanding requests, 1 crash of the server with recovery, 1 duplicate, repeated once at any moment',
  clients: { client: { operations: [withdraw(10), deposit(100), balance], outstanding: 2, retries: true } },
  faults: { ...crashes(1), duplicates: 1, firings: { client: 1 } },
});

/** The money is known to be there when the second withdrawal is first sent, which the last request may overtake. */
export const overtaken = session({
  id: 'overtaken',
  plan: '1 client with 4 requests, 2 outstanding at a time, no faults',
  clients: { client: { operations: [deposit(100), withdraw(1), withdraw(10), balance], outstanding: 2 } },
});

/** The withdrawal may come before the money. Repeated it may come with an acknowledgement of the money. */
export const refusedFirst = session({
  id: 'refused-first',
  plan: '1 client with 2 outstanding requests, any order, repeated once at any moment',
  clients: { client: { operations: [deposit(100), withdraw(10)], outstanding: 2, retries: true } },
  faults: { firings: { client: 1 } },
});

export const threeClients = session({
  id: 'three-clients',
  plan: `runs drawn at random: 3 clients with 2, 1 and 1 requests, one after the other, ${FULL_PLAN} by each`,
  clients: {
    client1: { operations: [deposit(1), balance], outstanding: 1, retries: true },
    client2: { operations: [deposit(100)], outstanding: 1, retries: true },
    client3: { operations: [withdraw(10)], outstanding: 1, retries: true },
  },
  faults: FULL,
  sampledRuns: THREE_CLIENTS_RUNS,
});

export const fourAtOnce = session({
  id: 'four-at-once',
  plan: `runs drawn at random: 1 client with 4 outstanding requests, ${FULL_PLAN}`,
  clients: { client: { operations: [withdraw(1), deposit(10), balance, deposit(100)], outstanding: 4, retries: true } },
  faults: FULL,
  sampledRuns: FOUR_AT_ONCE_RUNS,
});

export const twoHundred = session({
  id: 'two-hundred',
  plan: '1 client with 200 requests, each acknowledged by the next, no faults',
  clients: { client: { operations: Array.from({ length: ALL_REQUESTS }, steadyOperation), outstanding: 1, early: 0 } },
  faults: { firings: 0 },
});

/** The server recovers at any moment, and once faults stop. */
function crashes(most: number): FaultPlan {
  return { crashes: { server: most }, recoveries: most, recoversAtEnd: true };
}

/** Every other one is refused, for what is never forgotten of a refusal counts too. */
function steadyOperation(_: unknown, at: number): Operation {
  if (at % 20 === 0) return deposit(2 ** (at / 20));
  return at % 2 === 0 ? balance : withdraw(2 ** (10 + (at - 1) / 2));
}

/** The first is also the smallest as text: among messages in flight it may come last. */
function powersOfTwo(count: number): Operation[] {
  return Array.from({ length: count }, (_, at) => deposit(2 ** at));
}
