/** Runs the schedule of a report once more: the same trace, and the same violation. */
import type { TraceEvent } from '../base/traceEvent.ts';
import type { HandlerCall, HandlerOutcome } from '../sandbox/handlerCall.ts';
import { MAX_TIMED_CALLS } from '../sim/timedLimits.ts';
import type { TimedProperty } from '../sim/timedProperty.ts';
import type { TimedScenario } from '../sim/timedScenario.ts';
import { isPossible, scheduleFrom, type TimedSchedule } from '../sim/timedSchedule.ts';
import { shortTrace } from '../sim/timedTrace.ts';
import { timedScenarios, type TimedCheck } from './timedCheck.ts';
import { countedHandlers } from './timedHandlers.ts';
import { breakOf, planOf, runSeeded, traceOf } from './timedJudge.ts';

export interface TimedReplay {
  readonly trace: readonly TraceEvent[];
  /** The promise that the run breaks: of the check that the schedule names, or the first in the order of the checks. */
  readonly violation: { readonly check: string; readonly message: string } | undefined;
}

export interface ReplayRequest {
  /** All TIMED checks of the exercise, in its order. */
  readonly checks: readonly TimedCheck[];
  readonly handle: (call: HandlerCall) => HandlerOutcome;
  /** Operations that the whole grading may use, for a message. */
  readonly operations: number;
  readonly schedule: string;
}

/** Undefined where the schedule is none of this exercise's. */
export function replayTimed({ checks, handle, operations, schedule: text }: ReplayRequest): TimedReplay | undefined {
  const schedule = scheduleFrom(
    text,
    checks.map(({ id }) => id),
  );
  const scenario = schedule && timedScenarios(checks)[schedule.scenario];
  if (!schedule || !scenario) return undefined;
  const { seed, deviations, until } = schedule;
  const run = { scenario, seed, deviations, until };
  if (!isPossible(planOf(run), deviations)) return undefined;
  const handlers = countedHandlers(handle, operations);
  handlers.allow(MAX_TIMED_CALLS);
  const simulated = runSeeded(run, handlers);
  for (const check of checks) {
    if (schedule.check !== undefined && schedule.check !== check.id) continue;
    for (const { property, message } of promisesOf(check, scenario, schedule)) {
      const found = breakOf(simulated, property);
      if (!found) continue;
      const told = { ...found, message: message ?? found.message };
      return { trace: traceOf(simulated, check.id, told), violation: { check: check.id, message: told.message } };
    }
  }
  const { plan, events } = simulated;
  const links = plan.processes.flatMap((from) => plan.processes.map((to) => ({ from: from.id, to: to.id })));
  return { trace: shortTrace(events, { events: events.length, process: '', links }), violation: undefined };
}

/** What a check promises of the scenario. Of the work a run says something only if it was reported for that, and was not ended early. */
function promisesOf({ timed, work }: TimedCheck, scenario: TimedScenario, { check, until }: TimedSchedule): Promised[] {
  const promises: Promised[] = timed.filter((one) => one.scenario === scenario);
  const isWork = work?.scenario === scenario && check !== undefined && until === undefined;
  return isWork ? [...promises, { property: work.done, message: work.message }] : promises;
}

interface Promised {
  readonly property: TimedProperty;
  readonly message?: string;
}
