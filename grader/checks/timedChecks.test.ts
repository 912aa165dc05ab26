import { describe, expect, test } from 'vitest';
import type { CheckResult, WrongRun } from '../base/report.ts';
import type { HandlerCall, HandlerOutcome } from '../sandbox/handlerCall.ts';
import type { SuppliedClass, SuppliedContext } from '../sim/supplied.ts';
import { hostHandlers, planForTests } from '../sim/timedForTests.ts';
import type { TimedProperty, TimedRun } from '../sim/timedProperty.ts';
import type { TimedScenario } from '../sim/timedScenario.ts';
import type { TimedCheck } from './timedCheck.ts';
import { runTimedChecks } from './timedChecks.ts';
import { replayTimed } from './timedReplay.ts';

const calm: TimedScenario = { id: 'calm', plan: 'nothing happens', runs: 2, draw: () => planForTests(2) };

const faulty: TimedScenario = {
  id: 'faulty',
  plan: '3 processes, losses, one crash',
  runs: 3,
  draw: (chance) => ({
    ...planForTests(3, { settlesAt: 3000 }, { kind: 'whole', after: 2000 }),
    deviations: [
      { kind: 'crash', process: 1, at: chance.between(200, 900), effects: 1 },
      { kind: 'recover', process: 1, at: 1200 },
      { kind: 'wild', from: 2, to: 3, since: 0, until: 3000 },
      { kind: 'lose', from: 1, to: 2, since: chance.between(0, 300), until: 2000 },
      { kind: 'overtake', from: 3, to: 1, slot: 4 },
    ],
  }),
};

/** Broken when a process says so. */
function saying(what: string): TimedProperty {
  return ({ events }: TimedRun) => {
    const index = events.findIndex((event) => event.kind === 'indicate' && event.event === JSON.stringify(what));
    const event = events[index];
    return event && { process: event.process, at: event.at, message: `${event.process} said ${what}.`, events: index + 1, links: [] };
  };
}

/** Broken where at the end a process has not said so. */
const saysDone: TimedProperty = ({ events, end, isWhole }) => {
  const said = events.some((event) => event.kind === 'indicate' && event.event === '"done"');
  return said ? undefined : { process: 'p1', at: end, message: 'p1 is not done.', events: events.length, links: [], atEnd: isWhole };
};

function check(
  id: string,
  scenarios: readonly TimedScenario[],
  property: TimedProperty,
  kind: TimedCheck['kind'] = 'liveness',
): TimedCheck {
  return { id, title: id, kind, points: 50, timed: scenarios.map((scenario) => ({ scenario, property })) };
}

const CHECKS = [check('no-a', [calm, faulty], saying('a')), check('no-b', [faulty], saying('b'))];

class Beater {
  onStart(ctx: SuppliedContext): void {
    this.onTimer(ctx);
  }
  onTimer(ctx: SuppliedContext): void {
    for (const id of ctx.group) if (id !== ctx.self) ctx.send(id, 'BEAT');
    ctx.setTimer('beat', 100);
  }
}

/** Says b when it recovers, if it has heard p3 then. */
class SaysB extends Beater {
  onRecover(ctx: SuppliedContext): void {
    ctx.setTimer('beat', 100);
  }
  onMessage(ctx: SuppliedContext, from: string): void {
    if (from === 'p3' && ctx.self === 'p1' && ctx.stable.get('crashed') === true) ctx.indicate('b');
    if (from === 'p2') ctx.stable.set('crashed', true);
  }
}

function grade(
  behaviour: SuppliedClass,
  checks: readonly TimedCheck[] = CHECKS,
  more: { seed?: number; only?: string } = {},
): CheckResult[] {
  return gradeWith((call) => outcomeOf(behaviour, call), checks, more);
}

function gradeWith(
  handle: (call: HandlerCall) => HandlerOutcome,
  checks: readonly TimedCheck[],
  more: { seed?: number; only?: string } = {},
): CheckResult[] {
  return runTimedChecks({ checks, handle, operations: 1000, seed: 1, ...more });
}

function outcomeOf(behaviour: SuppliedClass, call: HandlerCall): HandlerOutcome {
  return hostHandlers(behaviour).handle(call) ?? { kind: 'stopped', why: 'run' };
}

function runOf(result: CheckResult | undefined): WrongRun {
  if (result?.counterexample?.kind !== 'run') throw new Error('no run');
  return result.counterexample;
}

