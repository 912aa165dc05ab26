import { assert, property, sample } from 'fast-check';
import { expect, test } from 'vitest';
import { newWorld } from '../sim/world.ts';
import { explore, type Explored } from './explore.ts';
import { generatedProtocol, type Generated } from './generatedProtocolForTests.ts';
import { replay, scheduleOf } from './replay.ts';

const NOBODY = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };
/** Those with more are left out: the full search is what takes time here. */
const BOUNDS = { maxWorlds: 4_000, maxSteps: 40_000 };

function explored({ scenario, properties }: Generated, reduced: boolean) {
  const world = newWorld(scenario, properties, NOBODY);
  if (reduced) world.prepareTrim();
  return { world, result: explore(world, properties.length, { reduced, bounds: BOUNDS }) };
}

const brokenIn = ({ found }: Explored): number[] => [...found.keys()].sort((left, right) => left - right);

test('the reduced search finds the same broken promises as the full one', { timeout: 120_000 }, () => {
  let compared = 0;
  let broken = 0;
  let fewer = 0;
  assert(
    property(generatedProtocol, (one) => {
      const full = explored(one, false).result;
      if (full.kind === 'bounded') return;
      const { result } = explored(one, true);
      if (result.kind === 'bounded') return;

      expect(brokenIn(result)).toEqual(brokenIn(full));
      compared += 1;
      broken += full.found.size;
      if (result.worlds < full.worlds) fewer += 1;
    }),
    { numRuns: 500, seed: 1 },
  );

  // The comparison is of use only where there is much to compare.
  expect(compared).toBeGreaterThan(300);
  expect(broken).toBeGreaterThan(200);
  expect(fewer).toBeGreaterThan(100);
});

test('a counterexample of the reduced search to a promise of every moment is as short as one of the full search', () => {
  for (const one of sample(generatedProtocol, { numRuns: 300, seed: 2 })) {
    const safety = { ...one, properties: one.properties.filter((other) => !other.atEnd) };
    const full = explored(safety, false).result;
    if (full.kind === 'bounded') continue;
    const { result } = explored(safety, true);

    const lengths = ({ found }: Explored) => brokenIn(full).map((place) => found.get(place)?.path.length);
    expect(lengths(result)).toEqual(lengths(full));
  }
});

test('what the reduced search finds replays, step by step in the full one, to the same broken promise', () => {
  let replayed = 0;
  for (const one of sample(generatedProtocol, { numRuns: 300, seed: 3 })) {
    const { world, result } = explored(one, true);
    for (const [place, found] of result.found) {
      const promises = one.properties.map((other, at) => ({ check: `promise ${at}`, property: other }));
      const fresh = newWorld(one.scenario, one.properties, NOBODY);

      const run = replay(fresh, promises, scheduleOf(world, found, true));

      expect(run.kind).toBe('replayed');
      expect(run.kind === 'replayed' && run.violations.map((violation) => violation.check)).toContain(`promise ${place}`);
      replayed += 1;
    }
  }
  expect(replayed).toBeGreaterThan(100);
});
