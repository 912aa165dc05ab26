/** The report of one answer in its file: written whole or not at all, and kept as long as what it was made from still holds. */
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../base/report.ts';
import { VERSION } from '../../base/version.ts';
import { reportText } from '../../report/json.ts';
import { writeWhole } from '../writeWhole.ts';
import { reportIn } from './reportIn.ts';

export function resultPath(out: string, submission: string, exercise: string): string {
  return join(out, submission, `${exercise}.json`);
}

/** The report in a result file. Undefined where there is none, or a damaged one. */
export function readResult(path: string): Report | undefined {
  try {
    return reportIn(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether a report is what grading this source with this seed would give again. */
export function stillHolds(report: Report, made: { readonly exercise: string; readonly sha256: string; readonly seed: number }): boolean {
  return (
    report.exercise === made.exercise &&
    report.source.sha256 === made.sha256 &&
    report.grader.version === VERSION &&
    report.grader.seed === made.seed
  );
}

/** @throws LearnerError where it cannot be written. */
export function writeResult(path: string, report: Report): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch {
    // Said by what comes next, which cannot write there.
  }
  writeWhole(path, reportText(report));
}

/** Removes what a batch that was killed had only half written. */
export function removeHalfWritten(folder: string): void {
  for (const file of halfWrittenIn(folder)) {
    rmSync(join(folder, file), { force: true });
  }
}

function halfWrittenIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && /\.\d+\.tmp$/.test(entry.name)).map((entry) => entry.name);
  } catch {
    return [];
  }
}
