/**
 * One transaction in which the coordinator crashes at a chosen moment and never returns, run to its end by the simulator.
 *
 * Nothing is left to chance: whoever has something to do does it, then what is in flight arrives, and only when nothing is in flight do timers go off. So
 * silence means a crash, as long as the network is whole. A split network loses every message between its two sides.
 */
import type { TraceEvent } from '../../../grader/base/traceEvent.ts';
import { isForced, replay } from '../../../grader/explore/replay.ts';
import type { Move } from '../../../grader/sim/moves.ts';
import { newWorld, type World } from '../../../grader/sim/world.ts';
import { ALL_WILLING, commitScenario, NOBODY, PARTICIPANTS, PROCESSES } from './commitScenarios.ts';
import { atomicity } from './promises.ts';
import { rememberingMoves } from './rememberingMoves.ts';
import { shown } from './shown.ts';
import { standingsOf } from './standings.ts';
import { COORDINATOR } from './twoPhase.ts';

export interface Accident {
  readonly protocol: 'two-phase' | 'three-phase';
  /** How many records and messages of the coordinator there are before it crashes. */
  readonly after: number;
  /** Whether p1 crashes too, once it has done with what the coordinator sent it. */
  readonly takesP1: boolean;
  /** Whether the network splits when the coordinator crashes: p1 on one side, p2 and p3 on the other. */
  readonly splits: boolean;
}

export type Outcome = 'commit' | 'abort' | 'blocked' | 'down';

export interface CrashRun {
  /** With the broken promise in its place, if one is broken. */
  readonly trace: readonly TraceEvent[];
  /** "p1 decided commit and p2 decided abort." */
  readonly violation: string | undefined;
  readonly outcomes: readonly { readonly process: string; readonly outcome: Outcome; readonly state: string }[];
}

/** More than any run has. */
const MOST_STEPS = 400;
const VOTES = { p1: 'commit', p2: 'commit', p3: 'commit' } as const;
const P1 = 1;

/** What was computed once of a protocol's processes holds for all its runs. */
const worlds = new Map<string, World>();

function worldOf(protocol: Accident['protocol']): World {
  let world = worlds.get(protocol);
  if (!world) {
    const faults = { crashes: { [COORDINATOR]: 1, p1: 1 }, losses: MOST_STEPS };
    const scenario = commitScenario({ protocol, votes: ALL_WILLING, timers: 'patient', stepwise: true, faults });
    worlds.set(protocol, (world = rememberingMoves(newWorld(scenario, [atomicity], NOBODY))));
  }
  return world;
}

export function crashRun(accident: Accident): CrashRun {
  const world = worldOf(accident.protocol);
  const choices: number[] = [];
  let row: Int32Array = new Int32Array(world.width);
  world.first(row);
  let acts = 0;
  const undecided = new Set(PARTICIPANTS);
  for (let steps = 0; steps < MOST_STEPS && undecided.size > 0; steps += 1) {
    const moves = world.moves(row);
    const isCrashDue = acts >= accident.after && world.isUp(row, 0);
    const choice = next(moves, {
      isCrashDue,
      isSplit: accident.splits && !world.isUp(row, 0),
      takesP1: accident.takesP1 && !world.isUp(row, 0),
    });
    const move = moves[choice];
    if (!move) break;
    if (!isForced(moves)) choices.push(choice);
    if (move.kind === 'choice' && move.process === 0) acts += 1;
    // Decided, blocked or down: there is nothing more to wait for.
    const says = move.outcome?.effects.some((effect) => effect.kind === 'indicate') === true;
    if (says || (move.kind === 'crash' && move.process === P1)) undecided.delete(PROCESSES[move.process] ?? '');
    row = move.next;
  }
  const { trace, violation } = traceOf(world, choices);
  const { of } = standingsOf(trace, PROCESSES, VOTES);
  return {
    trace: shown(trace),
    violation,
    outcomes: PARTICIPANTS.map((process) => {
      const standing = of.get(process);
      return { process, state: standing?.state ?? '', outcome: standing?.isUp === false ? 'down' : (standing?.decision ?? 'blocked') };
    }),
  };
}

/** The whole run, and in it how it breaks atomicity. What follows then is part of the story here: others hear of it. */
function traceOf(world: World, choices: readonly number[]): Pick<CrashRun, 'trace' | 'violation'> {
  const whole = replay(world, [], choices);
  const judged = replay(world, [{ check: 'atomicity', property: atomicity }], choices);
  if (whole.kind !== 'replayed' || judged.kind !== 'replayed') throw new Error('a run that was just made cannot be repeated');
  const [violation] = judged.violations;
  if (!violation) return { trace: whole.trace, violation: undefined };
  return { trace: [...judged.trace, ...whole.trace.slice(judged.trace.length - 1)], violation: violation.message };
}

interface Due {
  readonly isCrashDue: boolean;
  readonly isSplit: boolean;
  readonly takesP1: boolean;
}

/** The step to take: its place among those that are possible, or -1. */
function next(moves: readonly Move[], { isCrashDue, isSplit, takesP1 }: Due): number {
  const place = (isWanted: (move: Move) => boolean): number => moves.findIndex((move) => move.outcome?.crashed !== true && isWanted(move));
  const crosses = ({ envelope }: Move): boolean =>
    envelope !== undefined && envelope.from !== 0 && (envelope.from === P1) !== (envelope.to === P1);
  const isP1Busy = moves.some((move) => move.process === P1 && (move.kind === 'choice' || move.kind === 'deliver'));
  const wanted: readonly ((move: Move) => boolean)[] = [
    ({ kind }) => kind === 'start',
    ({ kind, process }) => isCrashDue && kind === 'crash' && process === 0,
    (move) => isSplit && move.kind === 'lose' && crosses(move),
    ({ kind }) => kind === 'choice',
    ({ kind, process }) => takesP1 && !isP1Busy && kind === 'crash' && process === P1,
    ({ kind }) => kind === 'deliver',
    ({ kind }) => kind === 'timer',
  ];
  return wanted.map(place).find((at) => at >= 0) ?? -1;
}
