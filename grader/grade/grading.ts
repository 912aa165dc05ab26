/**
 * The grading of one submission, in steps: compile and load, then check by check, scenario by scenario, and at the end the search for state that is
 * kept outside of instances.
 *
 * It is a machine to be turned from outside because fresh engines can only be had asynchronously, and everything below the worker's edge
 * is synchronous. After each step `report` tells what holds if nothing more comes: what has not run yet is inconclusive there.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import {
  MAX_GRADING_STEPS,
  MAX_PROTOCOL_OPERATIONS,
  MAX_RUN_OPERATIONS,
  MAX_SHARED_CHARS,
  REPEATED_OPERATIONS,
  REPEATING_OPERATIONS,
} from '../base/limits.ts';
import type { CheckResult, Diagnostic, Report } from '../base/report.ts';
import { VERSION } from '../base/version.ts';
import { isFunctionCheck, isProtocolCheck, isTimedCheck, type Check, type Exercise } from '../checks/exercise.ts';
import { rememberCalls, type Search } from '../checks/hiddenState.ts';
import { decidedBefore, protocolResult } from '../checks/protocolResult.ts';
import { runCheck } from '../checks/runCheck.ts';
import { runScenario, scenariosOf, type ScenarioResult } from '../checks/runScenario.ts';
import { runTimedChecks } from '../checks/timedChecks.ts';
import { consoleText, newMeter } from '../sandbox/meter.ts';
import type { Engine, Sandbox } from '../sandbox/sandbox.ts';
import type { Scenario } from '../sim/scenario.ts';
import { newFolds } from '../sim/watchers.ts';
import { openSubmission, type Again } from './loading.ts';
import { notRun } from './notRun.ts';

export interface GradingRequest {
  readonly exercise: Exercise;
  /** The submission as it stands in its file. */
  readonly source: Uint8Array;
  /** An integer from 0 to 2^31 - 1. */
  readonly seed: number;
  /** The check to run alone; the others are then not run, and the verdict is about this one. */
  readonly onlyCheck?: string | undefined;
  /** Told now and then while a scenario is explored. */
  readonly onExploring?: ((exploring: Exploring) => void) | undefined;
  /** Told now and then while handlers are called, so that the host sees that work goes on. */
  readonly onAlive?: (() => void) | undefined;
  /** Told when a scenario has been explored, with how many calls of learner code were made so far: for benchmarks. */
  readonly onExplored?: ((scenario: Scenario, result: ScenarioResult, calls: number) => void) | undefined;
}

/** How far the exploration of a scenario has come. */
export interface Exploring {
  /** The first check that is judged there. */
  readonly check: string;
  /** The processes and faults, in words. */
  readonly plan: string;
  readonly worlds: number;
  readonly depth: number;
}

export interface Grading {
  /** Whether steps are left. */
  readonly pending: boolean;
  /** Whether the next step needs an engine that nothing has used. Otherwise it goes on with the one it has. */
  readonly needsEngine: boolean;
  step(engine: Engine | undefined): void;
  report(): Report;
}

/** Handler calls between two signs of life: well below a second's work. */
const ALIVE_CALLS = 256;

/** A part of the work. `fresh`: in an engine that nothing has used. `search`: calls that were made are made again. */
type Task =
  | { readonly kind: 'check'; readonly fresh: boolean; run(sandbox: Sandbox): void }
  | { readonly kind: 'search'; readonly fresh: true; run(again: Again, most: number): Search };

