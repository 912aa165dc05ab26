/**
 * Small protocols made up at random, with faults and promises: what they do means nothing, so nothing in the explorer can be right for them by
 * accident. Processes are tables from (state, event) to (state, effects).
 */
import { array, boolean, constantFrom, integer, option, record, tuple, type Arbitrary } from 'fast-check';
import type { Data } from '../base/data.ts';
import { Violation, type Property } from '../sim/property.ts';
import type { RunEvent } from '../sim/runEvent.ts';
import type { FaultPlan, Scenario } from '../sim/scenario.ts';
import type { Supplied, SuppliedClass, SuppliedContext } from '../sim/supplied.ts';

type Act =
  | { readonly kind: 'send'; readonly to: number; readonly message: string }
  | { readonly kind: 'set'; readonly timer: string; readonly delay: number }
  | { readonly kind: 'cancel'; readonly timer: string }
  | { readonly kind: 'store'; readonly value: number }
  | { readonly kind: 'indicate'; readonly event: string };

interface Reaction {
  readonly next: number;
  readonly acts: readonly Act[];
}

/** Reactions by state and event; none where absent. */
type Table = readonly (Reaction | undefined)[];

export interface Generated {
  readonly scenario: Scenario;
  readonly properties: readonly Property[];
}

const STATES = 3;
const MESSAGES = ['a', 'b'];
const TIMERS = ['t', 'u'];
const EVENTS = ['start', 'recover', 'request', ...MESSAGES, ...TIMERS];
const NAMES = ['p', 'q', 'r'];
const INDICATIONS = ['x', 'y'];

function behaviourOf(table: Table): SuppliedClass {
  return class implements Supplied {
    at = 0;
    private react(ctx: SuppliedContext, event: string): void {
      const reaction = table[this.at * EVENTS.length + EVENTS.indexOf(event)];
      if (!reaction) return;
      this.at = reaction.next;
      for (const act of reaction.acts) perform(ctx, act);
    }
    onStart(ctx: SuppliedContext): void {
      this.react(ctx, 'start');
    }
    onRecover(ctx: SuppliedContext): void {
      const stored = ctx.stable.get('at');
      this.at = typeof stored === 'number' ? stored : 0;
      this.react(ctx, 'recover');
    }
    onRequest(ctx: SuppliedContext): void {
      this.react(ctx, 'request');
    }
    onMessage(ctx: SuppliedContext, _from: string, message: Data): void {
      this.react(ctx, String(message));
    }
    onTimer(ctx: SuppliedContext, name: string): void {
      this.react(ctx, name);
    }
  };
}

function perform(ctx: SuppliedContext, act: Act): void {
  switch (act.kind) {
    case 'send':
      return ctx.send(ctx.group[act.to % ctx.group.length] ?? '', act.message);
    case 'set':
      return ctx.setTimer(act.timer, act.delay);
    case 'cancel':
      return ctx.cancelTimer(act.timer);
    case 'store':
      return ctx.stable.set('at', act.value);
    case 'indicate':
      return ctx.indicate(act.event);
  }
}

const act: Arbitrary<Act> = constantFrom(0, 0, 0, 1, 2, 3, 4, 4).chain((kind): Arbitrary<Act> => {
  switch (kind) {
    case 0:
      return record({ kind: constantFrom('send' as const), to: integer({ min: 0, max: 2 }), message: constantFrom(...MESSAGES) });
    case 1:
      return record({ kind: constantFrom('set' as const), timer: constantFrom(...TIMERS), delay: constantFrom(1, 2) });
    case 2:
      return record({ kind: constantFrom('cancel' as const), timer: constantFrom(...TIMERS) });
    case 3:
      return record({ kind: constantFrom('store' as const), value: integer({ min: 0, max: STATES - 1 }) });
    default:
      return record({ kind: constantFrom('indicate' as const), event: constantFrom(...INDICATIONS) });
  }
});

