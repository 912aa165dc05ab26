/** The worlds of a scenario, as rows of integers, and the steps between them. */
import { readFocus } from './focus.ts';
import type { Move } from './moves.ts';
import type { LearnerHandlers } from './processStates.ts';
import type { Property } from './property.ts';
import { newRows, type Rows } from './rows.ts';
import type { Scenario } from './scenario.ts';
import { newExpand, type Expand } from './steps.ts';
import { newWorldParts, type WorldParts } from './worldParts.ts';

export interface World extends WorldParts, Pick<Rows, 'first' | 'apply' | 'isUp' | 'trim' | 'prepareTrim'> {
  readonly expand: Expand;
  /** Not every step, but enough of them. */
  readonly expandReduced: Expand;
  /** Every step that is possible, in the order that schedules number. */
  moves(world: Int32Array): Move[];
  /** Whether faults may stop in this world. */
  mayStop(world: Int32Array): boolean;
}

export function newWorld(scenario: Scenario, properties: readonly Property[], learner: LearnerHandlers): World {
  const parts = newWorldParts(scenario, properties, learner);
  const rows = newRows(parts);
  const expand = newExpand(parts, rows, false);
  return {
    ...parts,
    first: rows.first,
    apply: rows.apply,
    isUp: rows.isUp,
    trim: rows.trim,
    prepareTrim: rows.prepareTrim,
    expand,
    expandReduced: newExpand(parts, rows, true),
    moves(world) {
      const next = new Int32Array(parts.width);
      const moves: Move[] = [];
      expand(world, next, (kind, process, outcome, event, envelope) =>
        moves.push({ kind, process, outcome, event, envelope, next: Int32Array.from(next) }),
      );
      return moves;
    },
    mayStop(world) {
      const { kind } = readFocus(world[parts.focus] ?? 0, parts.names.length);
      return parts.hasEnd && (kind === 'all' || kind === 'stopping' || kind === 'down');
    },
  };
}
