/** Runs the schedule of a report once more: the same trace and the same broken promise, wherever it is run. */
import { MAX_PROTOCOL_OPERATIONS } from '../base/limits.ts';
import type { Diagnostic } from '../base/report.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import { isTimedCheck, type Exercise } from '../checks/exercise.ts';
import { promisesIn, readPrefix } from '../checks/runScenario.ts';
import { timedScenarios } from '../checks/timedCheck.ts';
import { replayTimed } from '../checks/timedReplay.ts';
import type { Option } from '../explore/options.ts';
import { replay, type Fields } from '../explore/replay.ts';
import { newMeter } from '../sandbox/meter.ts';
import type { Engine, Sandbox } from '../sandbox/sandbox.ts';
import { GradingEnded } from '../sim/broken.ts';
import { newWorld } from '../sim/world.ts';
import { openSubmission } from './loading.ts';

export type Replay =
  | {
      readonly kind: 'replayed';
      readonly processes: readonly string[];
      /** Processes and faults in words. */
      readonly plan: string;
      readonly trace: readonly TraceEvent[];
      /** The promise that the run breaks at its end. */
      readonly violation: { readonly check: string; readonly message: string } | undefined;
      /** For leaving the run and taking another turn; absent where a clock runs. */
      readonly turns?: Turns;
    }
  /** The source cannot be run. */
  | { readonly kind: 'rejected'; readonly diagnostics: readonly Diagnostic[] }
  /** The schedule cannot be followed. */
  | { readonly kind: 'diverged'; readonly message: string };

/** Where a run could have gone on otherwise. */
interface Turns {
  /** How long the trace was before each choice of the schedule, those behind the scenario and the check. */
  readonly marks: readonly number[];
  /** What may happen next. */
  readonly next: readonly Option[];
  readonly fields: readonly Fields[];
}

export interface ReplayRequest {
  readonly exercise: Exercise;
  readonly source: Uint8Array;
  readonly schedule: string;
}

export function replaySubmission({ exercise, source, schedule }: ReplayRequest, engine: Engine): Replay {
  const submission = openSubmission(source, exercise, newMeter(MAX_PROTOCOL_OPERATIONS));
  const loading = submission.load(engine);
  if (loading.kind === 'refused') return { kind: 'rejected', diagnostics: loading.diagnostics };
  try {
    return exercise.checks.some(isTimedCheck)
      ? replayInTime(exercise, schedule, loading.sandbox)
      : replayChoices(exercise, schedule, loading.sandbox);
  } catch (error) {
    if (error instanceof GradingEnded && error.hidden) return { kind: 'rejected', diagnostics: [submission.explain(error.hidden)] };
    if (error instanceof GradingEnded) return { kind: 'diverged', message: error.message };
    throw error;
  }
}

function replayInTime(exercise: Exercise, schedule: string, sandbox: Sandbox): Replay {
  const checks = exercise.checks.filter(isTimedCheck);
  const handle = (call: Parameters<Sandbox['handle']>[0]) => sandbox.handle(call);
  const run = replayTimed({ checks, handle, operations: MAX_PROTOCOL_OPERATIONS, schedule });
  if (!run) return { kind: 'diverged', message: noSchedule(schedule, exercise) };
  const processes = [...new Set(run.trace.map((event) => event.process))].sort();
  const plan = timedScenarios(checks)[Number(schedule.split('.')[0])]?.plan ?? '';
  return { kind: 'replayed', processes, plan, trace: run.trace, violation: run.violation };
}

function replayChoices(exercise: Exercise, schedule: string, sandbox: Sandbox): Replay {
  if (!/^\d{1,6}(\.\d{1,6}){0,5000}$/.test(schedule)) return { kind: 'diverged', message: noSchedule(schedule, exercise) };
  const [scenarioPlace = -1, checkPlace = -1, ...choices] = schedule.split('.').map(Number);
  const about = readPrefix(exercise, scenarioPlace, checkPlace);
  if (!about) return { kind: 'diverged', message: noSchedule(schedule, exercise) };
  const { scenario, promises } = about;
  // With all promises, as it was explored: whether faults may stop in a world depends on whether anything is promised of the end.
  const world = newWorld(
    scenario,
    promisesIn(exercise, scenario).map((one) => one.property),
    { handle: (call) => sandbox.handle(call), operations: MAX_PROTOCOL_OPERATIONS },
  );
  const run = replay(world, promises, choices);
  if (run.kind === 'diverged') {
    const what = run.possible === 0 ? 'the run is already over there' : `only the numbers 0 to ${run.possible - 1} are possible there`;
    return {
      kind: 'diverged',
      message: `The schedule cannot be followed beyond choice ${run.place + 1} of ${choices.length}: ${what}. It was most likely made for another version of this file, or by another version of Faultline. Grade the file again for a schedule of its own.`,
    };
  }
  const { trace, violations, marks, next, fields } = run;
  return {
    kind: 'replayed',
    processes: world.names,
    plan: scenario.plan,
    trace,
    violation: violations[0],
    turns: { marks, next, fields: fields() },
  };
}

function noSchedule(schedule: string, { id }: Exercise): string {
  const shown = schedule.length > 60 ? `${schedule.slice(0, 60)}…` : schedule;
  return `“${shown}” is no schedule of ${id}. Copy it whole from a failed check of a report of this exercise.`;
}