export function beginGrading(request: GradingRequest): Grading {
  const { exercise, source, seed, onlyCheck, onExploring, onExplored, onAlive } = request;
  const meter = newMeter(exercise.roles ? MAX_PROTOCOL_OPERATIONS : MAX_RUN_OPERATIONS);
  const submission = openSubmission(source, exercise, meter);
  const isWanted = (check: Check): boolean => onlyCheck === undefined || check.id === onlyCheck;
  const wanted = exercise.checks.filter(isWanted);
  const results = new Map<string, CheckResult>();
  const scenarios = new Map<Scenario, ScenarioResult>();
  const origin = { sha256: bytesToHex(sha256(source)), bytes: source.length };
  const calls = rememberCalls();
  let folds = newFolds();
  /** Scenarios that are to be explored once more, without leaving out messages. */
  const untrimmed = new Set<Scenario>();
  const tasks = tasksOf();
  let done = 0;
  let sandbox: Sandbox | undefined;
  let diagnostics: readonly Diagnostic[] = [];
  /** Whether calls took so much longer when they were made again that nothing that they did is certain. */
  let isUnsure = false;

  /** What is to be done, functions first. */
  function tasksOf(): Task[] {
    const protocol = wanted.filter(isProtocolCheck);
    const judged = new Set(protocol.flatMap((check) => check.judged.map((one) => one.scenario)));
    if (exercise.work && protocol.length > 0) judged.add(exercise.work.scenario);
    const list: Task[] = wanted
      .filter(isFunctionCheck)
      .map((check) => ({ kind: 'check', fresh: true, run: (fresh) => void results.set(check.id, runCheck(fresh, check, seed)) }));
    for (const scenario of scenariosOf(exercise)) {
      if (judged.has(scenario)) list.push({ kind: 'check', fresh: false, run: (one) => exploreIn(one, scenario) });
    }
    if (wanted.some(isTimedCheck)) list.push({ kind: 'check', fresh: true, run: runInTime });
    if (wanted.every(isFunctionCheck)) return list;
    return [
      ...list,
      { kind: 'search', fresh: true, run: ({ sandbox: one }, most) => calls.searchInOrder((call) => one.handle(call), most) },
      { kind: 'search', fresh: true, run: ({ sandbox: one, reload }, most) => calls.searchAlone((call) => one.handle(call), most, reload) },
    ];
  }

  function remembered(one: Sandbox) {
    return (call: Parameters<Sandbox['handle']>[0]) => {
      if (calls.count % ALIVE_CALLS === 0) onAlive?.();
      return calls.handle(call, (made) => one.handle(made));
    };
  }

  function exploreIn(one: Sandbox, scenario: Scenario): void {
    const learner = {
      handle: remembered(one),
      operations: MAX_PROTOCOL_OPERATIONS,
      get isStopped() {
        return one.isStopped;
      },
    };
    const check = wanted.find((other) => isProtocolCheck(other) && other.judged.some((judged) => judged.scenario === scenario))?.id ?? '';
    if (folds.lists.chars > MAX_SHARED_CHARS) folds = newFolds();
    const result = runScenario(exercise, scenario, learner, {
      seed,
      folds,
      trims: !untrimmed.has(scenario),
      decided: decidedBefore(exercise, scenario, scenarios),
      isFlooded: [...scenarios.values()].some((other) => other.isFlooded),
      known: [...scenarios.values()].flatMap((other) => other.known ?? []),
      maxSteps: MAX_GRADING_STEPS - [...scenarios.values()].reduce((sum, other) => sum + other.steps, 0),
      onProgress: (worlds, depth) => onExploring?.({ check, plan: scenario.plan, worlds, depth }),
    });
    if (!result) {
      untrimmed.add(scenario);
      done -= 1;
      return;
    }
    scenarios.set(scenario, result);
    onExplored?.(scenario, result, calls.count);
    if (result.hidden) diagnostics = [submission.explain(result.hidden)];
  }

  function runInTime(one: Sandbox): void {
    const checks = exercise.checks.filter(isTimedCheck);
    const timed = runTimedChecks({ checks, handle: remembered(one), operations: MAX_PROTOCOL_OPERATIONS, seed, only: onlyCheck });
    for (const result of timed) results.set(result.id, result);
  }

  /** Looks for state that is kept outside of instances. */
  function search(engine: Engine, run: (again: Again, most: number) => Search): void {
    const most = Math.max(3, Math.floor((calls.count * REPEATED_OPERATIONS) / Math.max(1, meter.operations)));
    const found = run(submission.loadAgain(engine, REPEATING_OPERATIONS), most);
    if (found.kind === 'found') diagnostics = [submission.explain(found.state)];
    if (found.kind === 'unknown') isUnsure = true;
  }

  function load(engine: Engine | undefined): Sandbox | undefined {
    if (!engine) return sandbox;
    const loading = submission.load(engine);
    if (loading.kind === 'loaded') return loading.sandbox;
    diagnostics = loading.diagnostics;
    return undefined;
  }

  function resultOf(check: Check): CheckResult {
    const result = resultSoFar(check);
    return isUnsure && result.status === 'passed' ? unsure(check) : result;
  }

  function resultSoFar(check: Check): CheckResult {
    if (!isProtocolCheck(check)) return results.get(check.id) ?? notReached(check);
    const isJudged = check.judged.every((one) => scenarios.has(one.scenario)) && (!exercise.work || scenarios.has(exercise.work.scenario));
    return isJudged ? protocolResult(exercise, check, scenarios) : notReached(check);
  }

  return {
    get pending() {
      return diagnostics.length === 0 && done < tasks.length;
    },
    get needsEngine() {
      return !sandbox || sandbox.isStopped || tasks[done]?.fresh === true;
    },
    step(engine) {
      const task = tasks[done];
      done += 1;
      if (task?.kind === 'search') {
        if (engine) search(engine, task.run);
        return;
      }
      sandbox = load(engine);
      if (task && sandbox) task.run(sandbox);
    },
    report() {
      const refused = diagnostics.length > 0;
      const checks = exercise.checks.map((check) => (refused || !isWanted(check) ? notRun(check) : resultOf(check)));
      return {
        schema: 'faultline-report/1',
        exercise: exercise.id,
        verdict: refused ? 'error' : verdictOf(checks),
        score: checks.reduce((sum, check) => sum + check.points, 0),
        maxScore: exercise.checks.reduce((sum, check) => sum + check.points, 0),
        checks,
        diagnostics,
        console: consoleText(meter),
        source: origin,
        grader: { version: VERSION, seed },
      };
    },
  };
}

function verdictOf(checks: readonly CheckResult[]): Report['verdict'] {
  if (checks.some((check) => check.status === 'failed')) return 'failed';
  return checks.some((check) => check.status === 'inconclusive') ? 'inconclusive' : 'passed';
}

function notReached(check: Check): CheckResult {
  return {
    ...notRun(check),
    status: 'inconclusive',
    message:
      'The grading was given up before this check was done: it took longer than a person would wait. Nothing is known of this check.',
  };
}

function unsure(check: Check): CheckResult {
  return {
    ...notRun(check),
    status: 'inconclusive',
    message:
      'Nothing wrong was found, but when the same handler calls were made once more, they took far more work than before, so it is not known whether they depend on something outside of the instances. Keep all that changes in fields of the instance or in ctx.stable.',
  };
}
