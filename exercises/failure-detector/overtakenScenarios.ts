/** Runs in which a heartbeat is overtaken and arrives when its sender is suspected: late news of a time that is over. */
import type { Deviation } from '../../grader/sim/timedDeviation.ts';
import type { TimedScenario } from '../../grader/sim/timedScenario.ts';
import { detectorPlan } from './detectorPlan.ts';

export const overtaken: TimedScenario = {
  id: 'overtaken',
  plan: '2 processes; a message takes 10 periods and is overtaken, then silence, for its sender has crashed, or recovered, or what it sends is lost',
  runs: 6,
  draw(chance, number) {
    const [from = 1, to = 2] = chance.shuffled([1, 2]);
    const slow = chance.between(2, 5);
    const timeout = chance.pick([3, 4]);
    const delayed = (period: number): Deviation => ({ kind: 'delay', from, to, since: period, until: period + 1, delay: 10 });
    const lost = (since: number, until: number): Deviation => ({ kind: 'lose', from, to, since, until });
    const deviations = [
      // It is only slow.
      [delayed(slow), lost(slow + 4, slow + 12)],
      // It has crashed.
      [delayed(slow), { kind: 'crash', process: from, at: slow + 2.2 + chance.next() / 2 } satisfies Deviation],
      // The last message before a crash comes after the first ones of the next life.
      [delayed(slow + 3), ...restart(from, slow + 3.3 + chance.next() / 4, 0.4), lost(slow + 5, slow + 13)],
      // The same, two lives later.
      [delayed(slow + 3), ...restart(from, slow + 3.3, 0.3), ...restart(from, slow + 4.2, 0.3), lost(slow + 6, slow + 13)],
      // The one that waits has restarted meanwhile, and has heard a newer one since.
      [delayed(slow), ...restart(to, slow + 2.2 + chance.next() / 4, 0.4), lost(slow + 4, slow + 12)],
      // Old messages of the last life, after the sender has crashed again.
      [
        delayed(slow + 2),
        delayed(slow + 3),
        ...restart(from, slow + 3.3, 0.4),
        { kind: 'crash', process: from, at: slow + 4.9 } satisfies Deviation,
      ],
    ][number];
    return detectorPlan({ processes: 2, period: 100, timeout, settlesAt: 60, maxDelay: 1, until: slow + 18, deviations: deviations ?? [] });
  },
};

/** Down for a part of a period. */
function restart(process: number, at: number, down: number): Deviation[] {
  return [
    { kind: 'crash', process, at },
    { kind: 'recover', process, at: at + down },
  ];
}
