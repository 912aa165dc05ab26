import { expect, test } from 'vitest';
import { left } from '../../../grader/sim/budgets.ts';
import { replay } from '../../../grader/explore/replay.ts';
import { newWorld } from '../../../grader/sim/world.ts';
import { commitScenario, crashing, NOBODY, type Transaction } from './commitScenarios.ts';
import { lampsOf } from './deciders.ts';
import { canReach, everyWorldForTests } from './everyWorldForTests.ts';
import { decisionOf, type Decision } from './stepwise.ts';
import { standingsOf } from './standings.ts';

const PARTICIPANTS = ['p1', 'p2'];
const PROCESSES = ['coordinator', ...PARTICIPANTS];

test.each([
  ['commit', 'commit'],
  ['commit', 'abort'],
] as const)('a lamp is on where its participant can still decide without a repair, and only there: %s, %s', (...votes) => {
  const transaction: Transaction = {
    protocol: 'two-phase',
    votes,
    timers: 'any',
    faults: { ...crashing(PROCESSES, 2), recoversAtEnd: false, firings: { coordinator: 1, p1: 1, p2: 1 } },
  };
  const every = everyWorldForTests(transaction);
  const decided = PROCESSES.map((_, process) =>
    canReach(
      every,
      (place) => decisionOf(every.logged(place, process)) !== undefined,
      (move) => move.kind !== 'crash' && move.outcome?.crashed !== true,
    ),
  );
  const schedules = shortestSchedules(every);
  const world = newWorld(commitScenario(transaction), [], NOBODY);
  const spare = (place: number): boolean =>
    PROCESSES.every(
      (process) =>
        left(every.rows[place] ?? new Int32Array(0), every.world.base, every.world.budgets.place(`firings ${PROCESSES.indexOf(process)}`)) >
        0,
    );

  let on = 0;
  let dark = 0;
  const wrong: string[] = [];
  every.rows.forEach((_, place) => {
    const schedule = schedules[place];
    // Where a timer can go off no more, a participant would have to wait for something else.
    if (schedule === undefined || !spare(place)) return;
    const run = replay(world, [], schedule);
    if (run.kind !== 'replayed' || run.trace.filter((event) => event.kind === 'start').length < PROCESSES.length) return;
    const lamps = lampsOf(PARTICIPANTS, 'coordinator', standingsOf(run.trace, PROCESSES, votesOf(votes)));
    for (const { process, light, why } of lamps) {
      if (light === 'down') continue;
      const can = decided[PROCESSES.indexOf(process)]?.[place] === true;
      if (light === 'on') on += 1;
      else dark += 1;
      if (can !== (light === 'on')) wrong.push(`${schedule.join('.')} ${process} ${light} ${why}`);
    }
  });

  expect(wrong).toEqual([]);
  expect([on, dark]).toEqual(votes[1] === 'commit' ? [113, 11] : [150, 3]);
});

function votesOf(votes: readonly Decision[]): Readonly<Record<string, Decision>> {
  return Object.fromEntries(votes.map((vote, at) => [`p${at + 1}`, vote]));
}

/** A schedule to each world: the numbers of steps, without those of starts that leave no choice. */
function shortestSchedules({ rows, steps }: ReturnType<typeof everyWorldForTests>): readonly (readonly number[] | undefined)[] {
  const schedules: (readonly number[] | undefined)[] = rows.map((_, place) => (place === 0 ? [] : undefined));
  steps.forEach((moves, place) => {
    const isForced = moves.length === 1 && moves[0]?.move.kind === 'start';
    moves.forEach(({ to }, choice) => {
      schedules[to] ??= isForced ? (schedules[place] ?? []) : [...(schedules[place] ?? []), choice];
    });
  });
  return schedules;
}
