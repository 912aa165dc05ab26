import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Diagnostic, Report } from '../base/report.ts';
import { VERSION } from '../base/version.ts';
import type { Exercise } from '../checks/exercise.ts';
import { notRun } from './notRun.ts';

/** The report of a source that no worker graded, with the reason. */
export function ungraded(exercise: Exercise, source: Uint8Array, seed: number, reason: Diagnostic): Report {
  return {
    schema: 'faultline-report/1',
    exercise: exercise.id,
    verdict: 'error',
    score: 0,
    maxScore: exercise.checks.reduce((sum, check) => sum + check.points, 0),
    checks: exercise.checks.map(notRun),
    diagnostics: [reason],
    console: '',
    source: { sha256: bytesToHex(sha256(source)), bytes: source.length },
    grader: { version: VERSION, seed },
  };
}
