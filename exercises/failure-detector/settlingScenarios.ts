/** Runs that begin with losses, long delays and reordering, and settle at a time that no detector knows. */
import type { Deviation } from '../../grader/sim/timedDeviation.ts';
import type { TimedScenario } from '../../grader/sim/timedScenario.ts';
import { detectorPlan, linksAmong } from './detectorPlan.ts';

/**
 * The longest silence that is allowed falls just before S, and afterwards the longest delay is on one link only. The crash is so late that more
 * heartbeats were sent before it than can be until the run ends.
 */
export const twoSettle: TimedScenario = {
  id: 'two-settle',
  plan: '2 processes; losses, delays of up to 10 periods (also on the way to oneself) and reordering until S, then delays of up to 10 periods on one of the two links; one crashes after 405 periods and recovers',
  runs: 1,
  draw(chance) {
    const [from = 1, to = 2] = chance.shuffled([1, 2]);
    const settlesAt = 30 + 4 * chance.next();
    const process = chance.between(1, 2);
    const crashAt = 405 + chance.next();
    const deviations: Deviation[] = [
      { kind: 'lose', from, to, since: settlesAt - 20, until: settlesAt },
      { kind: 'wild', from: to, to: from, since: 0, until: settlesAt },
      { kind: 'delay', from, to: from, since: 4, until: 10, delay: 10 },
      { kind: chance.pick(['gap', 'overtake']), from, to, slot: chance.between(0, 19) },
      { kind: 'crash', process, at: crashAt },
      { kind: 'recover', process, at: crashAt + chance.pick([0.4, 6]) },
    ];
    return detectorPlan({ processes: 2, period: 100, timeout: 3, settlesAt, maxDelay: 10, deviations });
  },
};

/** With the shorter of the two delays the silence after S is as long as the timeout itself: a heartbeat arrives at the very deadline, and counts. */
export const threeSettle: TimedScenario = {
  id: 'three-settle',
  plan: '3 processes; losses, delays of up to 10 periods and reordering until S, then delays of up to 8 periods; 1 crashes for good after S',
  runs: 1,
  draw(chance) {
    const [down = 1, one = 2, other = 3] = chance.shuffled([1, 2, 3]);
    const settlesAt = 24 + 4 * chance.next();
    const deviations: Deviation[] = [
      { kind: 'crash', process: down, at: settlesAt + 44 + 4 * chance.next(), effects: chance.between(0, 4) },
      // For so long that the two who stay up suspect each other at the same time.
      { kind: 'lose', from: one, to: other, since: settlesAt - 18, until: settlesAt },
      { kind: 'lose', from: other, to: one, since: settlesAt - 18, until: settlesAt },
      ...linksAmong(3).map(({ from, to }): Deviation => ({ kind: 'wild', from, to, since: 0, until: settlesAt })),
      ...linksAmong(3).map(({ from, to }): Deviation => ({
        kind: chance.pick(['gap', 'overtake']),
        from,
        to,
        slot: chance.between(0, 19),
      })),
    ];
    return detectorPlan({ processes: 3, period: 60, timeout: 7, settlesAt, maxDelay: chance.pick([6 + 1 / 60, 8]), deviations });
  },
};

/** Two crash for good, unheard by the third that recovers after them; a fourth recovers twice. */
export const fiveSettle: TimedScenario = {
  id: 'five-settle',
  plan: '5 processes; losses, delays of up to 10 periods and reordering until S, then delays of up to 9 periods; 4 crash, 1 of them recovers twice',
  runs: 1,
  draw(chance) {
    const [first = 1, second = 2, third = 3, fourth = 4] = chance.shuffled([1, 2, 3, 4, 5]);
    const settlesAt = 16 + 2 * chance.next();
    const at = 3 + chance.next();
    const deviations: Deviation[] = [
      { kind: 'crash', process: first, at },
      { kind: 'crash', process: second, at: at + 2 * chance.next(), effects: chance.between(0, 6) },
      { kind: 'crash', process: third, at: at + 4 + 4 * chance.next() },
      { kind: 'crash', process: fourth, at: at + 8 },
      { kind: 'recover', process: fourth, at: at + 8 + chance.pick([0.3, 6]) },
      { kind: 'crash', process: fourth, at: settlesAt + 8 + 4 * chance.next(), effects: chance.between(0, 6) },
      { kind: 'recover', process: fourth, at: settlesAt + 14 + 2 * chance.next() },
      ...linksAmong(5).map(({ from, to }): Deviation => ({ kind: 'wild', from, to, since: 0, until: settlesAt })),
      ...linksAmong(5).map(({ from, to }): Deviation => ({ kind: 'gap', from, to, slot: chance.between(0, 19) })),
    ];
    return detectorPlan({ processes: 5, period: 100, timeout: 3, settlesAt, maxDelay: 9, deviations });
  },
};
