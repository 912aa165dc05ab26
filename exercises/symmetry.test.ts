import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { promisesIn, scenariosOf } from '../grader/checks/runScenario.ts';
import { compile } from '../grader/compile/compile.ts';
import { search } from '../grader/explore/search.ts';
import { newEngine } from '../grader/sandbox/engineForTests.ts';
import type { HandlerCall, HandlerOutcome } from '../grader/sandbox/handlerCall.ts';
import { newMeter } from '../grader/sandbox/meter.ts';
import { openSandbox } from '../grader/sandbox/sandbox.ts';
import type { LearnerHandlers } from '../grader/sim/processStates.ts';
import { newWorld, type World } from '../grader/sim/world.ts';
import { EXERCISES } from './index.ts';

/** Worlds of a scenario that are looked at. */
const WORLDS = 1_500;

/** The answers of a program, each call made once. */
async function handlersOf(file: string, roles: readonly string[]): Promise<LearnerHandlers> {
  const sandbox = openSandbox(await newEngine(), newMeter(Infinity));
  const compiled = compile(readFileSync(new URL(file, import.meta.url)), roles);
  if (compiled.kind !== 'compiled') throw new Error(`${file} is refused`);
  sandbox.load(compiled.code);
  const known = new Map<string, HandlerOutcome>();
  return {
    operations: Infinity,
    handle(call: HandlerCall) {
      const key = JSON.stringify([call, [...call.stable]]);
      const outcome = known.get(key) ?? sandbox.handle(call);
      known.set(key, outcome);
      return outcome;
    },
  };
}

/** The images of the worlds that the steps from `row` lead to. */
function imagesAfter(world: World, row: Int32Array): string[] {
  const next = new Int32Array(world.width);
  const image = new Int32Array(world.width);
  const images: string[] = [];
  world.expandReduced(row, next, () => images.push((world.symmetry()?.image(next, image) === true ? image : next).join()));
  return images.sort();
}

function worldsAfter(world: World, row: Int32Array): string[] {
  const next = new Int32Array(world.width);
  const worlds: string[] = [];
  world.expandReduced(row, next, () => worlds.push(next.join()));
  return worlds.sort();
}

/** Compares what follows from the first worlds of a scenario with what follows from their images: of how many, and of how many it is something else. */
function compareImages(world: World): { readonly compared: number; readonly different: number } {
  const image = new Int32Array(world.width);
  let compared = 0;
  let different = 0;
  search(
    { width: world.width, first: world.first, expand: world.expandReduced, broken: () => 0 },
    { maxWorlds: WORLDS, maxBytes: Infinity, maxSteps: Infinity },
    {
      onWorld(_index, row) {
        if (world.symmetry()?.image(row, image) === true) {
          compared += 1;
          if (worldsAfter(world, image).join(';') !== imagesAfter(world, row).join(';')) different += 1;
        }
        return true;
      },
    },
  );
  return { compared, different };
}

const promising = EXERCISES.flatMap((exercise) =>
  scenariosOf(exercise)
    .filter(({ sampledRuns }) => sampledRuns === undefined)
    .filter((scenario) =>
      [scenario.application, ...promisesIn(exercise, scenario).map(({ property }) => property)].every((one) => !one || one.isSymmetric),
    )
    .map((scenario) => ({ exercise, scenario, name: `${exercise.id}, ${scenario.id}` })),
);

// The promise `isSymmetric` of applications and monitors is kept where whatever they come to has its image.
describe('where all promises treat processes alike, what follows from the image of a world is the image of what follows from it', () => {
  test.each(promising)('$name', async ({ exercise, scenario }) => {
    const handlers = await handlersOf(`./${exercise.id}/solution.ts`, exercise.roles ?? []);
    const world = newWorld(
      scenario,
      promisesIn(exercise, scenario).map(({ property }) => property),
      handlers,
    );

    world.prepareTrim();

    const { compared, different } = compareImages(world);
    expect(different).toBe(0);
    expect(compared > 20).toBe(world.symmetry() !== undefined);
  });

  test('which concerns some of the scenarios', () => {
    expect(promising.length).toBeGreaterThan(5);
  });
});
