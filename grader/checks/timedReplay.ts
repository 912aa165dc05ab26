/** Runs the schedule of a report once more: the same trace, and the same violation. */
import type { TraceEvent } from '../base/traceEvent.ts';
import type { HandlerCall, HandlerOutcome } from '../sandbox/handlerCall.ts';
import { MAX_TIMED_CALLS } from '../sim/timedLimits.ts';
import type { TimedProperty } from '../sim/timedProperty.ts';
import { isPossible, scheduleFrom } from '../sim/timedSchedule.ts';
import type { Simulated } from '../sim/timedSimulation.ts';
import { shortTrace } from '../sim/timedTrace.ts';
import { timedScenarios, type TimedCheck } from './timedCheck.ts';
import { countedHandlers } from './timedHandlers.ts';
import { breakOf, planOf, runSeeded, type Break } from './timedJudge.ts';

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
    for (const { property, message } of promisesOf(check, scenario)) {
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

function promisesOf({ timed, work }: TimedCheck, scenario: object): { property: TimedProperty; message?: string }[] {
  const promises = timed.filter((one) => one.scenario === scenario).map(({ property }) => ({ property }));
  return work?.scenario === scenario ? [...promises, { property: work.done, message: work.message }] : promises;
}

/** What a report shows of a run that breaks a promise. */
export function traceOf(run: Simulated, check: string, { process, at, message, events, links, thrown }: Break): TraceEvent[] {
  const end = { at, process };
  return [
    ...shortTrace(run.events, { events, process, links }),
    ...(thrown
      ? [{ ...end, kind: 'throw' as const, message: thrown.message, ...(thrown.line === undefined ? {} : { line: thrown.line }) }]
      : []),
    { ...end, kind: 'violation', check, message },
  ];
}
