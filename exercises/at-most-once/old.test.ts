import { expect, test } from 'vitest';
import { Violation } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { old } from './old.ts';
import { deposit, type Request } from './request.ts';

const REQUESTS: Request[] = [1, 10, 100].map((amount, at) => ({ client: 'client', seq: at + 1, op: deposit(amount) }));

test('counts a second execution against an old request that came again', () => {
  const message = judge([arrives(1), reply(1, 1), request(2, 1), arrives(1), arrives(2), reply(2, 12)]);

  expect(message).toContain('The server executed request 1 (deposit 1) again.');
});

test('does not if the request came again before it was old', () => {
  const message = judge([arrives(1), arrives(1), reply(1, 1), request(2, 1), arrives(1), arrives(2), reply(2, 12)]);

  expect(message).toBeUndefined();
});

test('lets an old request be answered', () => {
  const message = judge([arrives(1), reply(1, 1), request(2, 1), arrives(1), reply(1, 1), arrives(2), reply(2, 11)]);

  expect(message).toBeUndefined();
});

function judge(events: readonly RunEvent[]): string | undefined {
  const property = old(REQUESTS);
  let state = property.first;
  for (const event of events) {
    const next = property.observe(state, event);
    if (next instanceof Violation) return next.message;
    state = next;
  }
  return undefined;
}

function request(seq: number, ackUpTo: number): RunEvent {
  return { kind: 'send', process: 'client', to: 'server', message: { type: 'REQUEST', seq, ackUpTo, op: { type: 'balance' } } };
}

function arrives(seq: number): RunEvent {
  return { kind: 'receive', process: 'server', from: 'client', message: { type: 'REQUEST', seq, ackUpTo: 0, op: { type: 'balance' } } };
}

function reply(seq: number, value: number): RunEvent {
  return { kind: 'send', process: 'server', to: 'client', message: { type: 'REPLY', seq, value } };
}
