/** Generated traces: a server that does its work, and faults put into single exchanges. */
import { array, boolean, constant, constantFrom, integer, nat, record, tuple, type Arbitrary } from 'fast-check';
import { OBSERVERS, type Exchange, type Halt, type Reply, type Spec, type Trace } from './trace.ts';

export interface Example {
  readonly trace: Trace;
  readonly spec: Spec;
}

export type Fault =
  /** The request is not in the log, and nobody is answered. */
  | 'lost'
  /** Received; some observers get nothing, or all. */
  | 'partly'
  | 'unanswered'
  | 'early'
  | 'late'
  /** A wrong number, to some or to one alone. */
  | 'value'
  | 'split'
  | 'step'
  /** Not in the log, but answered. */
  | 'ghost'
  | 'junk';

/** What happens in one exchange. */
interface Plan {
  readonly op: 'get' | 'put';
  readonly logged: boolean;
  /** Which observers a fault is about: a bit each. */
  readonly about: number;
  /** How much too early or late, and how far off a wrong number is. */
  readonly off: number;
  readonly faults: readonly Fault[];
}

/** In state A `put` may also be refused; in state B nobody puts. */
export const TRANSITIONS: Spec['transitions'] = [
  ['A', 'get', 'A'],
  ['A', 'put', 'B'],
  ['A', 'put', 'A'],
  ['B', 'get', 'B'],
];

const halt: Arbitrary<Halt> = constantFrom('no', 'eventually', 'reliably');

/** Values and times of 0 are left to `boundaries`. */
const spec: Arbitrary<Spec> = record({
  earliest: integer({ min: 3, max: 6 }),
  width: integer({ min: 2, max: 9 }),
  value: record({ get: integer({ min: 1, max: 9 }), put: integer({ min: 1, max: 9 }) }),
}).map(({ earliest, width, value }) => ({ earliest, latest: earliest + width, value, transitions: TRANSITIONS }));

/** How many exchanges, how many faults in each at most (1 unless told), and whether the log may lack steps. */
interface Extent {
  readonly min: number;
  readonly max: number;
  readonly most?: number;
  readonly unlogged?: boolean;
}

/** Exchanges in each of which some of `faults` happen, or none. */
export function plans(faults: readonly Fault[], { min, max, most = 1, unlogged = false }: Extent): Arbitrary<readonly Plan[]> {
  const some = faults.length === 0 ? constant<Fault[]>([]) : array(constantFrom(...faults), { maxLength: most });
  return array(planOf(some, unlogged), { minLength: min, maxLength: max });
}

/** An exchange in which exactly these faults happen. */
export function planOf(faults: Arbitrary<readonly Fault[]>, unlogged = false): Arbitrary<Plan> {
  return record({
    op: constantFrom('get' as const, 'put' as const),
    logged: unlogged ? boolean() : constant(true),
    about: integer({ min: 1, max: 7 }),
    off: integer({ min: 1, max: 3 }),
    faults,
  });
}

export function examples(planned: Arbitrary<readonly Plan[]>): Arbitrary<Example> {
  return tuple(spec, planned, constantFrom(1, 2, 3), halt, nat(9)).map(([given, chosen, observers, haltDetected, pace]) => ({
    trace: { exchanges: happen(chosen, given, OBSERVERS.slice(0, observers), pace), haltDetected },
    spec: given,
  }));
}

function happen(chosen: readonly Plan[], given: Spec, observers: readonly string[], pace: number): readonly Exchange[] {
  let state = 'A';
  return chosen.map(({ op: wanted, logged, about, off, faults }) => {
    const op = state === 'A' ? wanted : 'get';
    const received = !faults.some((fault) => fault === 'lost' || fault === 'ghost');
    const isWrong = faults.includes('step');
    const step = received && (logged || isWrong) ? ([state, next(state, op, isWrong, off)] as const) : null;
    state = step?.[1] ?? state;
    const right: Reply = { value: given.value[op] ?? 0, after: insideOf(given, pace) };
    // At least one observer is concerned.
    const concerned = about & ((1 << observers.length) - 1) || 1;
    const replies = observers.map((name, at) => {
      const isConcerned = ((concerned >> at) & 1) === 1;
      const mine = faults.filter((fault) => (fault === 'split' ? at === about % observers.length : isConcerned || isForAll(fault)));
      return [name, mine.reduce<Reply | null>((reply, fault) => afflicted(reply, fault, off, given), right)] as const;
    });
    return { op, received, step, replies: Object.fromEntries(replies) };
  });
}

/** A time in the interval, but at neither of its ends. */
function insideOf({ earliest, latest }: Spec, pace: number): number {
  return earliest + 1 + (pace % (latest - earliest - 1));
}

function isForAll(fault: Fault): boolean {
  return fault === 'lost' || fault === 'unanswered';
}

function afflicted(reply: Reply | null, fault: Fault, off: number, given: Spec): Reply | null {
  if (reply === null) return null;
  switch (fault) {
    case 'lost':
    case 'partly':
    case 'unanswered':
      return null;
    case 'early':
      return { ...reply, after: given.earliest - off };
    case 'late':
      return { ...reply, after: given.latest + off };
    case 'value':
    case 'split':
      return reply.value === 'junk' ? reply : { ...reply, value: reply.value + off };
    case 'junk':
      return { ...reply, value: 'junk' };
    case 'step':
    case 'ghost':
      return reply;
  }
}

function next(state: string, op: string, isWrong: boolean, off: number): string {
  const allowed = TRANSITIONS.filter(([from, by]) => from === state && by === op).map(([, , to]) => to);
  if (!isWrong) return allowed[0] ?? state;
  const others = ['A', 'B', 'C'].filter((to) => !allowed.includes(to));
  return others[off % others.length] ?? state;
}
