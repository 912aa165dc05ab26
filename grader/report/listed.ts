import type { Room } from './fitted.ts';
import type { Graded } from './graded.ts';
import { outcomesOf, type Outcome } from './outcomes.ts';

/** A grading with those of its checks for which there is room. */
export interface Listed {
  readonly graded: Graded;
  readonly outcomes: readonly Outcome[];
  /** Checks that are left out. */
  readonly left: number;
}

/** The gradings for which there is room, in their order. */
export function listed(graded: readonly Graded[], { checks }: Room): readonly Listed[] {
  const list: Listed[] = [];
  let room = checks;
  for (const one of graded) {
    if (room <= 0) break;
    const outcomes = outcomesOf(one);
    const shown = outcomes.slice(0, room);
    list.push({ graded: one, outcomes: shown, left: outcomes.length - shown.length });
    room -= shown.length;
  }
  return list;
}
