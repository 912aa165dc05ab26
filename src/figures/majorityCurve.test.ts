/** The numbers that the lesson on physical redundancy states about probabilities. */
import { describe, expect, test } from 'vitest';
import { atLeast, chain, CROSSOVER, survival, tmr } from './majorityCurve.ts';
import { PARTS, results, run } from './tmrPipeline.ts';

/** The area under a curve from 0 to 40 mean lifetimes, by Simpson's rule. */
function area(curve: (t: number) => number): number {
  const steps = 40_000;
  const width = 40 / steps;
  let sum = 0;
  for (let at = 0; at <= steps; at += 1) sum += curve(at * width) * (at === 0 || at === steps ? 1 : at % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}

describe('two of three', () => {
  test.each([
    [0.3, 0.216],
    [0.5, 0.5],
    [0.7, 0.784],
    [0.9, 0.972],
    [0.95, 0.99275],
    [0.99, 0.999702],
  ])('of reliability %d are right with probability %d', (r, right) => {
    expect(tmr(r)).toBeCloseTo(right, 9);
    expect(atLeast(2, 3, r)).toBeCloseTo(right, 9);
  });

  test('are better than one above a half, and worse below', () => {
    for (let percent = 1; percent < 100; percent += 1) {
      expect(Math.sign(Math.round((tmr(percent / 100) - percent / 100) * 1e9))).toBe(Math.sign(percent - 50));
    }
  });

  test('of 0.9 fail less than a third as often as one: 28 in a thousand instead of 100', () => {
    expect(1 - tmr(0.9)).toBeCloseTo(0.028, 9);
    expect(1 - 0.9 ** 3).toBeCloseTo(0.271, 9);
    expect(0.9 ** 3).toBeCloseTo(0.729, 9);
    expect(1 - 0.1 ** 3).toBeCloseTo(0.999, 9);
    expect(0.9 ** 2).toBeCloseTo(0.81, 9);
  });

  test('are outdone by three of five', () => {
    expect(atLeast(3, 5, 0.9)).toBeCloseTo(0.99144, 9);
  });
});

describe('a mission', () => {
  test('is served better by three up to ln 2 = 0.69 mean lifetimes, and by one beyond', () => {
    expect(CROSSOVER.toFixed(2)).toBe('0.69');
    expect(survival(CROSSOVER)).toBeCloseTo(0.5, 12);
    expect(tmr(survival(CROSSOVER - 0.01))).toBeGreaterThan(survival(CROSSOVER - 0.01));
    expect(tmr(survival(CROSSOVER + 0.01))).toBeLessThan(survival(CROSSOVER + 0.01));
  });

  test.each([
    [0.1, 0.904837, 0.974556],
    [0.5, 0.606531, 0.657378],
    [1, 0.367879, 0.306432],
    [2, 0.135335, 0.049989],
  ])('of %d mean lifetimes is survived by one with probability %d, by three with %d', (t, one, three) => {
    expect(survival(t)).toBeCloseTo(one, 6);
    expect(tmr(survival(t))).toBeCloseTo(three, 6);
  });

  test('lasts 5/6 of a mean lifetime on average with three', () => {
    expect(area(survival)).toBeCloseTo(1, 6);
    expect(area((t) => tmr(survival(t)))).toBeCloseTo(5 / 6, 6);
  });
});

describe('three stages', () => {
  test('of modules with 0.95 and voters with 0.99 work with probability 0.857, 0.949 and 0.972', () => {
    const { simplex, singleVoters, triplicatedVoters } = chain(3, 0.95, 0.99);

    expect(simplex).toBeCloseTo(0.857375, 6);
    expect(singleVoters).toBeCloseTo(0.949348, 6);
    expect(triplicatedVoters).toBeCloseTo(0.97231, 5);
  });

  test('of which the third never fails have the probability that adding up all 4,096 sets of broken parts gives', () => {
    const mayFail = PARTS.filter(({ stage }) => stage < 2);
    let sum = 0;
    for (let set = 0; set < 2 ** mayFail.length; set += 1) {
      const broken = mayFail.filter((_part, at) => (set >> at) & 1);
      const right = results(run({ mode: 'triplicated', broken: broken.map(({ name }) => name), isAlike: false })).filter(
        (at) => at.isRight,
      );
      if (right.length < 2) continue;
      const modules = broken.filter(({ kind }) => kind === 'module').length;
      const voters = broken.length - modules;
      sum += 0.05 ** modules * 0.95 ** (6 - modules) * 0.01 ** voters * 0.99 ** (6 - voters);
    }

    expect(sum).toBeCloseTo(chain(2, 0.95, 0.99).triplicatedVoters, 9);
  });
});
