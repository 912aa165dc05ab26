/** Every world of a transaction as a graph, to ask of each what can still come of it. For small transactions only: nothing is reduced. */
import { newWorld, type World } from '../../../grader/sim/world.ts';
import type { Move } from '../../../grader/sim/moves.ts';
import { commitScenario, NOBODY, type Transaction } from './commitScenarios.ts';

export interface EveryWorld {
  readonly world: World;
  readonly rows: readonly Int32Array[];
  /** By the place of a world: the steps from it, and the places they lead to. */
  readonly steps: readonly (readonly { readonly move: Move; readonly to: number }[])[];
  /** What the log of a process says in a world; INIT while it says nothing. */
  logged(place: number, process: number): string;
}

export function everyWorldForTests(transaction: Transaction): EveryWorld {
  const world = newWorld(commitScenario(transaction), [], NOBODY);
  const first: Int32Array = new Int32Array(world.width);
  world.first(first);
  const rows = [first];
  const places = new Map([[first.join(), 0]]);
  const steps: { move: Move; to: number }[][] = [];
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? first;
    steps[place] = world.moves(row).map((move) => {
      const key = move.next.join();
      const to = places.get(key) ?? rows.length;
      if (to === rows.length) {
        places.set(key, to);
        rows.push(move.next);
      }
      return { move, to };
    });
  }
  return {
    world,
    rows,
    steps,
    logged: (place, process) => {
      const text = world.states.state(world.sites.state(rows[place]?.[process] ?? 0)).stable.get('log');
      return text === undefined ? 'INIT' : String(JSON.parse(text));
    },
  };
}

/** The worlds from which one of `goals` can be reached by steps that `counts`. */
export function canReach(every: EveryWorld, isGoal: (place: number) => boolean, counts: (move: Move) => boolean): readonly boolean[] {
  const before: number[][] = every.rows.map(() => []);
  every.steps.forEach((steps, from) => steps.forEach(({ move, to }) => counts(move) && before[to]?.push(from)));
  const reaches = every.rows.map((_, place) => isGoal(place));
  const open = reaches.flatMap((reached, place) => (reached ? [place] : []));
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    for (const from of before[place] ?? []) {
      if (reaches[from]) continue;
      reaches[from] = true;
      open.push(from);
    }
  }
  return reaches;
}