const reaction: Arbitrary<Reaction> = record({ next: integer({ min: 0, max: STATES - 1 }), acts: array(act, { maxLength: 3 }) });
const table: Arbitrary<Table> = array(option(reaction, { freq: 2, nil: undefined }), {
  minLength: STATES * EVENTS.length,
  maxLength: STATES * EVENTS.length,
});

function faultsOf(processes: number): Arbitrary<FaultPlan> {
  return record({
    crashes: option(array(integer({ min: 0, max: 1 }), { minLength: processes, maxLength: processes })),
    crashesInAll: option(integer({ min: 1, max: 2 })),
    recoveries: integer({ min: 0, max: 2 }),
    recoversAtEnd: boolean(),
    recoversWhenQuiet: boolean(),
    losses: integer({ min: 0, max: 1 }),
    duplicates: integer({ min: 0, max: 1 }),
    firings: integer({ min: 1, max: 2 }),
  }).map(({ crashes, crashesInAll, ...rest }) => {
    const counts = crashes === null ? {} : { crashes: Object.fromEntries(crashes.map((count, process) => [NAMES[process], count])) };
    return Object.assign(rest, counts, crashesInAll === null ? {} : { crashesInAll });
  });
}

/** Never y anywhere after x at the process; at its end the process has indicated y, or was down. Only its own crashes are looked at. */
function promisesOf(process: string): Property[] {
  const seesOwn = (event: RunEvent): boolean => event.process === process;
  const never: Property<string> = {
    watches: ['indicate', 'crash'],
    sees: seesOwn,
    first: '',
    observe: (state, event) => {
      if (event.kind === 'crash') return state === 'x' ? 'x and crashed' : state;
      if (event.kind === 'indicate' && event.event === 'x') return state === '' ? 'x' : state;
      return state === 'x and crashed' ? new Violation(process, 'y after x and a crash') : state;
    },
  };
  const twice: Property<number> = {
    watches: ['receive'],
    sees: (event) => seesOwn(event) && event.kind === 'receive' && event.message === 'b',
    first: 0,
    observe: (state) => (state === 2 ? new Violation(process, 'b for the third time') : state + 1),
  };
  const atLast: Property<boolean> = {
    watches: ['indicate'],
    sees: (event) => seesOwn(event) && event.kind === 'indicate' && event.event === 'y',
    saturates: () => true,
    first: false,
    observe: () => true,
    atEnd: (state, end) => (state || !end.up.has(process) ? undefined : new Violation(process, 'never y')),
  };
  return [never, twice, atLast];
}

/** `withEnd`: whether something is promised of the end of runs, too. */
export const generatedProtocol: Arbitrary<Generated> = integer({ min: 2, max: 3 }).chain((processes) =>
  record({
    tables: array(table, { minLength: processes, maxLength: processes }),
    faults: faultsOf(processes),
    timers: constantFrom('any' as const, 'any' as const, 'patient' as const),
    withEnd: boolean(),
    requests: tuple(boolean(), integer({ min: 0, max: processes - 1 })),
  }).map(({ tables, faults, timers, withEnd, requests: [hasRequest, asked] }) => {
    const names = NAMES.slice(0, processes);
    const to = { process: names[asked] ?? '', request: null };
    return {
      scenario: {
        id: 'generated',
        plan: 'made up at random',
        processes: tables.map((one, process) => ({ id: names[process] ?? '', kind: 'supplied' as const, behaviour: behaviourOf(one) })),
        group: names,
        timers,
        faults,
        ...(hasRequest
          ? {
              application: {
                watches: ['request' as const],
                first: false,
                observe: () => true,
                saturates: () => true,
                every: [to],
                requests: (isAsked: Data) => (isAsked === true ? [] : [to]),
              },
            }
          : {}),
      },
      properties: names.flatMap(promisesOf).filter((property) => withEnd || !property.atEnd),
    };
  }),
);
