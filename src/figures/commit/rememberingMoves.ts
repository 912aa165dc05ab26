import type { Move } from '../../../grader/sim/moves.ts';
import type { World } from '../../../grader/sim/world.ts';

/** A world that finds out once what may happen at each of its places: a reader who steps through a run comes by the same ones again and again. */
export function rememberingMoves(world: World): World {
  const known = new Map<string, Move[]>();
  return {
    ...world,
    moves(row) {
      const key = row.join();
      let moves = known.get(key);
      if (!moves) known.set(key, (moves = world.moves(row)));
      return moves;
    },
  };
}
