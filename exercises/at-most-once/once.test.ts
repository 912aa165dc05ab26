import { expect, test } from 'vitest';
import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { once, survives } from './once.ts';
import { balance, deposit, type Answer, type Request } from './request.ts';

const REQUESTS: Request[] = [deposit(10), balance].map((op, at) => ({ client: 'client', seq: at + 1, op }));

test('accepts answers in any order of execution', () => {
  const outcome = judge(once(REQUESTS), [request(1), request(2), reply(2, 0), reply(1, 10), reply(2, 0)]);

  expect(outcome).toBe('kept');
});

test('names the request that was executed twice', () => {
  const outcome = judge(once(REQUESTS), [request(1), request(2), reply(2, 20)]);

  expect(outcome).toContain('The server answered request 2 (balance) with 20.');
  expect(outcome).toContain('If request 1 (deposit 10) was executed twice, there is one.');
});

test('refuses a second answer to one request', () => {
  const outcome = judge(once(REQUESTS), [request(1), request(2), reply(2, 0), reply(2, 10)]);

  expect(outcome).toContain('and had answered it with 0 before');
});

test('does not let a request explain an answer before it was sent', () => {
  const outcome = judge(once(REQUESTS), [request(2), reply(2, 10)]);

  expect(outcome).toContain('No order');
});

test('puts a request behind one that had its answer when it was first sent', () => {
  const answers = [request(1), reply(1, 10), request(2), reply(2, 0)];

  expect(judge(once(REQUESTS), answers)).toBe('kept');
  expect(judge(survives(REQUESTS), answers)).toContain('come before it in the order: request 1 (deposit 10) → 10.');
});

test('does not count it as sent when it is repeated', () => {
  const outcome = judge(survives(REQUESTS), [request(1), request(2), reply(1, 10), request(2), reply(2, 0)]);

  expect(outcome).toBe('kept');
});

function judge<State extends Data>(property: Property<State>, events: readonly RunEvent[]): string {
  let state = property.first;
  for (const event of events) {
    const next = property.observe(state, event);
    if (next instanceof Violation) return next.message;
    state = next;
  }
  return 'kept';
}

function request(seq: number): RunEvent {
  return { kind: 'send', process: 'client', to: 'server', message: { type: 'REQUEST', seq, ackUpTo: 0, op: { type: 'balance' } } };
}

function reply(seq: number, value: Answer): RunEvent {
  return { kind: 'send', process: 'server', to: 'client', message: { type: 'REPLY', seq, value } };
}
