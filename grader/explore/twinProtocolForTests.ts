/**
 * Small protocols made up at random in which two processes, q and r, run the same program: with names in messages, states and storage, and now and then
 * with a difference between the two that a careless search would take for none.
 */
import { array, boolean, constant, constantFrom, integer, option, record, type Arbitrary } from 'fast-check';
import type { Data } from '../base/data.ts';
import { Violation, type Property } from '../sim/property.ts';
import type { FaultPlan } from '../sim/scenario.ts';
import type { Supplied, SuppliedClass, SuppliedContext } from '../sim/supplied.ts';
import type { Generated } from './generatedProtocolForTests.ts';

type Act =
  | { readonly kind: 'send'; readonly to: Destination; readonly message: string; readonly isSigned: boolean }
  | { readonly kind: 'set' | 'store' | 'note' }
  | { readonly kind: 'indicate'; readonly event: string };

interface Reaction {
  readonly next: number;
  readonly acts: readonly Act[];
}

type Table = readonly (Reaction | undefined)[];

const STATES = 2;
const EVENTS = ['start', 'recover', 'a', 'b', 't'];
const NAMES = ['p', 'q', 'r'];
/** `first`: always q, which makes a difference between the two. */
type Destination = 'leader' | 'twins' | 'other' | 'sender' | 'first';

function behaviourOf(table: Table): SuppliedClass {
  return class implements Supplied {
    at = 0;
    /** Of whom it has heard, in their order. */
    heard: readonly string[] = [];
    private react(ctx: SuppliedContext, event: string, from = ctx.self): void {
      const reaction = table[this.at * EVENTS.length + EVENTS.indexOf(event)];
      if (!reaction) return;
      this.at = reaction.next;
      for (const act of reaction.acts) this.perform(ctx, act, from);
    }
    private perform(ctx: SuppliedContext, act: Act, from: string): void {
      switch (act.kind) {
        case 'send':
          for (const to of destinations(act.to, ctx.self, from))
            ctx.send(to, act.isSigned ? [wordOf(act.message, ctx.self), ctx.self] : [wordOf(act.message, ctx.self)]);
          return;
        case 'set':
          return ctx.setTimer('t', 1);
        case 'store':
          return ctx.stable.set('heard', this.heard);
        case 'note':
          this.heard = [...this.heard, from].slice(-2);
          return;
        case 'indicate':
          return ctx.indicate(wordOf(act.event, ctx.self));
      }
    }
    onStart(ctx: SuppliedContext): void {
      this.react(ctx, 'start');
    }
    onRecover(ctx: SuppliedContext): void {
      const stored = ctx.stable.get('heard');
      this.heard = Array.isArray(stored) ? stored.map(String) : [];
      this.react(ctx, 'recover');
    }
    onMessage(ctx: SuppliedContext, from: string, message: Data): void {
      const [kind, signature] = Array.isArray(message) ? message.map(String) : [];
      this.react(ctx, kind ?? '', signature ?? from);
    }
    onTimer(ctx: SuppliedContext): void {
      this.react(ctx, 't');
    }
  };
}

/** Of two words that stand for a difference between the twins, each says its own. */
function wordOf(words: string, self: string): string {
  const [one = '', other = one] = words.split('|');
  return self === 'q' ? one : other;
}

function destinations(to: Destination, self: string, from: string): readonly string[] {
  switch (to) {
    case 'leader':
      return ['p'];
    case 'twins':
      return ['q', 'r'];
    case 'other':
      return ['q', 'r'].filter((one) => self !== 'p' && one !== self);
    case 'sender':
      return [from];
    case 'first':
      return ['q'];
  }
}

/** The first one makes a difference between the twins: so that most are alike, it comes seldom. */
function seldom<T>(different: T, ...alike: readonly T[]): Arbitrary<T> {
  return integer({ min: 0, max: 60 }).chain((number) => (number === 60 ? constant(different) : constantFrom(...alike)));
}

const act: Arbitrary<Act> = constantFrom(0, 0, 1, 2, 3, 4, 4, 4).chain((kind): Arbitrary<Act> => {
  switch (kind) {
    case 0:
      return record({
        kind: constantFrom('send' as const),
        to: seldom('first', 'leader', 'twins', 'other', 'sender'),
        message: seldom('a|b', 'a', 'b'),
        isSigned: boolean(),
      });
    case 4:
      return record({ kind: constantFrom('indicate' as const), event: seldom('x|y', 'x', 'y') });
    default:
      return record({ kind: constantFrom('set' as const, 'store' as const, 'note' as const) });
  }
});

