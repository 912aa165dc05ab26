import { expect, test } from 'vitest';
import type { Effect } from '../sandbox/handlerCall.ts';
import { newEventLists, runEvents } from './eventLists.ts';
import { newProcessEvents } from './processEvents.ts';

const { timer, message, request } = newProcessEvents();
const all = (): boolean => true;

test('handlings that look different have different numbers, whatever stands in their texts', () => {
  const lists = newEventLists();
  const store = (key: string, value?: string): Effect => ({ kind: 'store', key, value });
  const looks: [string, ReturnType<typeof timer>, Effect[], boolean][] = [
    ['p1', timer('a'), [], false],
    ['p1', timer('a'), [], true],
    ['p2', timer('a'), [], false],
    ['p1', timer('b'), [], false],
    ['p1', message('p2', '1'), [], false],
    ['p1', message('p3', '1'), [], false],
    ['p1', request('1'), [], false],
    ['p1', timer('a'), [store('x', '1')], false],
    ['p1', timer('a'), [store('x')], false],
    ['p1', timer('a'), [store('x', '"nothing"')], false],
    ['p1', timer('a'), [store('x', '1'), store('y', '2')], false],
    ['p1', timer('a'), [store('x" 1\nstore "y', '2')], false],
    ['p1', timer('a'), [{ kind: 'send', to: 'p2', message: '1' }], false],
    ['p1', timer('a'), [{ kind: 'indicate', event: '1' }], false],
  ];

  const wholes = looks.map((look) => lists.whole(...look));
  const parts = wholes.map((whole) => lists.part(whole, all));

  expect(new Set(wholes).size).toBe(looks.length);
  expect(looks.map((look) => lists.whole(...look))).toEqual(wholes);
  expect(parts.map(lists.events)).toEqual(looks.map((look) => runEvents(...look)));
});

test('timers that are set and cancelled make no difference', () => {
  const lists = newEventLists();

  const quiet = lists.whole('p1', timer('a'), [], false);

  expect(
    lists.whole(
      'p1',
      timer('a'),
      [
        { kind: 'set-timer', name: 'b', delay: 3 },
        { kind: 'cancel-timer', name: 'c' },
      ],
      false,
    ),
  ).toBe(quiet);
});

test('of a whole each monitor has the part that it wants, and nothing where that is the end alone', () => {
  const lists = newEventLists();
  const whole = lists.whole('p1', timer('a'), [{ kind: 'indicate', event: '1' }], false);

  const indications = lists.part(whole, (event) => event.kind === 'indicate');
  const ends = lists.part(whole, (event) => event.kind === 'done');

  expect(lists.events(indications)).toEqual([{ process: 'p1', kind: 'indicate', event: 1 }]);
  expect([ends, lists.events(ends)]).toEqual([0, []]);
  expect(lists.events(lists.ofCrash('p1', all))).toEqual([{ process: 'p1', kind: 'crash' }]);
  expect(lists.ofCrash('p1', () => false)).toBe(0);
});
