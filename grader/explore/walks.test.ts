import { sample } from 'fast-check';
import { expect, test } from 'vitest';
import { chanceFor } from '../sim/chance.ts';
import { newWorld } from '../sim/world.ts';
import { explore } from './explore.ts';
import { generatedProtocol } from './generatedProtocolForTests.ts';
import { replay } from './replay.ts';
import { shrink } from './shrink.ts';
import { randomWalks } from './walks.ts';

const NOBODY = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };
const BOUNDS = { maxWorlds: 4_000, maxSteps: 40_000 };

test('walks find nothing that the exhaustive search does not find, and most of what it finds', () => {
  let all = 0;
  let walked = 0;
  for (const { scenario, properties } of sample(generatedProtocol, { numRuns: 120, seed: 4 })) {
    const whole = explore(newWorld(scenario, properties, NOBODY), properties.length, { reduced: false, bounds: BOUNDS });
    if (whole.kind === 'bounded') continue;
    const walks = randomWalks(chanceFor(1, 'walks'), 60);
    const { found } = explore(newWorld(scenario, properties, NOBODY), properties.length, { reduced: true, walks, bounds: BOUNDS });

    expect([...found.keys()].filter((place) => !whole.found.has(place))).toEqual([]);
    all += whole.found.size;
    walked += found.size;
  }
  expect(all).toBeGreaterThan(50);
  expect(walked / all).toBeGreaterThan(0.9);
});

test('the same seed walks the same way', () => {
  const [one] = sample(generatedProtocol, { numRuns: 1, seed: 5 });
  if (!one) throw new Error('nothing was generated');
  const walk = () => {
    const walks = randomWalks(chanceFor(7, 'walks'), 20);
    const world = newWorld(one.scenario, one.properties, NOBODY);
    const { worlds, steps, found } = explore(world, one.properties.length, { reduced: true, walks, bounds: BOUNDS });
    return [worlds, steps, [...found.keys()], walks.done];
  };

  expect(walk()).toEqual(walk());
});

test('a shrunk run breaks the same promise, and is no longer than it was', () => {
  let shrunk = 0;
  for (const { scenario, properties } of sample(generatedProtocol, { numRuns: 60, seed: 6 })) {
    const promises = properties.map((property, place) => ({ check: `promise ${place}`, property }));
    const world = newWorld(scenario, properties, NOBODY);
    const walks = randomWalks(chanceFor(1, 'walks'), 30);
    const { found } = explore(world, properties.length, { reduced: true, walks, bounds: BOUNDS });
    for (const [place, one] of found) {
      const breaks = (choices: readonly number[]): boolean => {
        const run = replay(newWorld(scenario, properties, NOBODY), promises, choices);
        return run.kind === 'replayed' && run.violations.some((violation) => violation.check === `promise ${place}`);
      };
      const choices = shrink(world, promises, `promise ${place}`, one, true);

      expect(breaks(choices)).toBe(true);
      expect(choices.length).toBeLessThanOrEqual(one.path.length + 1);
      shrunk += 1;
    }
  }
  expect(shrunk).toBeGreaterThan(20);
});
