/** Runs one schedule and says which promise it breaks: the part that grading, shrinking and replaying share. */
import type { TraceEvent } from '../base/traceEvent.ts';
import { chanceFor } from '../sim/chance.ts';
import type { Deviation } from '../sim/timedDeviation.ts';
import type { TimedProperty, TimedViolation } from '../sim/timedProperty.ts';
import type { RunLength, TimedPlan, TimedScenario } from '../sim/timedScenario.ts';
import { simulate, type Simulated, type TimedHandlers } from '../sim/timedSimulation.ts';
import { shortTrace } from '../sim/timedTrace.ts';

/** A run of a scenario, named by its seed; `deviations` may be fewer than the seed draws. */
export interface SeededRun {
  readonly scenario: TimedScenario;
  readonly seed: number;
  readonly deviations: readonly Deviation[];
  readonly until?: number | undefined;
  /** A whole run is ended after three of the longest silences: to guess how it would end. */
  readonly isHurried?: boolean;
}

/** How a promise was broken in a run. `way`: what must be the same in a shorter run for it to be the same fault. */
export interface Break extends TimedViolation {
  readonly way: string;
  /** Set where a handler broke, and not a promise: what the trace says at its end. */
  readonly thrown?: { readonly message: string; readonly line?: number | undefined };
}

export function planOf({ scenario, seed }: Pick<SeededRun, 'scenario' | 'seed'>): TimedPlan {
  // The number of a run is part of its seed, so that a schedule needs no other number.
  return scenario.draw(chanceFor(seed, scenario.id), seed % scenario.runs);
}

export function runSeeded(run: SeededRun, handlers: TimedHandlers): Simulated {
  const { seed, deviations, until, isHurried } = run;
  const plan = planOf(run);
  const { length, network } = plan;
  const hurried: RunLength = length.kind === 'whole' ? { kind: 'whole', after: Math.min(length.after, 3 * network.maxSilence) } : length;
  return simulate({ plan: isHurried ? { ...plan, length: hurried } : plan, seed, deviations, until }, handlers);
}

/** How a run breaks a promise, by a handler that broke or by what happened. Undefined also where the run was cut before it could be seen. */
export function breakOf(run: Simulated, property: TimedProperty): Break | undefined {
  const violation = property(run);
  if (violation) return { ...violation, way: 'promise' };
  const { broken } = run;
  if (!broken) return undefined;
  const { kind, message, line, process, at } = broken;
  const links = run.plan.processes.map(({ id }) => ({ from: id, to: process }));
  return { process, at, message, links, events: run.events.length, way: `${kind} ${line}`, thrown: { message, line } };
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
