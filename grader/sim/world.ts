/** The worlds of a scenario, as rows of integers, and the steps between them. */
import { mayStopAt } from './focus.ts';
import type { Move } from './moves.ts';
import type { LearnerHandlers } from './processStates.ts';
import type { Property } from './property.ts';
import { newRows, type Rows } from './rows.ts';
import type { Scenario } from './scenario.ts';
import { newExpand, type Expand } from './steps.ts';
import { newFolds, type Folds } from './watchers.ts';
import { newWorldParts, type WorldParts } from './worldParts.ts';

export interface World
  extends
    WorldParts,
    Pick<
      Rows,
      | 'first'
      | 'apply'
      | 'stateIn'
      | 'isUp'
      | 'inState'
      | 'isQuiet'
      | 'inFlight'
      | 'countInFlight'
      | 'trim'
      | 'prepareTrim'
      | 'known'
      | 'symmetry'
    > {
  readonly expand: Expand;
  /** Not every step, but enough of them. */
  readonly expandReduced: Expand;
  /** Every step that is possible, in the order that schedules number. */
  moves(world: Int32Array): Move[];
  /** Whether faults may stop in this world. */
  mayStop(world: Int32Array): boolean;
}

/** `folds`: what monitors came to in other scenarios of the same grading. */
export function newWorld(scenario: Scenario, properties: readonly Property[], learner: LearnerHandlers, folds: Folds = newFolds()): World {
  const parts = newWorldParts(scenario, properties, learner, folds);
  const rows = newRows(parts);
  const expand = newExpand(parts, rows, false);
  const { names, budgets, events, states, network, sites, seenLists, watchers, arrival, hasEnd, watch, focus, base, width } = parts;
  // Written out: with `...parts` each world would have a shape of its own, and the search would be compiled anew for each.
  return {
    scenario,
    names,
    budgets,
    events,
    states,
    network,
    sites,
    seenLists,
    watchers,
    arrival,
    hasEnd,
    watch,
    focus,
    base,
    width,
    first: rows.first,
    apply: rows.apply,
    stateIn: rows.stateIn,
    isUp: rows.isUp,
    inState: rows.inState,
    isQuiet: rows.isQuiet,
    inFlight: rows.inFlight,
    countInFlight: rows.countInFlight,
    trim: rows.trim,
    prepareTrim: rows.prepareTrim,
    known: rows.known,
    symmetry: rows.symmetry,
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
      return parts.hasEnd && mayStopAt(world[parts.focus] ?? 0, parts.names.length);
    },
  };
}
