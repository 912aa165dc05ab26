import { describe, expect, test } from 'vitest';
import { crashRun, type Accident } from './crashRun.ts';
import { commitScenario, NOBODY, type Transaction } from './commitScenarios.ts';
import { replay } from '../../../grader/explore/replay.ts';
import { newWorld } from '../../../grader/sim/world.ts';
import type { Decision } from './stepwise.ts';

const MOMENTS = Array.from({ length: 13 }, (_, after) => after);

/** The outcomes of p1, p2 and p3, by the moment of the crash. */
function outcomes(accident: Omit<Accident, 'after'>): readonly string[] {
  return MOMENTS.map((after) =>
    crashRun({ ...accident, after })
      .outcomes.map((one) => one.outcome)
      .join(' '),
  );
}

const ABORT = 'abort abort abort';
const COMMIT = 'commit commit commit';
const BLOCKED = 'blocked blocked blocked';

describe('when the coordinator alone crashes', () => {
  const alone = { takesP1: false, splits: false };

  test('two-phase commit is blocked at two moments', () => {
    expect(outcomes({ protocol: 'two-phase', ...alone })).toEqual([ABORT, ABORT, ABORT, ABORT, BLOCKED, BLOCKED, ...Array(7).fill(COMMIT)]);
  });

  test('three-phase commit is not blocked', () => {
    expect(outcomes({ protocol: 'three-phase', ...alone })).toEqual([...Array(6).fill(ABORT), ...Array(7).fill(COMMIT)]);
  });
});

test('when the only one that was told dies too, two-phase commit is blocked and three-phase commit aborts', () => {
  const accident = { after: 6, takesP1: true, splits: false };

  expect(crashRun({ protocol: 'two-phase', ...accident }).outcomes.map(({ outcome, state }) => `${state}: ${outcome}`)).toEqual([
    'COMMIT: down',
    'READY: blocked',
    'READY: blocked',
  ]);
  expect(crashRun({ protocol: 'three-phase', ...accident }).outcomes.map(({ outcome, state }) => `${state}: ${outcome}`)).toEqual([
    'PRECOMMIT: down',
    'ABORT: abort',
    'ABORT: abort',
  ]);
});

describe('when the network splits as the coordinator crashes', () => {
  test('two-phase commit waits and keeps atomicity', () => {
    for (const after of MOMENTS) expect(crashRun({ protocol: 'two-phase', after, takesP1: false, splits: true }).violation).toBeUndefined();
  });

  test('three-phase commit decides twice at one moment: when p1 alone is in PRECOMMIT', () => {
    const split = MOMENTS.map((after) => crashRun({ protocol: 'three-phase', after, takesP1: false, splits: true }));

    expect(MOMENTS.filter((after) => split[after]?.violation !== undefined)).toEqual([6]);
    expect(split[6]?.outcomes.map((one) => one.outcome)).toEqual(['commit', 'abort', 'abort']);
    expect(split[6]?.violation).toBe('p1 decided commit and p2 decided abort.');
  });
});

describe('messages without faults', () => {
  test.each([
    ['two-phase', 1, 3, 4],
    ['two-phase', 2, 6, 8],
    ['two-phase', 3, 9, 12],
    ['two-phase', 4, 12, 16],
    ['three-phase', 1, 5, 5],
    ['three-phase', 2, 10, 10],
    ['three-phase', 3, 15, 15],
    ['three-phase', 4, 20, 20],
  ] as const)(
    '%s commit with %i participants sends %i, and %i where decisions are acknowledged',
    (protocol, participants, without, with_) => {
      const votes = Array.from({ length: participants }, (): Decision => 'commit');

      expect(faultless({ protocol, votes, timers: 'patient', faults: {} }).messages).toBe(without);
      expect(faultless({ protocol, votes, timers: 'patient', faults: {}, acknowledges: true }).messages).toBe(with_);
    },
  );

  test('two-phase commit of three participants writes eight records: two each', () => {
    expect(faultless({ protocol: 'two-phase', votes: ['commit', 'commit', 'commit'], timers: 'patient', faults: {} }).records).toBe(8);
  });
});

/** What the one run without faults sends and logs. */
function faultless(transaction: Transaction): { readonly messages: number; readonly records: number } {
  const world = newWorld(commitScenario(transaction), [], NOBODY);
  const choices: number[] = [];
  for (;;) {
    const run = replay(world, [], choices);
    if (run.kind !== 'replayed') throw new Error('the first of the possible steps is possible');
    const first = run.next.find((option) => option.kind === 'deliver');
    if (!first) {
      const count = (kind: string): number => run.trace.filter((event) => event.kind === kind).length;
      return { messages: count('send'), records: count('store') };
    }
    choices.push(first.choice);
  }
}
