import { describe, expect, test } from 'vitest';
import type { SuppliedContext } from './supplied.ts';
import { Beater, hostHandlers, planForTests } from './timedForTests.ts';
import { simulate } from './timedSimulation.ts';
import { shortTrace, timedSteps, type Focus } from './timedTrace.ts';

/** Says after each twentieth message how many there were. */
class Counter extends Beater {
  override onMessage(ctx: SuppliedContext, from: string): void {
    this.heard += 1;
    if (this.heard % 20 === 0) ctx.indicate({ heard: this.heard, last: from });
  }
}

const { events } = simulate(
  {
    plan: planForTests(4, {}, { kind: 'part', until: 20_000 }),
    deviations: [
      { kind: 'crash', process: 3, at: 5000 },
      { kind: 'recover', process: 3, at: 6000 },
      { kind: 'crash', process: 2, at: 9000 },
    ],
    seed: 1,
  },
  hostHandlers(Counter),
);

const focus: Focus = { events: events.length, process: 'p1', links: [{ from: 'p2', to: 'p1' }] };

describe('the trace of a long run', () => {
  const trace = shortTrace(events, focus);

  test('is short', () => {
    expect(events.length).toBeGreaterThan(5000);
    expect(trace.length).toBeLessThan(80);
  });

  test('has every start, crash and recovery', () => {
    const faults = trace.filter(({ kind }) => kind === 'start' || kind === 'crash' || kind === 'recover');

    expect(faults.map(({ at, process, kind }) => `${at} ${process} ${kind}`)).toEqual([
      '0 p1 start',
      '0 p2 start',
      '0 p3 start',
      '0 p4 start',
      '5000 p3 crash',
      '6000 p3 recover',
      '9000 p2 crash',
    ]);
  });

  test('shows no messages but those of the links that matter', () => {
    const links = trace.flatMap((event) => (event.kind === 'send' ? [`${event.process} → ${event.to}`] : []));

    expect(new Set(links)).toEqual(new Set(['p2 → p1']));
  });

  test('has the send of every message that arrives in it', () => {
    const sent = new Set(trace.flatMap((event) => (event.kind === 'send' ? [event.id] : [])));
    const arrived = trace.flatMap((event) => (event.kind === 'receive' && event.from === 'p2' ? [event.id] : []));

    expect(arrived.length).toBeGreaterThan(0);
    expect(arrived.every((id) => sent.has(id))).toBe(true);
  });

  test('has the arrival of every message that is sent in it and came', () => {
    const sent = new Set(trace.flatMap((event) => (event.kind === 'send' ? [event.id] : [])));
    const cameIn = (list: readonly { readonly kind: string; readonly id?: number }[]): readonly number[] =>
      list.flatMap(({ kind, id }) => ((kind === 'receive' || kind === 'lose') && id !== undefined && sent.has(id) ? [id] : []));

    expect(cameIn(trace)).toEqual(cameIn(events));
  });

  test('says what the process that broke the promise said, and nobody else', () => {
    const said = trace.filter(({ kind }) => kind === 'indicate');

    expect(said.length).toBeGreaterThan(0);
    expect(said.every((event) => event.kind === 'indicate' && event.process === 'p1' && JSON.stringify(event.event).includes('p2'))).toBe(
      true,
    );
  });

  test('ends where the promise was broken', () => {
    const half = events.findIndex(({ at }) => at > 7000);

    expect(shortTrace(events, { ...focus, events: half }).every(({ at }) => at <= 7000)).toBe(true);
  });

  test('is in the order of the run', () => {
    const times = trace.map(({ at }) => at);

    expect(times).toEqual([...times].sort((left, right) => left - right));
  });
});

test('a step is what comes to a process, with what its handler does, a loss in sending too', () => {
  const lossy = simulate(
    {
      plan: planForTests(2, { settlesAt: 1000 }, { kind: 'part', until: 150 }),
      deviations: [{ kind: 'lose', from: 1, to: 2, since: 0, until: 50 }],
      seed: 1,
    },
    hostHandlers(Counter),
  );

  expect(
    timedSteps(lossy.events)
      .map((step) => step.map(({ kind }) => kind).join(' '))
      .slice(0, 3),
  ).toEqual(['start send lose set-timer', 'start send set-timer', 'receive']);
});
