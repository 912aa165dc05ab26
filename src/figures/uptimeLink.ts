/** The state of the figure with the year, the steps of its sliders, and how a link writes it. */
import type { Codec } from '../lesson/figureLink.ts';
import { KINDS, type Kind } from './uptime.ts';

export const INTERVALS = [
  { name: 'day', hours: 24 },
  { name: 'week', hours: 168 },
  { name: 'month', hours: 720 },
  { name: 'year', hours: 8760 },
] as const;
type Interval = (typeof INTERVALS)[number];

export interface Uptime {
  readonly kind: Kind;
  readonly mttf: number;
  readonly mttr: number;
  readonly interval: Interval;
  readonly seed: number;
}

export const INITIAL: Uptime = { kind: 'hourly', mttf: 1000, mttr: 1, interval: INTERVALS[0], seed: 1 };

export const MTTF_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000] as const;
const SECONDS = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800];
export const MTTR_STEPS: readonly number[] = [...SECONDS.map((seconds) => seconds / 3600), 1, 2, 5, 12, 24, 48, 120, 240, 480, 720];

/** Index of the step next to a value, on the scale of the slider: by ratio. */
export function stepNear(steps: readonly number[], value: number): number {
  const distances = steps.map((step) => Math.abs(Math.log(step / value)));
  return distances.indexOf(Math.min(...distances));
}

/** Whether a time is within its slider, which the buttons must not leave either. */
export function isWithin(steps: readonly number[], value: number): boolean {
  return value >= (steps[0] ?? 0) * (1 - 1e-9) && value <= (steps.at(-1) ?? 0) * (1 + 1e-9);
}

export const UPTIMES: Codec<Uptime> = {
  write({ kind, mttf, mttr, interval, seed }) {
    return [kind, mttf, mttr, interval.name, seed].join(',');
  },

  read(text) {
    const [kindText, mttfText, mttrText, name, seedText, ...more] = text.split(',');
    const kind = KINDS.find((one) => one === kindText);
    const interval = INTERVALS.find((one) => one.name === name);
    const [mttf, mttr, seed] = [Number(mttfText), Number(mttrText), Number(seedText)];
    if (!kind || !interval || more.length > 0 || !isWithin(MTTF_STEPS, mttf) || !isWithin(MTTR_STEPS, mttr)) return undefined;
    return Number.isSafeInteger(seed) ? { kind, mttf, mttr, interval, seed } : undefined;
  },
};