describe('a check', () => {
  test('is passed by what keeps its promise in all runs, and says how many there were', () => {
    expect(grade(Beater)).toEqual([
      {
        id: 'no-a',
        title: 'no-a',
        kind: 'liveness',
        points: 50,
        maxPoints: 50,
        status: 'passed',
        evidence: { method: 'sampled', runs: 5 },
      },
      {
        id: 'no-b',
        title: 'no-b',
        kind: 'liveness',
        points: 50,
        maxPoints: 50,
        status: 'passed',
        evidence: { method: 'sampled', runs: 3 },
      },
    ]);
  });

  test('that fails shows a run, as short as can be, with the violation at its end', () => {
    const [a, b] = grade(SaysB);
    const { schedule, foundSteps, trace } = runOf(b);

    expect(a?.status).toBe('passed');
    expect(b).toMatchObject({ status: 'failed', points: 0, message: 'p1 said b.', evidence: { method: 'sampled', runs: 1 } });
    expect(schedule).toMatch(/^1\.\d+\.e\d+\.no-b$/);
    expect(foundSteps).toBeGreaterThan(0);
    expect(trace.at(-1)).toMatchObject({ process: 'p1', kind: 'violation', check: 'no-b', message: 'p1 said b.' });
  });

  test('is run alone where it is wanted alone', () => {
    expect(grade(SaysB, CHECKS, { only: 'no-b' }).map(({ id }) => id)).toEqual(['no-b']);
    expect(runOf(grade(SaysB, CHECKS, { only: 'no-b' })[0]).schedule).toBe(runOf(grade(SaysB)[1]).schedule);
  });

  test('has the same result for the same seed', () => {
    expect(grade(SaysB)).toEqual(grade(SaysB));
    expect(runOf(grade(SaysB, CHECKS, { seed: 2 })[1]).schedule).not.toBe(runOf(grade(SaysB)[1]).schedule);
  });

  test('of safety fails for a program that does no work', () => {
    const work = { scenario: calm, done: saysDone, message: 'It does nothing.' };
    const safe = [{ ...check('no-a', [faulty], saying('a'), 'safety'), work }, check('no-b', [faulty], saying('b'))];
    class Done extends Beater {
      override onTimer(ctx: SuppliedContext): void {
        super.onTimer(ctx);
        ctx.indicate('done');
      }
    }

    expect(grade(Beater, safe).map(({ status, message }) => [status, message])).toEqual([
      ['failed', 'It does nothing.'],
      ['passed', undefined],
    ]);
    expect(grade(Done, safe).map(({ status }) => status)).toEqual(['passed', 'passed']);
  });
});

describe('the schedule of a failing run', () => {
  /** Broken when a process says b after a crash and a loss. */
  const afterAll: TimedProperty = ({ events }) => {
    const crash = events.findIndex(({ kind }) => kind === 'crash');
    const loss = events.findIndex((event) => event.kind === 'lose' && event.from === 'p1' && event.process === 'p2');
    const index = events.findIndex((event, at) => event.kind === 'indicate' && crash >= 0 && loss >= 0 && at > Math.max(crash, loss));
    const event = events[index];
    return (
      event && {
        process: event.process,
        at: event.at,
        message: 'p1 said b after all.',
        events: index + 1,
        links: [{ from: 'p3', to: 'p1' }],
      }
    );
  };
  const checks = [check('no-b', [calm, faulty], afterAll), check('done', [faulty], saysDone)];
  const results = grade(SaysB, checks);

  test('brings the same trace and violation again, with nothing else known', () => {
    for (const result of results) {
      const { schedule, trace } = runOf(result);
      const replayed = replayTimed({ checks, handle: (call) => outcomeOf(SaysB, call), operations: 1000, schedule });

      expect(replayed?.trace).toEqual(trace);
      expect(replayed?.violation).toEqual({ check: result.id, message: result.message });
    }
  });

  test('has nothing that could be left out', () => {
    const { schedule } = runOf(results[0]);
    const [scenario, seed, ...rest] = schedule.split('.');
    const deviations = rest.filter((token) => /^[a-z]\d+[-@]/.test(token));
    expect(deviations.length).toBeGreaterThan(0);

    for (const left of deviations) {
      const shorter = [scenario, seed, ...rest.filter((token) => token !== left)].join('.');
      const replayed = replayTimed({ checks, handle: (call) => outcomeOf(SaysB, call), operations: 1000, schedule: shorter });
      expect([left, replayed?.violation]).toEqual([left, undefined]);
    }
  });

  test('that keeps its promise has a trace and no violation', () => {
    const replayed = replayTimed({ checks, handle: (call) => outcomeOf(Beater, call), operations: 1000, schedule: '0.4.e500' });

    expect(replayed?.violation).toBeUndefined();
    expect(replayed?.trace.length).toBeGreaterThan(10);
  });

  test.each(['', '7.1', '1.1.c1@5.c2@5.c3@5', '0.1.c9@5', '1.2.3', 'x'])('is refused where it is none: %j', (schedule) => {
    expect(replayTimed({ checks, handle: (call) => outcomeOf(Beater, call), operations: 1000, schedule })).toBeUndefined();
  });
});

