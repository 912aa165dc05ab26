import { describe, expect, test } from 'vitest';
import type { Data } from '../base/data.ts';
import type { HandlerCall } from '../sandbox/handlerCall.ts';
import type { SuppliedContext } from './supplied.ts';
import type { Deviation } from './timedDeviation.ts';
import type { TimedEvent } from './timedEvent.ts';
import { Beater, hostHandlers, planForTests } from './timedForTests.ts';
import type { TimedPlan } from './timedScenario.ts';
import { simulate, type Simulated } from './timedSimulation.ts';

function run(behaviour: new () => object, plan: TimedPlan, deviations: readonly Deviation[] = [], calls: HandlerCall[] = []): Simulated {
  return simulate({ plan, deviations, seed: 1 }, hostHandlers(behaviour, calls));
}

/** Events in short: `100 p1 timer beat`. */
function shortly({ events }: Pick<Simulated, 'events'>, ...kinds: TimedEvent['kind'][]): string[] {
  return events
    .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
    .map((event) => {
      const { at, process, kind } = event;
      const rest =
        'name' in event
          ? ` ${event.name}`
          : 'to' in event
            ? ` ${event.to}`
            : 'from' in event
              ? ` ${event.from}`
              : 'event' in event
                ? ` ${event.event}`
                : '';
      return `${at} ${process} ${kind}${rest}`;
    });
}

class Idle {
  fields = 'none';
}

describe('time', () => {
  test('begins with the start of all processes, in their order', () => {
    const started = run(
      class {
        onStart(ctx: SuppliedContext): void {
          ctx.send('p1', ctx.self);
        }
      },
      planForTests(3),
    );

    expect(shortly(started, 'start', 'send')).toEqual([
      '0 p1 start',
      '0 p1 send p1',
      '0 p2 start',
      '0 p2 send p1',
      '0 p3 start',
      '0 p3 send p1',
    ]);
  });

  test('lets timers go off when they are due, each once, the last setting of a name alone', () => {
    class Timers {
      onStart(ctx: SuppliedContext): void {
        ctx.setTimer('twice', 10);
        ctx.setTimer('twice', 70.5);
        ctx.setTimer('never', 20);
        ctx.setTimer('at once', 0);
        ctx.setTimer('again', 30);
        ctx.cancelTimer('never');
        ctx.cancelTimer('unknown');
      }
      onTimer(ctx: SuppliedContext, name: string): void {
        if (name === 'again') ctx.setTimer('again', 60);
      }
    }

    const timers = shortly(run(Timers, planForTests(1, {}, { kind: 'part', until: 150 })), 'timer');

    expect(timers).toEqual(['1 p1 timer at once', '30 p1 timer again', '70.5 p1 timer twice', '90 p1 timer again', '150 p1 timer again']);
  });

  test('brings messages before timers that are due at the same time', () => {
    class Deadline {
      onStart(ctx: SuppliedContext): void {
        ctx.setTimer('deadline', 250);
        if (ctx.self === 'p1') ctx.send('p2', 'just in time');
      }
      onMessage(ctx: SuppliedContext): void {
        ctx.cancelTimer('deadline');
      }
    }
    const late: Deviation = { kind: 'delay', from: 1, to: 2, since: 0, until: 1, delay: 250 };

    const { events } = run(Deadline, planForTests(2, { settlesAt: 500 }), [late]);

    expect(shortly({ events }, 'receive', 'timer')).toEqual(['250 p2 receive p1', '250 p1 timer deadline']);
  });

  test('goes on for the length of the plan after the network has settled and after the last fault', () => {
    const plan = planForTests(2, { settlesAt: 3000 }, { kind: 'whole', after: 500 });

    expect(run(Beater, plan)).toMatchObject({ end: 3500, isWhole: true });
    expect(run(Beater, plan, [{ kind: 'crash', process: 1, at: 4000 }])).toMatchObject({ end: 4500, isWhole: true });
    expect(run(Beater, plan, [{ kind: 'crash', process: 1, at: 4000, effects: 1 }])).toMatchObject({ end: 4500 });
    expect(simulate({ plan, deviations: [], seed: 1, until: 3499 }, hostHandlers(Beater))).toMatchObject({ end: 3499, isWhole: false });
    expect(run(Beater, planForTests(2))).toMatchObject({ end: 1000, isWhole: false });
  });
});

