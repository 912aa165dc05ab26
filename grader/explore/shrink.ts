/**
 * Makes a run that breaks a promise shorter, until no single step can be left out.
 *
 * A step that is left out takes with it the steps that it made possible: what cannot be taken any more is left out, too.
 */
import type { Move, Step } from '../sim/moves.ts';
import type { World } from '../sim/world.ts';
import type { Found } from './explore.ts';
import { isForced, isSame, replay, stepsOf } from './replay.ts';
import type { Promised } from './traceBuilder.ts';

/** The steps of a run that were not forced, and the order in which it is carried on. */
interface Run {
  readonly moves: readonly Move[];
  readonly choices: readonly number[];
}

/** The schedule of a shorter run that breaks the promise of `check`, too. */
export function shrink(world: World, promises: readonly Promised[], check: string, found: Found, reduced: boolean): readonly number[] {
  const breaks = ({ choices }: Run): boolean => {
    const run = replay(world, promises, choices);
    return run.kind === 'replayed' && run.violations.some((one) => one.check === check);
  };
  let best = follow(world, stepsOf(world, found, reduced), found.order);
  // Large parts first, then single steps, and again as long as that helps.
  for (let size = Math.ceil(best.moves.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.moves.length;) {
      const shorter = follow(world, [...best.moves.slice(0, at), ...best.moves.slice(at + size)], found.order);
      if (shorter.moves.length < best.moves.length && breaks(shorter)) {
        best = shorter;
        if (size === 1) at = 0;
      } else at += 1;
    }
  }
  return best.choices;
}

/** Takes those of the steps that are possible. */
function follow(world: World, wanted: readonly Step[], order: Found['order']): Run {
  let row: Int32Array = new Int32Array(world.width);
  world.first(row);
  const moves: Move[] = [];
  const choices: number[] = [];
  for (const step of wanted) {
    let possible = world.moves(row);
    for (let forced = possible[0]; isForced(possible) && forced && !isSame(forced, step); forced = possible[0]) {
      row = forced.next;
      possible = world.moves(row);
    }
    const choice = possible.findIndex((move) => isSame(move, step));
    const move = possible[choice];
    if (!move) continue;
    if (!isForced(possible)) {
      choices.push(choice);
      moves.push(move);
    }
    row = move.next;
  }
  if (order !== undefined) choices.push(world.moves(row).length + order);
  return { moves, choices };
}
