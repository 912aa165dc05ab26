/**
 * The reproduction of a run in simulated time, as a short text: `3.1204.c2@1500.l2-1@700-1400.e4100.accuracy`.
 *
 * First the number of the scenario among those of the exercise, from 0, then the seed of the run, then what is left of its deviations, then
 * the time at which it was ended (where that was before its time), then the check that it breaks.
 */
import { deviationFrom, deviationText, processesOf, type Deviation } from './timedDeviation.ts';
import type { TimedPlan } from './timedScenario.ts';

export interface TimedSchedule {
  readonly scenario: number;
  readonly seed: number;
  readonly deviations: readonly Deviation[];
  readonly until?: number | undefined;
  readonly check?: string | undefined;
}

export function scheduleText({ scenario, seed, deviations, until, check }: TimedSchedule): string {
  const end = until === undefined ? [] : [`e${until}`];
  return [scenario, seed, ...deviations.map(deviationText), ...end, ...(check === undefined ? [] : [check])].join('.');
}

/** Reads what `scheduleText` wrote; undefined where it is no such text. */
export function scheduleFrom(text: string, checks: readonly string[]): TimedSchedule | undefined {
  const [scenario = '', seed = '', ...rest] = text.trim().split('.');
  if (!/^\d{1,4}$/.test(scenario) || !/^\d{1,10}$/.test(seed)) return undefined;
  const last = rest.at(-1);
  const check = last !== undefined && checks.includes(last) ? rest.pop() : undefined;
  const end = /^e(\d{1,9})$/.exec(rest.at(-1) ?? '');
  if (end) rest.pop();
  const deviations = rest.map(deviationFrom).filter((one) => one !== undefined);
  if (deviations.length < rest.length) return undefined;
  return { scenario: Number(scenario), seed: Number(seed), deviations, until: end ? Number(end[1]) : undefined, check };
}

/** Whether deviations make a run that the exercise allows: known processes, one of them never down, two recoveries each. */
export function isPossible(plan: TimedPlan, deviations: readonly Deviation[]): boolean {
  const count = plan.processes.length;
  const known = deviations.every((one) => processesOf(one).every((process) => process >= 1 && process <= count));
  const crashed = new Set(deviations.flatMap((one) => (one.kind === 'crash' ? [one.process] : [])));
  const recoveries = plan.processes.map(
    (_, index) => deviations.filter((one) => one.kind === 'recover' && one.process === index + 1).length,
  );
  return known && crashed.size < count && Math.max(...recoveries) <= 2;
}
