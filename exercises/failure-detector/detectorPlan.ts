/** A group of detectors on links that settle, as the contract has them. Times in periods become whole milliseconds here. */
import type { Deviation } from '../../grader/sim/timedDeviation.ts';
import type { RunLength, TimedPlan } from '../../grader/sim/timedScenario.ts';

export interface DetectorPlan {
  readonly processes: number;
  /** Milliseconds. */
  readonly period: number;
  /** In periods, as all that follows. */
  readonly timeout: number;
  readonly settlesAt: number;
  readonly maxDelay: number;
  /** A part of a run ends here; absent for a whole run. */
  readonly until?: number;
  readonly deviations: readonly Deviation[];
}

/** Periods for which a run goes on after S and after the last crash or recovery. */
const AFTER = 400;

/** Periods that a message takes at most before S, and the longest silence then. */
const MAX_EARLY_DELAY = 10;
const MAX_SILENCE = 20;

/** The delays of a calm run, in periods. */
export const CALM = { settlesAt: 0, maxDelay: 0.5 };

export function detectorPlan({ processes, period, timeout, settlesAt, maxDelay, until, deviations }: DetectorPlan): TimedPlan {
  const ms = (periods: number): number => Math.round(periods * period);
  const length: RunLength = until === undefined ? { kind: 'whole', after: ms(AFTER) } : { kind: 'part', until: ms(until) };
  return {
    processes: Array.from({ length: processes }, (_, index) => ({
      id: `p${index + 1}`,
      role: 'Detector',
      config: { period, timeout: ms(timeout) },
    })),
    network: {
      period,
      settlesAt: ms(settlesAt),
      maxEarlyDelay: ms(MAX_EARLY_DELAY),
      maxDelay: ms(maxDelay),
      maxSilence: ms(MAX_SILENCE),
    },
    length,
    deviations: deviations.map((one) => inMilliseconds(one, ms)),
  };
}

function inMilliseconds(deviation: Deviation, ms: (periods: number) => number): Deviation {
  switch (deviation.kind) {
    case 'crash':
    case 'recover':
      return { ...deviation, at: ms(deviation.at) };
    case 'delay':
      return { ...deviation, since: ms(deviation.since), until: ms(deviation.until), delay: ms(deviation.delay) };
    case 'lose':
    case 'wild':
      return { ...deviation, since: ms(deviation.since), until: ms(deviation.until) };
    default:
      return deviation;
  }
}

/** Every link between two of the processes 1 to `count`. */
export function linksAmong(count: number): { readonly from: number; readonly to: number }[] {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return numbers.flatMap((from) => numbers.filter((to) => to !== from).map((to) => ({ from, to })));
}
