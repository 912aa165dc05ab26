import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Property } from '../../../grader/sim/property.ts';
import type { FaultPlan } from '../../../grader/sim/scenario.ts';
import { ALL_WILLING, crashing, type Transaction } from './commitScenarios.ts';
import { exploredForTests } from './exploredForTests.ts';
import { canReach, everyWorldForTests } from './everyWorldForTests.ts';
import { atomicity, nobodyBlocked } from './promises.ts';
import { COORDINATOR } from './twoPhase.ts';

const EVERYBODY = [COORDINATOR, 'p1', 'p2', 'p3'];
/** Down for good, and noticed: time passes only while no message is in flight. */
const STOPS: FaultPlan = { ...crashing([COORDINATOR], 1), recoversAtEnd: false };

function transaction(protocol: Transaction['protocol'], timers: Transaction['timers'], faults: FaultPlan): Transaction {
  return { protocol, votes: ALL_WILLING, timers, faults };
}

describe('one-phase commit', () => {
  test('breaks atomicity without any fault, where one participant is unable', () => {
    const found = exploredForTests(
      { protocol: 'one-phase', votes: ['commit', 'abort', 'commit'], timers: 'patient', faults: {} },
      atomicity,
    );

    expect(found.violations).toEqual(['coordinator decided commit and p2 decided abort.']);
  });
});

describe('two-phase commit', () => {
  test('keeps atomicity when the coordinator crashes and recovers at any moment, with impatient timers', () => {
    const faults: FaultPlan = { ...crashing([COORDINATOR], 1), recoveries: 1, recoversAtEnd: true, firings: 1 };

    expect(exploredForTests(transaction('two-phase', 'any', faults), atomicity)).toMatchObject({ kind: 'exhausted', worlds: 71_780 });
  });

  test('keeps atomicity when any process crashes and recovers, with timers that wait for silence', () => {
    const faults: FaultPlan = { ...crashing(EVERYBODY, 1), recoveries: 1, recoversAtEnd: true };

    expect(exploredForTests(transaction('two-phase', 'patient', faults), atomicity)).toMatchObject({ kind: 'exhausted', worlds: 21_579 });
  });

  test('ends, once the process that crashed is back', () => {
    const faults: FaultPlan = { ...crashing(EVERYBODY, 1), recoveries: 1, recoversAtEnd: true, firings: 0 };

    expect(exploredForTests(transaction('two-phase', 'any', faults), nobodyBlocked).kind).toBe('exhausted');
  });

  test('blocks when the coordinator crashes for good after all have been asked', () => {
    const found = exploredForTests(transaction('two-phase', 'patient', STOPS), nobodyBlocked);

    expect(found.violations).toEqual(['p1 is up and cannot decide.']);
  });

  test('does not break atomicity while it is blocked, nor when messages are lost', () => {
    expect(exploredForTests(transaction('two-phase', 'patient', STOPS), atomicity)).toMatchObject({ kind: 'exhausted' });
    expect(exploredForTests(transaction('two-phase', 'patient', { ...STOPS, losses: 3 }), atomicity)).toMatchObject({ kind: 'exhausted' });
  });

  test('splits when the decision is sent before it is logged', () => {
    const faults: FaultPlan = { ...crashing([COORDINATOR], 1), recoveries: 1, recoversAtEnd: true };

    const found = exploredForTests(transaction('send-first', 'patient', faults), atomicity);

    expect(found.violations).toEqual(['p1 decided commit and coordinator decided abort.']);
  });
});

test('the commit point of two-phase commit is the record of the coordinator', () => {
  const faults: FaultPlan = { ...crashing([COORDINATOR], 1), recoveries: 1, recoversAtEnd: true, firings: 0 };
  const every = everyWorldForTests(transaction('two-phase', 'any', faults));
  const mayAbort = canReach(
    every,
    (place) => EVERYBODY.some((_, process) => every.logged(place, process) === 'ABORT'),
    () => true,
  );
  const places = every.rows.map((_, place) => place);
  const recorded = places.filter((place) => every.logged(place, 0) === 'COMMIT');
  const before = places.filter((place) => every.logged(place, 0) !== 'COMMIT');

  expect(every.rows.length).toBe(562);
  expect(recorded.length).toBe(69);
  expect(recorded.filter((place) => mayAbort[place])).toEqual([]);
  expect(before.length).toBe(493);
  expect(before.filter((place) => !mayAbort[place])).toEqual([]);
});

describe('three-phase commit', () => {
  test('neither blocks nor splits when the coordinator stops', () => {
    expect(exploredForTests(transaction('three-phase', 'patient', STOPS), nobodyBlocked)).toMatchObject({ kind: 'exhausted', worlds: 290 });
    expect(exploredForTests(transaction('three-phase', 'patient', STOPS), atomicity)).toMatchObject({ kind: 'exhausted', worlds: 290 });
  });

  test('neither blocks nor splits when any three of the four stop, one after another', () => {
    const faults: FaultPlan = { ...crashing(EVERYBODY, 3), recoversAtEnd: false };

    expect(exploredForTests(transaction('three-phase', 'patient', faults), nobodyBlocked)).toMatchObject({
      kind: 'exhausted',
      worlds: 4707,
    });
    expect(exploredForTests(transaction('three-phase', 'patient', faults), atomicity)).toMatchObject({ kind: 'exhausted', worlds: 4707 });
  });

  test('splits when three messages are lost besides, and not when two are', () => {
    expect(exploredForTests(transaction('three-phase', 'patient', { ...STOPS, losses: 2 }), atomicity)).toMatchObject({
      kind: 'exhausted',
    });
    expect(exploredForTests(transaction('three-phase', 'patient', { ...STOPS, losses: 3 }), atomicity).violations).toEqual([
      'coordinator decided commit and p1 decided abort.',
    ]);
  });

  test('splits without a crash and without a loss when timers are impatient', () => {
    const found = exploredForTests(transaction('three-phase', 'any', { firings: 2 }), atomicity);

    expect(found.violations).toEqual(['coordinator decided commit and p1 decided abort.']);
  });
});

describe('the runs that the lessons show are runs of the simulator', () => {
  const two: Pick<Transaction, 'votes'> = { votes: ['commit', 'commit'] };

  test.each<readonly [string, string, number, number, Transaction, Property]>([
    [
      'two-phase-commit',
      'one phase',
      0,
      8,
      { protocol: 'one-phase', votes: ['commit', 'abort', 'commit'], timers: 'patient', faults: {} },
      atomicity,
    ],
    [
      'two-phase-commit',
      'sent before logged',
      11,
      21,
      { protocol: 'send-first', ...two, timers: 'patient', faults: { ...crashing([COORDINATOR], 1), recoveries: 1, recoversAtEnd: true } },
      atomicity,
    ],
    ['commit-recovery', 'blocked', 0, 21, { protocol: 'two-phase', ...two, timers: 'patient', faults: STOPS }, nobodyBlocked],
    ['three-phase-commit', 'impatient', 0, 24, { protocol: 'three-phase', ...two, timers: 'any', faults: { firings: 2 } }, atomicity],
  ])('%s: %s', (lesson, _, from, to, shown, property) => {
    const page = readFileSync(`docs/distributed-commit/${lesson}.mdx`, 'utf8');

    const { story } = exploredForTests(shown, property);

    expect(page).toContain(`\n\`\`\`text\n${story.slice(from, to).join('\n')}\n\`\`\`\n`);
  });
});
