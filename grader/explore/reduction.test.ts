import { assert, property, sample, type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newWorld } from '../sim/world.ts';
import { explore, type Explored } from './explore.ts';
import { generatedProtocol, type Generated } from './generatedProtocolForTests.ts';
import { replay, scheduleOf } from './replay.ts';
import { twinProtocol } from './twinProtocolForTests.ts';

const NOBODY = { handle: () => ({ kind: 'async' as const, effects: [] }), operations: 0 };

/** Which protocols are compared, of how many, and what must be among them: the comparison is of use only where there is much to compare. */
interface Comparison {
  readonly protocols: Arbitrary<Generated>;
  /** Those with more are left out: the full search is what takes time here. */
  readonly bounds: { readonly maxWorlds: number; readonly maxSteps: number };
  /** Transitions that are looked at first; see `Rows.prepareTrim`. */
  readonly most?: number;
  readonly runs: number;
  readonly compared: number;
  readonly broken: number;
  /** Fewer worlds than without what is compared. */
  readonly fewer: number;
  readonly replayed: number;
  /** Found in a world that stands for the image of the one that was reached. */
  readonly turned: number;
}

const COMPARISONS: readonly (readonly [string, Comparison])[] = [
  [
    'any',
    {
      protocols: generatedProtocol,
      bounds: { maxWorlds: 4_000, maxSteps: 40_000 },
      runs: 500,
      compared: 300,
      broken: 200,
      fewer: 100,
      replayed: 100,
      turned: 0,
    },
  ],
  [
    'of which is known what holds until faults stop,',
    {
      protocols: generatedProtocol,
      bounds: { maxWorlds: 4_000, maxSteps: 40_000 },
      most: 0,
      runs: 500,
      compared: 300,
      broken: 200,
      fewer: 100,
      replayed: 100,
      turned: 0,
    },
  ],
  [
    'those of twins, which may change places,',
    {
      protocols: twinProtocol,
      bounds: { maxWorlds: 500, maxSteps: 4_000 },
      runs: 300,
      compared: 180,
      broken: 150,
      fewer: 60,
      replayed: 200,
      turned: 5,
    },
  ],
];

describe.each(COMPARISONS)('of protocols made up at random, %s', (_which, { protocols, bounds, most, runs, ...least }) => {
  function explored({ scenario, properties }: Generated, reduced: boolean, symmetric = reduced) {
    const world = newWorld(scenario, properties, NOBODY);
    if (reduced) world.prepareTrim(most);
    return { world, result: explore(world, properties.length, { reduced, symmetric, bounds }) };
  }

  /** What the search is compared with to see that it has something to leave out. */
  const plain = (one: Generated): Explored => explored(one, least.turned > 0, false).result;

  test('the reduced search finds the same broken promises as the full one', { timeout: 120_000 }, () => {
    let compared = 0;
    let broken = 0;
    let fewer = 0;
    assert(
      property(protocols, (one) => {
        const full = explored(one, false).result;
        if (full.kind === 'bounded') return;
        const { result } = explored(one, true);
        if (result.kind === 'bounded') return;

        expect(brokenIn(result)).toEqual(brokenIn(full));
        compared += 1;
        broken += full.found.size;
        if (result.worlds < plain(one).worlds) fewer += 1;
      }),
      { numRuns: runs, seed: 1 },
    );

    expect(compared).toBeGreaterThan(least.compared);
    expect(broken).toBeGreaterThan(least.broken);
    expect(fewer).toBeGreaterThan(least.fewer);
  });

  test('a counterexample of the reduced search to a promise of every moment is as short as one of the full search', () => {
    let found = 0;
    for (const one of sample(protocols, { numRuns: runs, seed: 2 })) {
      const safety = { ...one, properties: one.properties.filter((other) => !other.atEnd) };
      const full = explored(safety, false).result;
      if (full.kind === 'bounded') continue;
      const { result } = explored(safety, true);

      const lengths = (of: Explored) => brokenIn(full).map((place) => of.found.get(place)?.path.length);
      expect(lengths(result)).toEqual(lengths(full));
      found += full.found.size;
    }
    expect(found).toBeGreaterThan(20);
  });

  test('what the reduced search finds replays, step by step in the full one, to the same broken promise', { timeout: 120_000 }, () => {
    let replayed = 0;
    let turned = 0;
    for (const one of sample(protocols, { numRuns: runs, seed: 3 })) {
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
    expect(replayed).toBeGreaterThan(least.replayed);
    expect(turned).toBeGreaterThanOrEqual(least.turned);
  });
});

function brokenIn({ found }: Explored): number[] {
  return [...found.keys()].sort((left, right) => left - right);
}
