import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY, newNetwork, type Envelope } from './network.ts';
import { newProcessEvents } from './processEvents.ts';
import { newProcessStates } from './processStates.ts';
import { newSeenLists } from './seenLists.ts';
import { newEventLists } from './eventLists.ts';
import { newSites } from './sites.ts';
import type { Supplied, SuppliedContext } from './supplied.ts';

const NAMES = ['p', 'q'];

/** Counts what it gets, and has a timer. */
class Counter implements Supplied {
  count = 0;
  onStart(ctx: SuppliedContext): void {
    ctx.setTimer('t', 1);
  }
  onMessage(ctx: SuppliedContext, from: string): void {
    this.count += 1;
    ctx.send(from, 'thanks');
  }
}

function newPlace() {
  const network = newNetwork();
  const events = newProcessEvents();
  const seenLists = newSeenLists(NAMES, () => false, newEventLists());
  const scenario = {
    id: 'counters',
    plan: 'two that count',
    processes: NAMES.map((id) => ({ id, kind: 'supplied' as const, behaviour: Counter })),
    group: NAMES,
    timers: 'any' as const,
    faults: {},
  };
  const nobody = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };
  const states = newProcessStates(scenario, nobody, network, seenLists);
  const sites = newSites(network, states, events, ({ from, message }) => events.message(NAMES[from] ?? '', message));
  const unstarted = sites.of(states.unstarted(0), EMPTY);
  const [started] = sites.transitions(unstarted, events.start);
  if (!started) throw new Error('it does not start');
  const toFirst = (message: string): Envelope => network.envelope(1, 0, JSON.stringify(message));
  const sent = (site: number, messages: readonly string[]): number =>
    network.mail(messages.map(toFirst)).reduce((at, mail) => sites.with(at, mail), site);
  const inFlight = (site: number): string[] => sites.mailbox(site).all.map(({ message }) => String(JSON.parse(message)));
  return { network, states, sites, unstarted, up: started.next, toFirst, sent, inFlight };
}

describe('a mailbox', () => {
  test('is a multiset: what is sent and taken out counts, and not when', () => {
    const message = constantFrom('a', 'b', 'c');
    const act = record({ kind: constantFrom('send', 'send', 'take', 'take all'), message, twin: message });
    assert(
      property(array(act, { maxLength: 12 }), integer({ min: 0, max: 11 }), (acts, cut) => {
        const { sites, up, toFirst, sent, inFlight } = newPlace();
        let site = up;
        const expected: string[] = [];
        acts.forEach(({ kind, message: one, twin }, at) => {
          if (kind === 'send') {
            const messages = at > cut ? [one, twin] : [one];
            site = sent(site, messages);
            expected.push(...messages);
          } else if (expected.includes(one)) {
            site = kind === 'take' ? sites.without(site, toFirst(one)) : sites.withoutAll(site, toFirst(one));
            const left = kind === 'take' ? expected.toSpliced(expected.indexOf(one), 1) : expected.filter((other) => other !== one);
            expected.splice(0, expected.length, ...left);
          }
        });

        expect(inFlight(site)).toEqual(expected.toSorted());
        expect(sites.isQuiet(site)).toBe(expected.length === 0);
        // The same content is the same site, whatever way it came about.
        expect(expected.toReversed().reduce((at, one) => sent(at, [one]), up)).toBe(site);
        expect(sites.emptied(site)).toBe(up);
      }),
    );
  });
});

describe('what may happen at a site', () => {
  test('is the arrival of each message once, however many copies of it are in flight, and the firing of each timer', () => {
    const { sites, up, sent } = newPlace();
    const site = sent(up, ['b', 'a', 'b']);

    expect(sites.arrivals(site).map(({ envelope }) => envelope?.message)).toEqual(['"a"', '"b"']);
    expect(sites.firings(site).map(({ event }) => event.name)).toEqual(['t']);
  });

  test('an arrival takes one copy out, and what is sent is not yet in flight', () => {
    const { states, sites, up, sent, inFlight } = newPlace();
    const [, arrival] = sites.arrivals(sent(up, ['b', 'a', 'b']));
    const [transition] = arrival?.transitions() ?? [];

    expect(transition && inFlight(transition.next)).toEqual(['a', 'b']);
    expect(transition && states.state(sites.state(transition.next)).fields).toContain('1');
    expect(transition?.outcome.mail.map(({ to }) => to)).toEqual([1]);
  });

  test('a firing leaves the messages where they are', () => {
    const { sites, up, sent, inFlight } = newPlace();
    const [firing] = sites.firings(sent(up, ['a']));
    const [transition] = firing?.transitions() ?? [];

    expect(transition && inFlight(transition.next)).toEqual(['a']);
    expect(transition && sites.firings(transition.next)).toEqual([]);
  });

  test('is nothing where the process is down, or has not started', () => {
    const { states, sites, unstarted, up, sent, inFlight } = newPlace();
    const crashed = sites.inState(sent(up, ['a']), states.crashed(sites.state(up)));

    for (const site of [crashed, sent(unstarted, ['a'])]) {
      expect(inFlight(site)).toEqual(['a']);
      expect(sites.arrivals(site)).toEqual([]);
      expect(sites.firings(site)).toEqual([]);
    }
  });
});
