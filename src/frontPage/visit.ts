/** Visits everything that can happen in the front page's transaction. */
import { explore } from '../../grader/explore/explore.ts';
import { newWorld } from '../../grader/sim/world.ts';
import { NOBODY } from '../figures/commit/commitScenarios.ts';
import { atomicity } from '../figures/commit/promises.ts';
import { VISITED } from './frontScenarios.ts';

export interface Visited {
  readonly worlds: number;
  readonly steps: number;
  /** Whether one ever decided otherwise than another. */
  readonly isBroken: boolean;
}

export function visit(): Visited {
  const { worlds, steps, found } = explore(newWorld(VISITED, [atomicity], NOBODY), 1, { reduced: false });
  return { worlds, steps, isBroken: found.size > 0 };
}
