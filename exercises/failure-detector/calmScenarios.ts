/** Runs in which no message is lost and none takes longer than half a period: what a detector must get right without any excuse. */
import type { Chance } from '../../grader/sim/chance.ts';
import type { Deviation } from '../../grader/sim/timedDeviation.ts';
import type { TimedScenario } from '../../grader/sim/timedScenario.ts';
import { CALM, detectorPlan, linksAmong } from './detectorPlan.ts';

/** Pairs of a period and a timeout that are gone through: a detector must take both from its configuration. */
const SETTINGS = [
  { period: 100, timeout: 3 },
  { period: 20, timeout: 5 },
  { period: 250, timeout: 10 },
  { period: 40, timeout: 3 },
];

/** In its first run the crash is early and the run long, so that whoever works at all has noticed it when the run ends. */
export const calmCrash: TimedScenario = {
  id: 'calm-crash',
  plan: '3 processes, delays up to half a period, nothing lost; 1 or 2 of them crash for good, between two effects of a handler too',
  runs: 4,
  draw(chance, number) {
    const { period, timeout } = SETTINGS[number] ?? { period: 100, timeout: 3 };
    const [first = 1, second = 2] = chance.shuffled([1, 2, 3]);
    const at = 2 + 3 * chance.next();
    const crashes: Deviation[] = [{ kind: 'crash', process: first, at, ...(number === 3 ? {} : { effects: chance.between(0, 4) }) }];
    const later = chance.between(0, timeout);
    if (number >= 2) crashes.push({ kind: 'crash', process: second, at: at + later, effects: chance.between(0, 4) });
    const until = number === 0 ? 64 : at + timeout + later + 4;
    return detectorPlan({ processes: 3, period, timeout, ...CALM, until, deviations: [...crashes, ...calmGaps(chance, 3)] });
  },
};

export const calmRestarts: TimedScenario = {
  id: 'calm-restarts',
  plan: '4 or 5 processes, delays up to half a period, nothing lost; 3 of them crash and recover up to twice, soon after the crash or long after it; a fourth crashes for good',
  runs: 2,
  draw(chance, number) {
    const processes = 4 + number;
    const numbers = chance.shuffled(Array.from({ length: processes }, (_, index) => index + 1));
    const [first = 1, second = 2, third = 3, fourth = 4] = numbers;
    const at = 3 + chance.next();
    const deviations: Deviation[] = [
      // The second suspects the first, then starts anew, and then hears the first again.
      { kind: 'crash', process: first, at, effects: chance.between(0, 6) },
      { kind: 'crash', process: second, at: at + 6.5 + chance.next() },
      { kind: 'recover', process: second, at: at + 8 + chance.next() },
      { kind: 'recover', process: first, at: at + 10 + chance.next() },
      // The third is down for a moment, so short that nobody need notice, and crashes once more, in its onRecover or later.
      { kind: 'crash', process: third, at: at + 2 * chance.next() },
      { kind: 'crash', process: third, at: at + (number === 0 ? 3 : 2.1), effects: chance.between(1, 5) },
      { kind: 'recover', process: third, at: at + 2.2 + chance.next() / 2 },
      { kind: 'recover', process: third, at: at + 4.2 + chance.next() },
      // Those who were mistaken about others, or have seen them come back, know nothing yet of the fourth.
      ...(number === 0 ? [] : [{ kind: 'crash', process: fourth, at: at + 12.5, effects: chance.between(0, 6) } satisfies Deviation]),
    ];
    const until = number === 0 ? 36 : 23;
    return detectorPlan({ processes, period: 50, timeout: 3, ...CALM, until, deviations: [...deviations, ...calmGaps(chance, processes)] });
  },
};

/** Whole runs of two, and one of three that shows who is noticed how soon. */
export const firstHeartbeat: TimedScenario = {
  id: 'first-heartbeat',
  plan: '2 or 3 processes, delays up to half a period, nothing lost; one crashes for good after the first effect of its onStart',
  runs: 3,
  draw(chance, number) {
    const processes = number < 2 ? 2 : 3;
    const crash: Deviation = { kind: 'crash', process: number < 2 ? number + 1 : chance.between(1, 3), at: 0, effects: 1 };
    const [period, timeout] = number === 1 ? [100, 5] : [30, 3];
    return detectorPlan({ processes, period, timeout, ...CALM, ...(number < 2 ? {} : { until: 10 }), deviations: [crash] });
  },
};

/** Periods of silence after which a process must still be heard again. While it is down one process is alone, so they cost little. */
const LONG = 260;

/** One who starts anew must notice a process that it has never heard in this life. */
export const calmReturn: TimedScenario = {
  id: 'calm-return',
  plan: `3 processes, delays up to half a period, nothing lost; one crashes for good, and another, which has suspected it, crashes and recovers twice, at last after ${LONG} periods`,
  runs: 1,
  draw(chance) {
    const [first = 1, second = 2] = chance.shuffled([1, 2, 3]);
    const at = 8 + chance.next();
    const deviations: Deviation[] = [
      { kind: 'crash', process: first, at: 2 + chance.next() / 2, effects: chance.between(0, 4) },
      { kind: 'crash', process: second, at },
      { kind: 'recover', process: second, at: at + chance.pick([0.3, 1, 6]) },
      { kind: 'crash', process: second, at: at + 12 },
      { kind: 'recover', process: second, at: at + 12 + LONG },
    ];
    return detectorPlan({ processes: 3, period: 50, timeout: 3, ...CALM, deviations });
  },
};

/** On every other link one message of each round takes the longest that it may, after one that took no time. */
function calmGaps(chance: Chance, processes: number): Deviation[] {
  return linksAmong(processes)
    .filter(() => chance.next() < 0.5)
    .map(({ from, to }) => ({ kind: 'gap', from, to, slot: chance.between(0, 9) }));
}
