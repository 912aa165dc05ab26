import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LearnerError } from '../../base/learnerError.ts';
import type { Report } from '../../base/report.ts';
import { finishBatch, LMS_OPTIONS, readLmsWish } from '../batch/finishBatch.ts';
import { joinSummaries, type Part } from '../batch/joinSummaries.ts';
import { readResult, resultPath } from '../batch/resultFile.ts';
import type { Written } from '../batch/results.ts';
import { readSummary, SUMMARY_FILE } from '../batch/summary.ts';
import { EXIT, UsageError, type Command, type Input } from '../command.ts';

export const merge: Command = {
  name: 'merge',
  args: 'OUT… --into DIR',
  summary: 'joins the results of shards',
  details: ['The joined results are the bytes that one batch would have left. Results of different grader versions or seeds are refused.'],
  options: {
    into: { value: 'DIR', text: 'the folder for the joined results' },
    partial: { text: 'joins what is there although shards are missing' },
    ...LMS_OPTIONS,
  },
  async run(input, terminal) {
    const into = readInto(input);
    const lms = readLmsWish(input);
    const parts = input.positionals.map(readPart);
    const { head, written } = joinSummaries(parts, input.has('partial'));
    for (const one of written) checkResults(one.from, one.written, head.grader);
    makeFolder(into);
    // What an older merge said there no longer holds for half of the results.
    rmSync(join(into, SUMMARY_FILE), { force: true });
    for (const { from, written: one } of written) copyResults(from, into, one);
    finishBatch({ out: into, head, written: written.map((one) => one.written), lms, terminal });
    // It grades nothing, so whether all passed is not its verdict.
    return EXIT.passed;
  },
};

function readInto(input: Input): string {
  if (input.positionals.length === 0) throw new UsageError('Name the results to join: faultline merge out-1 out-2 --into all.');
  const into = input.text('into');
  if (into === undefined || into === '') throw new UsageError('Name a folder for the joined results with --into DIR.');
  const isOneOfThem = input.positionals.some((out) => existsSync(out) && existsSync(into) && realpathSync(out) === realpathSync(into));
  if (isOneOfThem) throw new UsageError(`${into} is one of the folders to join. Name another one with --into.`);
  return into;
}

function readPart(out: string): Part {
  const file = join(out, SUMMARY_FILE);
  if (!existsSync(out)) throw new LearnerError(`There is no folder ${out}.`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new LearnerError(`${out} holds no finished batch: ${SUMMARY_FILE} is not there. Run its batch to the end first.`);
  }
  return { out, summary: readSummary(text, file) };
}

function makeFolder(into: string): void {
  try {
    mkdirSync(into, { recursive: true });
  } catch {
    throw new LearnerError(`The folder ${into} cannot be made. Name another one with --into.`);
  }
}

/** Before anything is written. */
function checkResults(from: string, { submission, exercises }: Written, { version, seed }: Report['grader']): void {
  for (const exercise of exercises) {
    const path = resultPath(from, submission, exercise);
    const report = readResult(path);
    if (report?.exercise !== exercise) throw new LearnerError(`${path} is missing or damaged. Run the batch of ${from} again, then merge.`);
    const { grader } = report;
    if (grader.version !== version || grader.seed !== seed) {
      throw new LearnerError(
        `${path} was graded with version ${grader.version} and seed ${grader.seed}, not ${version} and ${seed} as the summaries say. Run the batch of ${from} again, then merge.`,
      );
    }
  }
}

function copyResults(from: string, into: string, { submission, exercises }: Written): void {
  for (const exercise of exercises) {
    const path = resultPath(into, submission, exercise);
    const temporary = `${path}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(path), { recursive: true });
      copyFileSync(resultPath(from, submission, exercise), temporary);
      renameSync(temporary, path);
    } catch {
      throw new LearnerError(`${path} cannot be written. Check that you may write into ${into}.`);
    }
  }
}
