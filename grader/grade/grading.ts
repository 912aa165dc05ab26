/**
 * The grading of one submission, in steps: compile and load, then check by check, each in a fresh engine.
 *
 * It is a machine to be turned from outside because fresh engines can only be had asynchronously, and everything below the worker's edge
 * is synchronous. After each step `report` tells what holds if nothing more comes: what has not run yet is inconclusive there.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { CheckResult, Diagnostic, Report } from '../base/report.ts';
import { VERSION } from '../base/version.ts';
import type { Exercise } from '../checks/exercise.ts';
import type { FunctionCheck } from '../checks/functionCheck.ts';
import { runCheck } from '../checks/runCheck.ts';
import { compile, type Compiled } from '../compile/compile.ts';
import { consoleText, newMeter } from '../sandbox/meter.ts';
import { openSandbox, type Engine, type Sandbox } from '../sandbox/sandbox.ts';
import { explainLoad } from './explainLoad.ts';

export interface GradingRequest {
  readonly exercise: Exercise;
  /** The submission as it stands in its file. */
  readonly source: Uint8Array;
  /** An integer from 0 to 2^31 - 1. */
  readonly seed: number;
  /** The check to run alone; the others are then not run, and the verdict is about this one. */
  readonly onlyCheck?: string | undefined;
}

export interface Grading {
  /** Whether steps are left. */
  readonly pending: boolean;
  /** One step, in an engine that nothing has used. */
  step(engine: Engine): void;
  report(): Report;
}

export function beginGrading(request: GradingRequest): Grading {
  const { exercise, source, seed, onlyCheck } = request;
  const meter = newMeter();
  const wanted = exercise.checks.filter((check) => onlyCheck === undefined || check.id === onlyCheck);
  const results = new Map<string, CheckResult>();
  const origin = { sha256: bytesToHex(sha256(source)), bytes: source.length };
  let compiled: Compiled | undefined;
  let diagnostics: readonly Diagnostic[] = [];

  /** Loads the submission; what it prints meanwhile is kept, and counted, only the first time. */
  function load(engine: Engine): Sandbox | undefined {
    compiled ??= compile(source);
    if (compiled.kind === 'rejected') {
      diagnostics = compiled.diagnostics;
      return undefined;
    }
    const sandbox = openSandbox(engine, meter);
    const { printed, printedCrossing, kept } = meter;
    if (results.size > 0) Object.assign(meter, { printed: 0, printedCrossing: 0, kept: '' });
    const loaded = sandbox.load(compiled.code);
    if (results.size > 0) Object.assign(meter, { printed, printedCrossing, kept });
    // A load that stops because the grading's budget is used up says nothing against the source.
    if (loaded.kind === 'stopped' && loaded.why === 'run') return sandbox;
    diagnostics = explainLoad(loaded, exercise.exports, compiled.placeOf);
    return diagnostics.length === 0 ? sandbox : undefined;
  }

  return {
    get pending() {
      return diagnostics.length === 0 && results.size < wanted.length;
    },
    step(engine) {
      const check = wanted[results.size];
      const sandbox = load(engine);
      if (check && sandbox) results.set(check.id, runCheck(sandbox, check, seed));
    },
    report() {
      const refused = diagnostics.length > 0;
      const checks = exercise.checks.map((check) => {
        const isWanted = onlyCheck === undefined || check.id === onlyCheck;
        return refused || !isWanted ? notRun(check) : (results.get(check.id) ?? notReached(check));
      });
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

function notRun({ id, title, kind, points }: FunctionCheck): CheckResult {
  return { id, title, kind, points: 0, maxPoints: points, status: 'not-run', evidence: { method: 'none' } };
}

function notReached(check: FunctionCheck): CheckResult {
  return {
    ...notRun(check),
    status: 'inconclusive',
    message:
      'The grading was given up before this check was done: a call took longer than a person would wait. Nothing is known of this check.',
  };
}
