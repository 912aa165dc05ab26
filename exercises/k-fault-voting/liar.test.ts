import { expect, test } from 'vitest';
import type { Data } from '../../grader/base/data.ts';
import type { SuppliedContext } from '../../grader/sim/supplied.ts';
import { liarOf, type Lie } from './liar.ts';

const LIES: readonly Lie[] = [
  { about: 1, value: 9 },
  { about: '2 + 3', value: 9 },
  { about: '2 + 3', plus: 1, value: 5, name: 'r2' },
];

test('a liar knows the ids that reached it, and one that it guesses', () => {
  const { liar, ctx, choices } = newLiar();

  expect(choices()).toEqual([{ type: 'REPLY', id: 1, replica: 'r1', value: 9 }]);
  liar.onMessage?.(ctx, 'client', { type: 'REQUEST', id: 4, op: '2 + 3' });

  expect(choices()).toEqual([
    { type: 'REPLY', id: 1, replica: 'r1', value: 9 },
    { type: 'REPLY', id: 4, replica: 'r1', value: 9 },
    { type: 'REPLY', id: 5, replica: 'r2', value: 5 },
  ]);
});

test('two lies in the same words are one choice', () => {
  const { liar, ctx, choices } = newLiar();
  liar.onMessage?.(ctx, 'client', { type: 'REQUEST', id: 1, op: '2 + 3' });

  expect(choices()).toHaveLength(2);
});

test('a liar sends three REPLYs and no more', () => {
  const lie = ['client', { type: 'REPLY', id: 1, replica: 'r1', value: 9 }];
  const { liar, ctx, choices, sent } = newLiar();
  while (choices().length > 0) liar.onChoice?.(ctx, choices()[0]);

  expect(sent).toEqual([lie, lie, lie]);
});

function newLiar() {
  const Liar = liarOf(LIES);
  const liar = new Liar();
  const sent: [string, Data][] = [];
  const self = { id: 'r1', group: ['r1', 'r2', 'r3'], config: undefined };
  const ctx: SuppliedContext = {
    self: self.id,
    group: self.group,
    config: self.config,
    stable: { get: () => undefined, set: () => {}, delete: () => {}, keys: () => [] },
    send: (to, message) => void sent.push([to, message]),
    setTimer: () => {},
    cancelTimer: () => {},
    indicate: () => {},
  };
  return { liar, ctx, sent, choices: () => liar.choices?.(self) ?? [] };
}