describe('a process', () => {
  test('has its own fields, put back for each call, and its own stable storage', () => {
    class Counter {
      count = 0;
      onTimer(ctx: SuppliedContext): void {
        this.count += 1;
        ctx.stable.set('count', this.count);
        ctx.indicate([this.count, ctx.stable.get('count')]);
        ctx.setTimer('t', 100);
      }
      onStart(ctx: SuppliedContext): void {
        ctx.setTimer('t', 100);
      }
      onRecover(ctx: SuppliedContext): void {
        ctx.indicate([this.count, ctx.stable.get('count')]);
      }
    }

    const said = shortly(
      run(Counter, planForTests(2, {}, { kind: 'part', until: 350 }), [
        { kind: 'crash', process: 1, at: 250 },
        { kind: 'recover', process: 1, at: 260 },
      ]),
      'indicate',
    );

    expect(said).toEqual([
      '100 p1 indicate ["a",1,1]',
      '100 p2 indicate ["a",1,1]',
      '200 p1 indicate ["a",2,2]',
      '200 p2 indicate ["a",2,2]',
      '260 p1 indicate ["a",0,2]',
      '300 p2 indicate ["a",3,3]',
    ]);
  });

  test('that crashes loses its timers and what arrives while it is down', () => {
    const slow: Deviation = { kind: 'delay', from: 2, to: 1, since: 0, until: 150, delay: 400 };

    const events = shortly(
      run(Beater, planForTests(2, { settlesAt: 10_000 }, { kind: 'part', until: 520 }), [
        slow,
        { kind: 'crash', process: 1, at: 150 },
        { kind: 'recover', process: 1, at: 450 },
      ]),
      'crash',
      'recover',
      'timer',
      'receive',
      'lose',
    ).filter((line) => line.includes('p1'));

    expect(events.filter((line) => line.includes('timer') || line.includes('p1 crash') || line.includes('p1 recover'))).toEqual([
      '100 p1 timer beat',
      '150 p1 crash',
      '450 p1 recover',
    ]);
    // Sent at 0, before the crash, and at 100: the first falls into the time down, the second comes to the new life.
    expect(events).toContain('400 p1 lose p2');
    expect(events).toContain('500 p1 receive p2');
  });

  test.each([
    [0, []],
    [1, ['100 p1 send p2']],
    [2, ['100 p1 send p2', '100 p1 send p3']],
    [3, ['100 p1 send p2', '100 p1 send p3', '100 p1 set-timer beat']],
    [9, ['100 p1 send p2', '100 p1 send p3', '100 p1 set-timer beat']],
  ])('may crash after %i effects of a handler', (effects, done) => {
    const { events } = run(Beater, planForTests(3, {}, { kind: 'part', until: 100 }), [{ kind: 'crash', process: 1, at: 60, effects }]);

    const since = events.findIndex((event) => event.kind === 'timer' && event.process === 'p1');
    const until = events.findIndex((event) => event.kind === 'crash');
    expect(shortly({ events: events.slice(since + 1, until) })).toEqual(done);
  });

  test.each([0, 1])('does not crash before the first effect of its onStart (%i)', (effects) => {
    const events = shortly(run(Beater, planForTests(2, {}, { kind: 'part', until: 0 }), [{ kind: 'crash', process: 1, at: 0, effects }]));

    expect(events.slice(0, 3)).toEqual(['0 p1 start', '0 p1 send p2', '0 p1 crash']);
  });

  test('crashes a period later at last if no handler is called', () => {
    const events = shortly(run(Idle, planForTests(2), [{ kind: 'crash', process: 1, at: 300, effects: 2 }]), 'crash');

    expect(events).toEqual(['400 p1 crash']);
  });

  test('crashes while it recovers', () => {
    const deviations: Deviation[] = [
      { kind: 'crash', process: 1, at: 150 },
      { kind: 'recover', process: 1, at: 300 },
      { kind: 'crash', process: 1, at: 200, effects: 1 },
    ];

    const events = shortly(run(Beater, planForTests(3, {}, { kind: 'part', until: 400 }), deviations)).filter((line) =>
      /p1 (re|cr|se)/.test(line),
    );

    expect(events.slice(-3)).toEqual(['300 p1 recover', '300 p1 send p2', '300 p1 crash']);
  });

  test('is called with what was stored before the call, also when the call is looked at later', () => {
    class Counter {
      onStart(ctx: SuppliedContext): void {
        ctx.stable.set('lives', Number(ctx.stable.get('lives') ?? 0) + 1);
        ctx.stable.set('born', true);
      }
      onRecover(ctx: SuppliedContext): void {
        this.onStart(ctx);
      }
    }
    const calls: HandlerCall[] = [];

    run(
      Counter,
      planForTests(2),
      [
        { kind: 'crash', process: 1, at: 100 },
        { kind: 'recover', process: 1, at: 200 },
      ],
      calls,
    );

    expect(calls.map(({ stable }) => Object.fromEntries(stable))).toEqual([{}, {}, { born: 'true', lives: '1' }]);
  });

  test('draws other chance in every call, and the same when the run is repeated', () => {
    const seeds = (): (number | undefined)[] => {
      const calls: HandlerCall[] = [];
      run(Beater, planForTests(3), [], calls);
      return calls.map(({ timing }) => timing?.seed);
    };

    expect(new Set(seeds()).size).toBe(seeds().length);
    expect(seeds()).toEqual(seeds());
  });
});

describe('a run', () => {
  test('ends with a handler that breaks', () => {
    const plan = planForTests(2);
    const error = {
      isRangeError: false,
      isInternalError: false,
      text: 'Error: no',
      name: 'Error',
      message: 'no',
      place: { line: 3, column: 1 },
    };

    const broken = simulate({ plan, deviations: [], seed: 1 }, { operations: 0, handle: () => ({ kind: 'threw', error, effects: [] }) });

    expect(broken).toMatchObject({ isWhole: false, broken: { kind: 'threw', process: 'p1', at: 0, line: 3 } });
  });

  test('is cut where no more calls may be made', () => {
    const handlers = hostHandlers(Beater);
    let left = 10;

    const cut = simulate(
      { plan: planForTests(2), deviations: [], seed: 1 },
      { operations: 0, handle: (call) => (left-- > 0 ? handlers.handle(call) : undefined) },
    );

    expect(cut).toMatchObject({ isCut: true, isWhole: false, broken: undefined });
  });

  test('is cut where messages breed messages', () => {
    class Echo {
      onStart(ctx: SuppliedContext): void {
        ctx.send('p2', 'hello');
      }
      onMessage(ctx: SuppliedContext, from: string, message: Data): void {
        for (let copy = 0; copy < 900; copy += 1) ctx.send(from, message);
      }
    }

    expect(run(Echo, planForTests(2))).toMatchObject({ isCut: true });
  });
});
