/**
 * Grades TIMED checks: seeded runs of every scenario, each run once for all checks that are judged there, and for each check that fails
 * the first run that breaks it, made shorter.
 *
 * The same checks, handlers and seed give the same results. A program that is given up for the number of its calls leaves checks inconclusive.
 */
import type { CheckResult, WrongRun } from '../base/report.ts';
import type { HandlerCall, HandlerOutcome } from '../sandbox/handlerCall.ts';
import { endedText, endsGrading } from '../sim/broken.ts';
import { hash } from '../sim/chance.ts';
import { MAX_SHRINKING_CALLS, MAX_TIMED_CALLS } from '../sim/timedLimits.ts';
import type { TimedProperty } from '../sim/timedProperty.ts';
import { scheduleText } from '../sim/timedSchedule.ts';
import type { TimedScenario } from '../sim/timedScenario.ts';
import { timedSteps } from '../sim/timedTrace.ts';
import { timedScenarios, type TimedCheck } from './timedCheck.ts';
import { countedHandlers, type CountedHandlers } from './timedHandlers.ts';
import { breakOf, planOf, runSeeded, traceOf, type Break, type SeededRun } from './timedJudge.ts';
import { shrink } from './timedShrink.ts';

export interface TimedGrading {
  /** All TIMED checks of the exercise, in its order: schedules count their scenarios. */
  readonly checks: readonly TimedCheck[];
  /** Calls a handler of the submission. After it has answered `stopped`, it may answer so for ever. */
  readonly handle: (call: HandlerCall) => HandlerOutcome;
  /** Operations that the whole grading may use, for a message. */
  readonly operations: number;
  /** Of the grading. */
  readonly seed: number;
  /** The check to be run alone. */
  readonly only?: string | undefined;
}

/** What is known of a check so far. */
interface Standing {
  readonly check: TimedCheck;
  runs: number;
  /** The run that breaks it, and the steps that it had when it was found. */
  failed: { readonly run: SeededRun; readonly found: Break; readonly property: TimedProperty; readonly steps: number } | undefined;
  /** Whether some run was not judged. */
  isOpen: boolean;
}

/** The results of the checks, or of the one wanted, in their order. */
export function runTimedChecks(grading: TimedGrading): CheckResult[] {
  const { checks, handle, operations, seed, only } = grading;
  const handlers = countedHandlers(handle, operations);
  const standings = checks
    .filter(({ id }) => only === undefined || id === only)
    .map((check): Standing => ({ check, runs: 0, failed: undefined, isOpen: false }));
  const works = new Map<TimedProperty, { isDone: boolean; isOpen: boolean; first: Standing['failed'] }>();
  handlers.allow(MAX_TIMED_CALLS);

  for (const scenario of timedScenarios(checks)) {
    for (let number = 0; number < scenario.runs; number += 1) runOnce(scenario, number);
  }

  function runOnce(scenario: TimedScenario, number: number): void {
    const judged = standings.filter(({ check, failed }) => !failed && check.timed.some((one) => one.scenario === scenario));
    const working = standings.filter(({ check, failed }) => !failed && check.work?.scenario === scenario);
    if (judged.length + working.length === 0) return;
    const runSeed = (hash(seed, scenario.id) % SEEDS) * scenario.runs + number;
    const run = { scenario, seed: runSeed, deviations: planOf({ scenario, seed: runSeed }).deviations };
    const simulated = runSeeded(run, handlers);
    const failed = (property: TimedProperty): Standing['failed'] => {
      const found = breakOf(simulated, property);
      return found && { run, found, property, steps: timedSteps(simulated.events.slice(0, found.events)).length };
    };
    for (const standing of judged) {
      for (const { property } of standing.check.timed.filter((one) => one.scenario === scenario)) standing.failed ??= failed(property);
      if (simulated.isCut && !standing.failed) standing.isOpen = true;
      else standing.runs += 1;
    }
    for (const { check } of working) {
      if (!check.work) continue;
      const before = works.get(check.work.done);
      if (before?.isDone) continue;
      const { isCut } = simulated;
      const now = failed(check.work.done);
      works.set(check.work.done, { isDone: !now && !isCut, isOpen: isCut || before?.isOpen === true, first: before?.first ?? now });
    }
  }

  for (const standing of standings) {
    const { work } = standing.check;
    const did = work && works.get(work.done);
    if (!work || !did || did.isDone || standing.failed) continue;
    if (did.isOpen) standing.isOpen = true;
    else if (did.first) standing.failed = { ...did.first, found: { ...did.first.found, message: work.message } };
  }
  let open = standings.filter(({ failed }) => failed).length;
  let left = MAX_SHRINKING_CALLS;
  return standings.map((standing) => {
    const { failed, check } = standing;
    if (!failed) return resultOf(standing, { message: unjudged(handlers) });
    handlers.allow(Math.ceil(left / open));
    const before = handlers.made;
    const wrong = wrongRun(checks, check, failed, handlers);
    left -= handlers.made - before;
    open -= 1;
    return resultOf(standing, wrong);
  });
}

/** Different seeds of one scenario's runs, before the number of the run is added: five digits are copied with ease. */
const SEEDS = 10_000;

/** What is told of a check that was not passed. */
interface Told {
  readonly message: string;
  readonly counterexample?: WrongRun;
}

function wrongRun(
  checks: readonly TimedCheck[],
  check: TimedCheck,
  { run, found, property, steps }: NonNullable<Standing['failed']>,
  handlers: CountedHandlers,
): Told {
  const isWork = property === check.work?.done;
  const first = { run, found };
  const least = isWork ? first : shrink(first, (candidate) => breakOf(runSeeded(candidate, handlers), property));
  const simulated = runSeeded(least.run, handlers);
  const { seed, deviations, until } = least.run;
  const schedule = scheduleText({ scenario: timedScenarios(checks).indexOf(run.scenario), seed, deviations, until, check: check.id });
  const trace = traceOf(simulated, check.id, least.found);
  return { message: least.found.message, counterexample: { kind: 'run', schedule, foundSteps: steps, trace } };
}

function resultOf({ check, runs, failed, isOpen }: Standing, told: Told): CheckResult {
  const { id, title, kind, points: maxPoints } = check;
  const status = failed ? 'failed' : isOpen || runs === 0 ? 'inconclusive' : 'passed';
  return {
    id,
    title,
    kind,
    points: status === 'passed' ? maxPoints : 0,
    maxPoints,
    status,
    evidence: { method: 'sampled', runs },
    ...(status === 'passed' ? {} : told),
  };
}

/** Why some runs of a check were not judged. */
function unjudged({ stopped, operations }: CountedHandlers): string {
  if (!stopped) return GIVEN_UP;
  return endsGrading(stopped) ? endedText(stopped, operations) : RAN_AWAY;
}

const GIVEN_UP =
  'The program made so many handler calls that its runs were given up, so nothing is known of this check. Look for timers that go off far more often than once a period, and for messages that are answered by messages.';

const RAN_AWAY = 'A handler ran away in a run of another check, so nothing is known of this one. Mend that first.';
