/**
 * Three ways to be down, each with its availability, its reliability and a year as it may happen: for a millisecond in every hour,
 * for two weeks in August, and at random.
 *
 * All times are in hours, a year has 365 days. Random failures come at a constant rate, so that times to failure are exponentially
 * distributed; so are times to repair.
 */
export const DAYS = 365;
export const YEAR_HOURS = DAYS * 24;
export const KINDS = ['hourly', 'holiday', 'random'] as const;
export type Kind = (typeof KINDS)[number];

interface Rates {
  readonly mttf: number;
  readonly mttr: number;
}

export interface Figures {
  readonly availability: number;
  /** 1 − availability, without losing the digits that count. */
  readonly unavailability: number;
  /** Expected in a year. A planned closure is none. */
  readonly failures: number;
  /** The probability of so many hours without a failure, from a moment at which it works. */
  readonly reliability: (hours: number) => number;
}

const MILLISECOND = 1 / 3_600_000;
const HOLIDAY = { from: 212 * 24, to: 226 * 24 };

/** What is true of one of the three; `rates` counts for `random` only. */
export function figuresOf(kind: Kind, rates: Rates): Figures {
  switch (kind) {
    case 'hourly':
      // Up for an hour but a millisecond: an interval can be free of failures only if it is shorter than that.
      return {
        ...shares({ mttf: 1 - MILLISECOND, mttr: MILLISECOND }),
        reliability: (hours) => Math.max(0, 1 - hours / (1 - MILLISECOND)),
      };
    case 'holiday':
      return { ...shares({ mttf: 351 * 24, mttr: 14 * 24 }), failures: 0, reliability: () => 1 };
    case 'random':
      return { ...shares(rates), reliability: (hours) => Math.exp(-hours / rates.mttf) };
  }
}

function shares({ mttf, mttr }: Rates): Omit<Figures, 'reliability'> {
  return { availability: mttf / (mttf + mttr), unavailability: mttr / (mttf + mttr), failures: YEAR_HOURS / (mttf + mttr) };
}

export interface Outage {
  readonly from: number;
  readonly to: number;
}

/** More would not be told apart in a year of pixels. */
const MOST_OUTAGES = 20_000;

/** The outages of a year. */
export function outagesOf(kind: Kind, rates: Rates, seed: number): readonly Outage[] {
  switch (kind) {
    case 'hourly':
      return Array.from({ length: YEAR_HOURS }, (_, hour) => ({ from: hour + 1 - MILLISECOND, to: hour + 1 }));
    case 'holiday':
      return [HOLIDAY];
    case 'random':
      return randomOutages(rates, seed);
  }
}

/** The year begins up. The same seed gives the same luck, scaled to the rates. */
function randomOutages({ mttf, mttr }: Rates, seed: number): readonly Outage[] {
  const luck = dice(seed);
  const outages: Outage[] = [];
  let at = luck() * mttf;
  while (at < YEAR_HOURS && outages.length < MOST_OUTAGES) {
    const to = Math.min(at + luck() * mttr, YEAR_HOURS);
    outages.push({ from: at, to });
    at = to + luck() * mttf;
  }
  return outages;
}

/** For each day of the year the hours of it in `outages`; undefined for a day that none touches. */
export function hoursDownByDay(outages: readonly Outage[]): readonly (number | undefined)[] {
  const days: (number | undefined)[] = Array.from({ length: DAYS }, () => undefined);
  for (const { from, to } of outages) {
    for (let day = Math.floor(from / 24); day < DAYS && day * 24 < to; day += 1) {
      const hours = Math.min(to, (day + 1) * 24) - Math.max(from, day * 24);
      days[day] = (days[day] ?? 0) + Math.max(hours, 0);
    }
  }
  return days;
}

/** Exponentially distributed numbers of mean 1, from a small generator (mulberry32) that is the same everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return -Math.log1p(-((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32);
  };
}
