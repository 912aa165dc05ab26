import { assert, property, sample } from 'fast-check';
import { expect, test } from 'vitest';
import { newWorld, type World } from '../sim/world.ts';
import { explore, type Explored } from './explore.ts';
import type { Generated } from './generatedProtocolForTests.ts';
import { replay, scheduleOf } from './replay.ts';
import { twinProtocol } from './twinProtocolForTests.ts';

const NOBODY = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };
/** Those with more are left out: the full search is what takes time here. */
const BOUNDS = { maxWorlds: 500, maxSteps: 4_000 };

interface Explorations {
  readonly world: World;
  readonly result: Explored;
}

function explored({ scenario, properties }: Generated, reduced: boolean, symmetric = reduced): Explorations {
  const world = newWorld(scenario, properties, NOBODY);
  if (reduced) world.prepareTrim();
  return { world, result: explore(world, properties.length, { reduced, symmetric, bounds: BOUNDS }) };
}

const brokenIn = ({ found }: Explored): number[] => [...found.keys()].sort((left, right) => left - right);

test('a search that takes worlds for one in which two processes have changed places finds the same broken promises as the full one', () => {
  let compared = 0;
  let broken = 0;
  let fewer = 0;
  assert(
    property(twinProtocol, (one) => {
      const full = explored(one, false).result;
      if (full.kind === 'bounded') return;
      const { result } = explored(one, true);
      if (result.kind === 'bounded') return;

      expect(brokenIn(result)).toEqual(brokenIn(full));
      compared += 1;
      broken += full.found.size;
      if (result.worlds < explored(one, true, false).result.worlds) fewer += 1;
    }),
    { numRuns: 300, seed: 1 },
  );

  // The comparison is of use only where there is much to compare.
  expect(compared).toBeGreaterThan(180);
  expect(broken).toBeGreaterThan(150);
  expect(fewer).toBeGreaterThan(60);
}, 120_000);

test('its counterexamples to promises of every moment are as short', () => {
  let fewer = 0;
  for (const one of sample(twinProtocol, { numRuns: 400, seed: 2 })) {
    const safety = { ...one, properties: one.properties.filter((other) => !other.atEnd) };
    const full = explored(safety, false).result;
    if (full.kind === 'bounded') continue;
    const { world, result } = explored(safety, true);

    const lengths = ({ found }: Explored) => brokenIn(full).map((place) => found.get(place)?.path.length);
    expect(lengths(result)).toEqual(lengths(full));
    if (world.symmetry() && full.found.size > 0) fewer += 1;
  }
  expect(fewer).toBeGreaterThan(10);
}, 120_000);

test('what it finds replays, step by step in the full one, to the same broken promise', () => {
  let replayed = 0;
  let turned = 0;
  for (const one of sample(twinProtocol, { numRuns: 400, seed: 3 })) {
    const { world, result } = explored(one, true);
    for (const [place, found] of result.found) {
      const promises = one.properties.map((other, at) => ({ check: `promise ${at}`, property: other }));
      const fresh = newWorld(one.scenario, one.properties, NOBODY);

      const run = replay(fresh, promises, scheduleOf(world, found, true));

      expect(run.kind).toBe('replayed');
      expect(run.kind === 'replayed' && run.violations.map((violation) => violation.check)).toContain(`promise ${place}`);
      replayed += 1;
      if (found.path.some((step) => step.turned)) turned += 1;
    }
  }
  expect(replayed).toBeGreaterThan(200);
  expect(turned).toBeGreaterThan(5);
}, 120_000);