const reaction: Arbitrary<Reaction> = record({
  next: integer({ min: 0, max: STATES - 1 }),
  acts: array(act, { minLength: 1, maxLength: 3 }),
});
const table: Arbitrary<Table> = array(option(reaction, { freq: 4, nil: undefined }), {
  minLength: STATES * EVENTS.length,
  maxLength: STATES * EVENTS.length,
});

const faults: Arbitrary<FaultPlan> = record({
  leader: integer({ min: 0, max: 1 }),
  twin: integer({ min: 0, max: 1 }),
  isFairer: integer({ min: 0, max: 9 }),
  crashesInAll: integer({ min: 1, max: 2 }),
  recoveries: integer({ min: 0, max: 1 }),
  recoversAtEnd: boolean(),
  losses: integer({ min: 0, max: 1 }),
  duplicates: integer({ min: 0, max: 1 }),
}).map(({ leader, twin, isFairer, ...rest }) =>
  Object.assign(rest, {
    crashes: { p: leader, q: twin, r: isFairer === 0 ? 1 - twin : twin },
    firings: { p: 1, q: 1, r: isFairer === 1 ? 0 : 1 },
  }),
);

type Words = Readonly<Record<string, string>>;

/** Nobody indicates y after x and a crash. */
const never: Property<Words> = {
  watches: ['indicate', 'crash'],
  isSymmetric: true,
  first: {},
  observe(words, event) {
    const { process } = event;
    const word = words[process];
    if (event.kind === 'crash') return word === 'x' ? { ...words, [process]: 'x and crashed' } : words;
    if (event.kind === 'indicate' && event.event === 'x') return word === undefined ? { ...words, [process]: 'x' } : words;
    return word === 'x and crashed' ? new Violation(process, 'y after x and a crash') : words;
  },
};

/** The twins say the same. */
const agreed: Property<Words> = {
  watches: ['indicate'],
  sees: ({ process }) => process !== 'p',
  saturates: () => true,
  isSymmetric: true,
  first: {},
  observe(words, event) {
    const { process } = event;
    if (event.kind !== 'indicate' || words[process] !== undefined) return words;
    const word = String(event.event);
    return Object.values(words).some((other) => other !== word) ? new Violation(process, 'another word') : { ...words, [process]: word };
  },
};

/** Neither twin hears b after it has heard a. */
const sparing: Property<Words> = {
  watches: ['receive'],
  sees: ({ process }) => process !== 'p',
  isSymmetric: true,
  first: {},
  observe(words, event) {
    const { process } = event;
    if (event.kind !== 'receive' || !Array.isArray(event.message)) return words;
    const word = String(event.message[0]);
    if (word === 'b' && words[process] === 'a') return new Violation(process, 'b after a');
    return word === 'a' && words[process] === undefined ? { ...words, [process]: word } : words;
  },
};

/** Each twin that is up has said y in the end. */
const atLast: Property<Words> = {
  watches: ['indicate'],
  sees: (event) => event.process !== 'p' && event.kind === 'indicate' && event.event === 'y',
  saturates: () => true,
  isSymmetric: true,
  first: {},
  observe: (words, { process }) => (process in words ? words : { ...words, [process]: 'y' }),
  atEnd(words, { up }) {
    const silent = [...up].find((process) => process !== 'p' && !(process in words));
    return silent === undefined ? undefined : new Violation(silent, 'never y');
  },
};

/** q says y in the end: not alike. */
const firstAtLast: Property<Words> = {
  ...atLast,
  isSymmetric: false,
  atEnd: (words, { up }) => (up.has('q') && !('q' in words) ? new Violation('q', 'never y') : undefined),
};

export const twinProtocol: Arbitrary<Generated> = record({
  leader: table,
  twin: table,
  faults,
  end: constantFrom([], [atLast], [atLast], [atLast, firstAtLast]),
}).map(({ end, ...one }) => {
  const leader = behaviourOf(one.leader);
  const twin = behaviourOf(one.twin);
  return {
    scenario: {
      id: 'twins',
      plan: 'made up at random',
      processes: NAMES.map((id) => ({ id, kind: 'supplied' as const, behaviour: id === 'p' ? leader : twin })),
      group: NAMES,
      timers: 'any' as const,
      faults: one.faults,
    },
    properties: [never, agreed, sparing, ...end],
  };
});
