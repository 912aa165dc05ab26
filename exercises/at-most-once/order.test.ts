import { expect, test } from 'vitest';
import { findDouble, findOrder } from './order.ts';
import { balance, deposit, withdraw, type Answer, type Operation, type Request } from './request.ts';

test('finds the order that the balances tell', () => {
  const requests = asked(deposit(1), deposit(10), balance);

  expect(findOrder({ requests, answers: [11, 10, 10] })).toEqual([1, 2, 0]);
});

test('finds no order if two deposits were both the first', () => {
  const requests = asked(deposit(1), deposit(10));

  expect(findOrder({ requests, answers: [1, 10] })).toBeUndefined();
});

test('puts in a request without an answer where an answer needs it, and leaves it out elsewhere', () => {
  const requests = asked(deposit(1), deposit(10), balance);

  expect(findOrder({ requests, answers: [null, null, 10] })).toEqual([1, 2]);
  expect(findOrder({ requests, answers: [null, null, 0] })).toEqual([2]);
});

test('explains a refusal by an order in which the money comes later', () => {
  const requests = asked(deposit(10), withdraw(10));

  expect(findOrder({ requests, answers: [10, 'insufficient'] })).toEqual([1, 0]);
  expect(findOrder({ requests, answers: [10, 'insufficient'], behind: [0, 0b1] })).toBeUndefined();
});

test('does what the balance just covers', () => {
  const requests = asked(deposit(10), withdraw(10));

  expect(findOrder({ requests, answers: [10, 0], behind: [0, 0b1] })).toEqual([0, 1]);
});

test('says which request was executed twice', () => {
  const requests = asked(deposit(1), deposit(10));
  const answers: Answer[] = [1, 12];

  expect(findOrder({ requests, answers })).toBeUndefined();
  expect(findDouble({ requests, answers })).toBe(0);
});

test('says of no request that it was executed twice if that explains nothing', () => {
  const requests = asked(deposit(1), deposit(10));

  expect(findDouble({ requests, answers: [1, 7] })).toBeUndefined();
});

function asked(...operations: Operation[]): Request[] {
  return operations.map((op, at) => ({ client: 'client', seq: at + 1, op }));
}