describe('a handler', () => {
  const thrown = {
    isRangeError: false,
    isInternalError: false,
    text: 'Error: no',
    name: 'Error',
    message: 'no',
    place: { line: 3, column: 1 },
  };

  test('that throws fails every check in whose runs it does so, and no other', () => {
    const handle = (call: HandlerCall): HandlerOutcome =>
      call.handler === 'onRecover' ? { kind: 'threw', error: thrown, effects: [] } : outcomeOf(Beater, call);

    const [calmOnly, ...others] = gradeWith(handle, [check('calm', [calm], saying('a')), ...CHECKS]);

    expect(calmOnly?.status).toBe('passed');
    for (const result of others) {
      expect(result).toMatchObject({ status: 'failed', message: 'p1 threw Error: no at line 3, in onRecover(ctx).' });
      expect(runOf(result).trace.at(-2)).toMatchObject({ kind: 'throw', process: 'p1', line: 3 });
      // Down to what is needed: the crash and the recovery.
      expect(runOf(result).schedule).toMatch(/^1\.\d+\.c1@\d+\.r1@1200\.e1200\.no-[ab]$/);
    }
  });

  test('that runs away leaves the checks of other runs open', () => {
    let isStopped = false;
    const handle = (call: HandlerCall): HandlerOutcome => {
      isStopped ||= call.handler === 'onMessage';
      return isStopped ? { kind: 'stopped', why: 'operations' } : outcomeOf(Beater, call);
    };

    const results = gradeWith(handle, [check('first', [calm], saying('a')), check('second', [faulty], saying('a'))]);

    expect(results[0]).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^onMessage\(ctx, 'p\d', 'BEAT'\) at p\d did not end/),
    });
    expect(results[1]).toMatchObject({
      status: 'inconclusive',
      message: expect.stringMatching(/^A handler ran away in a run of another check/),
    });
  });

  test.each([
    ['run', /^The handlers used up the/],
    ['size', /^The fields, messages and storage in the program's different calls/],
  ] as const)('that uses up the grading (%s) is told so in every check that is left open', (why, message) => {
    const handle = (call: HandlerCall): HandlerOutcome => (call.handler === 'onTimer' ? { kind: 'stopped', why } : outcomeOf(Beater, call));

    for (const result of gradeWith(handle, [check('first', [calm], saying('a')), check('second', [faulty], saying('a'))])) {
      expect(result).toMatchObject({ status: 'inconclusive', message: expect.stringMatching(message) });
    }
  });

  test('that is called far too often leaves its checks open', () => {
    class Busy {
      onStart(ctx: SuppliedContext): void {
        for (let name = 0; name < 100; name += 1) ctx.setTimer(`t${name}`, 1);
      }
      onTimer(ctx: SuppliedContext, name: string): void {
        ctx.setTimer(name, 1);
      }
    }

    for (const result of grade(Busy)) {
      expect(result).toMatchObject({
        status: 'inconclusive',
        points: 0,
        message: expect.stringMatching(/^The program made so many handler calls/),
      });
    }
  });

  test('that keeps state outside of its instance fails', () => {
    const handle = (call: HandlerCall): HandlerOutcome =>
      call.handler === 'onTimer' ? { kind: 'kept', what: 'ctx' } : outcomeOf(Beater, call);

    expect(gradeWith(handle, CHECKS)[0]).toMatchObject({ status: 'failed', message: expect.stringMatching(/^onTimer of p1 used a `ctx`/) });
  });
});
