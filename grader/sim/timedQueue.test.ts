import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { newQueue, type Rank } from './timedQueue.ts';

test('hands out what is due by time, then faults before arrivals before timers, then in the order of putting', () => {
  const item = record({ at: integer({ min: 0, max: 5 }), rank: constantFrom<Rank>('fault', 'arrival', 'timer') });
  const ranks: readonly Rank[] = ['fault', 'arrival', 'timer'];
  assert(
    property(array(item), (items) => {
      const queue = newQueue<number>();
      items.forEach(({ at, rank }, index) => queue.put(at, rank, index));

      const taken: number[] = [];
      for (let due = queue.take(); due; due = queue.take()) taken.push(due.item);

      const key = (index: number): readonly [number, number, number] => {
        const one = items[index];
        return [one?.at ?? 0, ranks.indexOf(one?.rank ?? 'fault'), index];
      };
      const sorted = [...items.keys()].sort((left, right) => {
        const [a, b] = [key(left), key(right)];
        return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
      });
      expect(taken).toEqual(sorted);
    }),
  );
});

test('takes in while it hands out', () => {
  const queue = newQueue<string>();
  queue.put(10, 'timer', 'timer');
  queue.put(20, 'timer', 'later');

  const first = queue.take();
  queue.put(10, 'arrival', 'sent and received at once');

  expect([first, queue.take(), queue.take(), queue.take()].map((due) => due?.item)).toEqual([
    'timer',
    'sent and received at once',
    'later',
    undefined,
  ]);
});
