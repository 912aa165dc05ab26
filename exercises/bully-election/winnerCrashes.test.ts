import { expect, test } from 'vitest';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { followRelied, NOBODY } from './winnerCrashes.ts';

const ok: RunEvent = { kind: 'send', process: 'p2', to: 'p1', message: { type: 'OK' } };
const coordinator: RunEvent = { kind: 'send', process: 'p3', to: 'p1', message: { type: 'COORDINATOR' } };
const done: RunEvent = { kind: 'done', process: 'p3' };

function relied(...events: readonly RunEvent[]): unknown {
  return events.reduce(followRelied, NOBODY);
}

test('a process that said OK is relied on until it crashes', () => {
  expect(relied(ok)).toEqual({ answered: ['p2'], announcing: null });
  expect(relied(ok, { kind: 'crash', process: 'p2' })).toBe('p2 said OK and crashed.');
});

test('a winner is relied on while the handler that announces it is at work', () => {
  expect(relied(coordinator, { kind: 'crash', process: 'p3' })).toBe('p3 crashed while it announced itself.');
  expect(relied(coordinator, done, { kind: 'crash', process: 'p3' })).toEqual(NOBODY);
});

test('a process that names itself before it sends anything announces itself', () => {
  const named: RunEvent = { kind: 'indicate', process: 'p3', event: { type: 'leader', process: 'p3' } };

  expect(relied(named, { kind: 'crash', process: 'p3' })).toBe('p3 crashed while it announced itself.');
});

test('nobody relies on others that crash', () => {
  expect(relied(ok, { kind: 'crash', process: 'p1' })).toEqual({ answered: ['p2'], announcing: null });
});
