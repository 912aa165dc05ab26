/**
 * What is known of answers: their verdicts, from this session or an earlier one, and their last reports.
 *
 * A verdict holds for a source, whatever file it is in, as long as the grader's version and the seed are the same. So none is ever out of date,
 * and an answer that was not changed since yesterday is not graded again today.
 */
import { createHash } from 'node:crypto';
import type { Report } from '../base/report.ts';
import { VERSION } from '../base/version.ts';
import type { Terminal } from './command.ts';
import { readState, writeState } from './stateFile.ts';

/** The seed of all that is graded while a learner works. */
export const SEED = 1;

const FILE = 'verdicts.json';

/** Verdicts that are remembered: months of work on the whole course, in a file of some tens of KiB. The oldest go first. */
const MAX_VERDICTS = 500;

/** What a learner could be told tomorrow. Where a limit was reached first, another day may go further. */
const LASTING = ['passed', 'failed', 'error'] as const;

export type Verdict = Report['verdict'];

export interface Source {
  readonly exercise: string;
  /** Undefined where the file is not there or cannot be read. */
  readonly bytes: Uint8Array | undefined;
}

interface Gradebook {
  verdictOf(source: Source): Verdict | undefined;
  /** Only of this session, and the last of its exercise. */
  reportOf(source: Source): Report | undefined;
  note(report: Report): void;
}

export function openGradebook(env: Terminal['env']): Gradebook {
  const verdicts = readVerdicts(env);
  const reports = new Map<string, Report>();

  return {
    verdictOf: (source) => verdicts.get(keyOf(source)),
    reportOf(source) {
      const report = reports.get(source.exercise);
      return report && keyOfReport(report) === keyOf(source) ? report : undefined;
    },
    note(report) {
      reports.set(report.exercise, report);
      const key = keyOfReport(report);
      verdicts.set(key, report.verdict);
      if (!isLasting(report.verdict)) return;
      // Read again, because other sessions note theirs; put behind the others, as the newest.
      const kept = readVerdicts(env);
      kept.delete(key);
      kept.set(key, report.verdict);
      // That it cannot be written costs a grading tomorrow, and is no reason to disturb.
      writeState(FILE, env, { version: VERSION, verdicts: Object.fromEntries([...kept].slice(-MAX_VERDICTS)) });
    },
  };
}

function keyOf({ exercise, bytes }: Source): string {
  return bytes === undefined ? '' : keyWith(exercise, createHash('sha256').update(bytes).digest('hex'), SEED);
}

function keyOfReport({ exercise, source, grader }: Report): string {
  return keyWith(exercise, source.sha256, grader.seed);
}

function keyWith(exercise: string, sha256: string, seed: number): string {
  return `${exercise} ${seed} ${sha256}`;
}

function readVerdicts(env: Terminal['env']): Map<string, Verdict> {
  const read = readState(FILE, env);
  if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== VERSION || !('verdicts' in read))
    return new Map();
  return new Map(
    Object.entries(read.verdicts ?? {}).flatMap(([name, value]) => {
      const verdict = LASTING.find((one) => one === value);
      return verdict === undefined ? [] : [[name, verdict] as const];
    }),
  );
}

function isLasting(verdict: Verdict): boolean {
  return LASTING.some((one) => one === verdict);
}
