import { expect, test } from 'vitest';
import type { Data } from '../../grader/base/data.ts';
import { Violation } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { ALL_REQUESTS, bounded } from './bounded.ts';

test('allows what is stored to grow by 200 characters', () => {
  const message = judge([...served(1, 10), store('table', 'x'.repeat(100)), ...served(11, ALL_REQUESTS), store('table', 'x'.repeat(300))]);

  expect(message).toBeUndefined();
});

test('says how long storage was and is', () => {
  const message = judge([...served(1, 10), store('table', 'x'.repeat(100)), ...served(11, ALL_REQUESTS), store('table', 'x'.repeat(301))]);

  expect(message).toContain('is 311 characters long, after 10 it was 110');
});

test('does not count what was deleted', () => {
  const message = judge([...served(1, ALL_REQUESTS), store('table', 'x'.repeat(500)), { kind: 'store', process: 'server', key: 'table' }]);

  expect(message).toBeUndefined();
});

test('refuses a server that stops answering', () => {
  const message = judge(served(1, 120));

  expect(message).toContain('Of 200 requests only 120 were answered');
});

test('judges a run that was given up by how far it came', () => {
  const events = [...served(1, 190), store('table', 'x'.repeat(500))];

  expect(judge(events, false)).toContain('After 190 requests');
  expect(judge(served(1, 190), false)).toBeUndefined();
});

function judge(events: readonly RunEvent[], quiet = true): string | undefined {
  let state = bounded.first;
  for (const event of events) {
    const next = bounded.observe(state, event);
    if (next instanceof Violation) return next.message;
    state = next;
  }
  return bounded.atEnd?.(state, { up: new Set(['server', 'client']), quiet })?.message;
}

function served(from: number, to: number): RunEvent[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at).flatMap((seq): RunEvent[] => [
    { kind: 'receive', process: 'server', from: 'client', message: { type: 'REQUEST', seq, ackUpTo: seq - 1, op: { type: 'balance' } } },
    { kind: 'send', process: 'server', to: 'client', message: { type: 'REPLY', seq, value: 0 } },
  ]);
}

function store(key: string, value: Data): RunEvent {
  return { kind: 'store', process: 'server', key, value };
}
