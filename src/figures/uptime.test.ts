/** The numbers about time that the lesson on dependability states, and its year. */
import { describe, expect, test } from 'vitest';
import { figuresOf, hoursDownByDay, outagesOf, YEAR_HOURS } from './uptime.ts';

const NO_RATES = { mttf: 1, mttr: 1 };
const HOURLY = figuresOf('hourly', NO_RATES);
const HOLIDAY = figuresOf('holiday', NO_RATES);

function random(mttf: number, mttr: number) {
  return figuresOf('random', { mttf, mttr });
}

describe('available and not reliable, and the reverse', () => {
  test('a millisecond in every hour: 0.99999972, 8,760 failures and less than nine seconds a year, never two hours', () => {
    expect(HOURLY.availability).toBeCloseTo(0.999_999_72, 8);
    expect(HOURLY.failures).toBeCloseTo(8760, 9);
    expect(HOURLY.unavailability * YEAR_HOURS * 3600).toBeCloseTo(8.76, 9);
    expect(HOURLY.reliability(2)).toBe(0);
    expect(HOURLY.reliability(24)).toBe(0);
  });

  test('two weeks a year: 0.96164, no failure', () => {
    expect(HOLIDAY.availability).toBeCloseTo(0.961_644, 6);
    expect([HOLIDAY.failures, HOLIDAY.reliability(24)]).toEqual([0, 1]);
  });
});

describe('at random', () => {
  test('1,000 hours and 1 hour have the availability of 10 hours and 36 seconds', () => {
    expect(random(1000, 1).availability).toBeCloseTo(0.999_000_999, 9);
    expect(random(10, 0.01).availability).toBeCloseTo(0.999_000_999, 9);
  });

  test('failing half as often and repairing twice as fast take 0.9990 to the same 0.9995', () => {
    expect(random(2000, 1).availability).toBe(random(1000, 0.5).availability);
    expect(random(1000, 0.5).availability).toBeCloseTo(0.9995, 6);
    expect(random(1000, 1).unavailability).toBeCloseTo(0.000_999, 6);
  });

  test('a week without failure: 0.85, and 0.92 for the one that fails half as often', () => {
    expect(random(1000, 1).reliability(168)).toBeCloseTo(0.85, 2);
    expect(random(1000, 0.5).reliability(168)).toBe(random(1000, 1).reliability(168));
    expect(random(2000, 1).reliability(168)).toBeCloseTo(0.92, 2);
  });
});

describe('nines', () => {
  test.each([
    [2, 3.65 * 24, 7.2, 0.24],
    [3, 8.76, 0.72, 0.024],
    [4, 0.876, 0.072, 0.0024],
    [5, 0.0876, 0.0072, 0.00024],
    [6, 0.008_76, 0.000_72, 0.000_024],
  ])('%i of them leave %f hours a year, %f in 30 days, %f a day', (nines, year, month, day) => {
    const down = 10 ** -nines;

    expect([down * YEAR_HOURS, down * 720, down * 24].map((hours) => hours.toPrecision(9))).toEqual(
      [year, month, day].map((hours) => hours.toPrecision(9)),
    );
  });

  test('the table and the quiz round them rightly', () => {
    expect((0.0001 * YEAR_HOURS * 60).toFixed(1)).toBe('52.6');
    expect((0.0001 * YEAR_HOURS * 60 - 10).toFixed(1)).toBe('42.6');
    expect((0.000_01 * YEAR_HOURS * 60).toFixed(2)).toBe('5.26');
    expect((0.000_001 * YEAR_HOURS * 3600).toFixed(1)).toBe('31.5');
    expect((0.000_01 * 720 * 3600).toFixed(1)).toBe('25.9');
    expect((0.000_05 * YEAR_HOURS * 60).toFixed(0)).toBe('26');
    expect(0.0005 * YEAR_HOURS).toBeCloseTo(4.38, 9);
  });

  test('one failure from 9:37 to 13:54 leaves a year 99.951 %', () => {
    const minutes = 13 * 60 + 54 - (9 * 60 + 37);

    expect(minutes).toBe(4 * 60 + 17);
    expect((100 * (1 - minutes / (YEAR_HOURS * 60))).toFixed(3)).toBe('99.951');
  });
});

describe('a year', () => {
  test('is the same for the same seed, and another for another', () => {
    const rates = { mttf: 500, mttr: 20 };

    expect(outagesOf('random', rates, 1)).toEqual(outagesOf('random', rates, 1));
    expect(outagesOf('random', rates, 2)).not.toEqual(outagesOf('random', rates, 1));
  });

  test('has on average the failures and the downtime that are expected', () => {
    const rates = { mttf: 200, mttr: 10 };
    const years = Array.from({ length: 400 }, (_, seed) => outagesOf('random', rates, seed));
    const hours = years.flat().reduce((sum, { from, to }) => sum + to - from, 0);

    expect(years.flat().length / 400 / random(200, 10).failures).toBeCloseTo(1, 1);
    expect(hours / 400 / (random(200, 10).unavailability * YEAR_HOURS)).toBeCloseTo(1, 1);
  });

  test('touches every day if it fails every hour, and 14 days if it closes for two weeks', () => {
    const hourly = hoursDownByDay(outagesOf('hourly', NO_RATES, 0));
    const holiday = hoursDownByDay(outagesOf('holiday', NO_RATES, 0));

    expect(hourly.every((hours) => hours !== undefined && hours > 0)).toBe(true);
    expect(holiday.filter((hours) => hours !== undefined)).toEqual(Array.from({ length: 14 }, () => 24));
  });

  test('splits an outage over midnight between two days', () => {
    expect(hoursDownByDay([{ from: 22, to: 25 }]).slice(0, 3)).toEqual([2, 1, undefined]);
  });
});
