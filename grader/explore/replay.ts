/**
 * Runs one schedule, step by step, and writes down what happens.
 *
 * A schedule is the list of the numbers of the steps taken, in the order in which a world lists those that are possible; behind the last of them
 * stand two more where faults may stop, one for each order of arrival, and then the run goes on by itself. The starts of processes take no number where they leave no choice.
 */
import { MAX_ROUNDS } from '../base/limits.ts';
import { traceText } from '../base/traceData.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import type { Move, Step } from '../sim/moves.ts';
import { isFlood, newSettling, ORDERS, type Order } from '../sim/settling.ts';
import type { World } from '../sim/world.ts';
import type { Found } from './explore.ts';
import { optionsOf, type Option } from './options.ts';
import { newTraceBuilder, type Promised, type TraceBuilder } from './traceBuilder.ts';

export type Replayed =
  | {
      readonly kind: 'replayed';
      readonly trace: readonly TraceEvent[];
      readonly violations: readonly { readonly check: string; readonly message: string }[];
      /** Steps of the run, those after faults stopped included. */
      readonly steps: number;
      /** How long the trace was before each number was followed. What is taken from there is another run. */
      readonly marks: readonly number[];
      /** What may happen next; nothing where a promise is broken or the run is over. */
      readonly next: readonly Option[];
      /** The steps of `next`, by their numbers. */
      readonly moves: readonly Move[];
      /** The fields of processes as they changed, in the order of the trace. */
      fields(): readonly Fields[];
    }
  /** A number has no step. `place`: how many numbers were followed. */
  | { readonly kind: 'diverged'; readonly place: number; readonly possible: number };

/** What the fields of an instance became: undefined where the process is down, or its handler broke. `length`: of the trace by then. */
export interface Fields {
  readonly length: number;
  readonly process: string;
  readonly fields: unknown;
}

export function replay(world: World, promises: readonly Promised[], choices: readonly number[]): Replayed {
  const builder = newTraceBuilder(world.names, promises);
  let row: Int32Array = new Int32Array(world.width);
  world.first(row);
  let steps = 0;
  let place = 0;
  let next: readonly Option[] = [];
  let last: readonly Move[] = [];
  const marks: number[] = [];
  const states: { readonly length: number; readonly process: number; readonly state: number }[] = [];
  const note = (process: number, state: number): void => {
    states.push({ length: builder.trace.length, process, state });
  };
  for (;;) {
    const moves = world.moves(row);
    const stops = world.mayStop(row) ? ORDERS.length : 0;
    const forced = isForced(moves);
    if (!forced && place >= choices.length) {
      if (builder.violations.length === 0) {
        next = optionsOf(world.names, moves, stops > 0);
        last = moves;
      }
      break;
    }
    if (!forced) marks.push(builder.trace.length);
    const choice = forced ? 0 : (choices[place] ?? 0);
    const move = moves[choice];
    if (!forced) place += 1;
    if (!move && choice - moves.length >= stops) return { kind: 'diverged', place: place - 1, possible: moves.length + stops };
    if (!move) {
      steps += settle(world, row, choice - moves.length === 0 ? 0 : 1, builder, note);
      break;
    }
    steps += 1;
    builder.take(move.kind, move.process, move.outcome, move.event, move.envelope);
    row = move.next;
    note(move.process, world.stateIn(row, move.process));
    builder.reconcile(world.inFlight(row));
  }
  if (place < choices.length) return { kind: 'diverged', place, possible: 0 };
  const { violations, trace } = builder;
  // What happens after a promise is broken is no part of the story.
  const end = violations.length > 0 ? trace.findIndex((event) => event.kind === 'violation') + 1 : trace.length;
  return {
    kind: 'replayed',
    trace: trace.slice(0, end),
    violations,
    steps,
    marks,
    next,
    moves: last,
    fields: () => states.map((one) => fieldsOf(world, one)),
  };
}

function fieldsOf(world: World, { length, process, state }: { length: number; process: number; state: number }): Fields {
  const { fields } = world.states.state(state);
  return { length, process: world.names[process] ?? '', fields: fields === undefined || fields === '' ? undefined : traceText(fields) };
}

/** Carries the run on; answers how many steps that took. */
function settle(
  world: World,
  row: Int32Array,
  order: Order,
  builder: TraceBuilder,
  note: (process: number, state: number) => void,
): number {
  const settling = newSettling(world);
  /** The worlds on the way, with the rounds that had ended there. */
  const seen = new Map<string, number>();
  let steps = 0;
  let rounds = 0;
  let messages = 0;
  const told: TraceBuilder['take'] = (...move) => {
    steps += 1;
    builder.take(...move);
    const [, process, outcome] = move;
    if (outcome) note(process, outcome.next);
  };
  let settled = settling.begin(row, told);
  let unfinished: string | undefined;
  while (settled !== 'over' && settled !== 'broken' && rounds <= MAX_ROUNDS) {
    const key = row.subarray(0, world.focus).join();
    if (isFlood(messages, world.countInFlight(row)) || seen.get(key) === rounds) {
      unfinished = FLOOD;
      break;
    }
    if (seen.has(key)) break;
    seen.set(key, rounds);
    settled = settling.step(row, order, told);
    builder.reconcile(world.inFlight(row));
    rounds += settled === 'round' ? 1 : 0;
    messages = settled === 'round' ? 0 : messages + 1;
  }
  if (settled !== 'broken') builder.end(settling.end(row, settled === 'over'), unfinished);
  return steps;
}

const FLOOD = 'After faults had stopped, messages kept causing messages without end, so that no round was ever over.';

/** The schedule of what the search found. */
export function scheduleOf(world: World, found: Found, reduced: boolean): readonly number[] {
  const choices: number[] = [];
  let full: Int32Array = new Int32Array(world.width);
  world.first(full);
  for (const step of stepsOf(world, found, reduced)) {
    const moves = world.moves(full);
    const choice = moves.findIndex((move) => isSame(move, step));
    const move = moves[choice];
    if (!move) throw new Error('the search took a step that is not possible');
    if (!isForced(moves)) choices.push(choice);
    full = move.next;
  }
  if (found.order !== undefined) choices.push(world.moves(full).length + found.order);
  return choices;
}

/** The steps that the search took. From the worlds as they were found: what is left out of a world depends on the promises that were still open then. */
export function stepsOf(world: World, found: Found, reduced: boolean): readonly Step[] {
  const symmetry = world.symmetry();
  return found.path.map(({ world: row, step, turned }) => {
    const taken = stepOf(world, row, step, reduced);
    return turned && symmetry ? symmetry.step(taken, row) : taken;
  });
}

/** Whether there is no choice: the start of a process is all that is possible. */
export function isForced(moves: readonly Move[]): boolean {
  return moves.length === 1 && moves[0]?.kind === 'start';
}

function stepOf(world: World, row: Int32Array, ordinal: number, reduced: boolean): Step {
  const next = new Int32Array(world.width);
  let step: Step | undefined;
  let count = 0;
  const expand = reduced ? world.expandReduced : world.expand;
  expand(row, next, (kind, process, outcome, event, envelope) => {
    if (count === ordinal) step = { kind, process, outcome, event, envelope };
    count += 1;
  });
  if (!step) throw new Error('the search took a step that its system does not have');
  return step;
}

export function isSame(left: Step, right: Step): boolean {
  return (
    left.kind === right.kind &&
    left.process === right.process &&
    left.outcome === right.outcome &&
    left.event === right.event &&
    left.envelope === right.envelope
  );
}
