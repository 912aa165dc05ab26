/** The end of a batch or of a merge: tables, the table for a learning management system, and what a person wants to know. */
import { join } from 'node:path';
import { counted } from '../../report/counted.ts';
import { shownText } from '../../report/safeText.ts';
import { EXIT, UsageError, type Input, type Terminal } from '../command.ts';
import { nearest } from '../nearest.ts';
import { writeWhole } from '../writeWhole.ts';
import { csvRow } from './csv.ts';
import { LMS_NAMES, lmsTable, type LmsName } from './lms.ts';
import { writeResults, type Written } from './results.ts';
import { readRoster, type Roster } from './roster.ts';
import { shownName } from './submissionName.ts';
import { CHECKS_FILE, GRADES_FILE, SUMMARY_FILE, type Summary, type SummaryHead } from './summary.ts';

/** What `--csv` and `--roster` ask for. */
export interface LmsWish {
  readonly name: LmsName;
  readonly roster: Roster;
}

export const LMS_OPTIONS = {
  csv: { value: 'canvas|moodle', text: 'also writes grades for that system; needs --roster' },
  roster: { value: 'FILE', text: 'the class list that the system exports, as CSV' },
};

/** @throws UsageError; LearnerError for a roster that cannot be read. */
export function readLmsWish(input: Input): LmsWish | undefined {
  const csv = input.text('csv');
  const file = input.text('roster');
  if (csv === undefined && file === undefined) return undefined;
  if (csv === undefined) throw new UsageError('--roster goes with --csv canvas or --csv moodle, which say for which system.');
  const name = LMS_NAMES.find((one) => one === csv);
  if (!name) {
    const guess = nearest(csv, [...LMS_NAMES]);
    throw new UsageError(`--csv is canvas or moodle, not ${JSON.stringify(csv)}.${guess === undefined ? '' : ` Did you mean ${guess}?`}`);
  }
  if (file === undefined) throw new UsageError(`--csv ${name} needs --roster FILE: the class list that ${name} exports as CSV.`);
  return { name, roster: readRoster(file) };
}

interface Finished {
  readonly out: string;
  readonly head: SummaryHead;
  readonly written: readonly Written[];
  readonly lms: LmsWish | undefined;
  readonly terminal: Terminal;
}

/** Writes all that is not a report, and says how the class stands. Answers the exit code. */
export function finishBatch({ out, head, written, lms, terminal }: Finished): { readonly summary: Summary; readonly exit: number } {
  const summary = writeResults(out, head, written);
  const files = [GRADES_FILE, CHECKS_FILE, SUMMARY_FILE];
  if (lms) files.push(writeLmsTable(out, lms, summary, terminal));
  terminal.out(classText(summary));
  terminal.out(`Written: ${files.map((file) => join(out, file)).join(', ')}\n`);
  const { error, failed, inconclusive } = summary.counts;
  return { summary, exit: error + failed + inconclusive === 0 ? EXIT.passed : EXIT.notPassed };
}

function writeLmsTable(out: string, { name, roster }: LmsWish, summary: Summary, terminal: Terminal): string {
  const { text, unmatched, absent } = lmsTable(name, { exercises: summary.exercises, standings: summary.submissions, roster });
  const file = `${name}.csv`;
  writeWhole(join(out, file), text);
  const rows = [...unmatched.map((one) => ['submission', one]), ...absent.map((one) => ['roster', one])];
  writeWhole(join(out, 'unmatched.csv'), csvRow(['only_in', 'who']) + rows.map(csvRow).join(''));
  for (const one of unmatched) terminal.err(`${shownName(one)} stands in no row of the roster, or in more than one; see unmatched.csv.\n`);
  if (absent.length > 0)
    terminal.err(
      `${counted(absent.length, 'row')} of the roster ${absent.length === 1 ? 'has' : 'have'} no submission; see unmatched.csv.\n`,
    );
  return file;
}

/** Lines about single submissions that are shown: what does not fit on a screen stands in the summary. */
const MAX_SHOWN = 20;

function classText({ submissions, counts, exercises }: Summary): string {
  const lines = [`${counted(submissions.length, 'submission')}: ${countsText(counts)}.`];
  for (const { exercise, passed, failed, inconclusive, error } of exercises) {
    lines.push(`  ${exercise}: ${countsText({ error, failed, inconclusive, passed, empty: 0 })}.`);
  }
  const ungraded = submissions.flatMap(({ submission, refused, answers }) => [
    ...(refused === undefined ? [] : [`  ${shownName(submission)}: ${refused}`]),
    ...answers.flatMap(({ exercise, diagnostics = [] }) =>
      diagnostics.slice(0, 1).map(({ code, message }) => `  ${shownName(submission)}/${exercise}: ${code} ${message.split('\n', 1)[0]}`),
    ),
  ]);
  if (ungraded.length > 0) lines.push('Could not be graded, which is not the same as no points:');
  lines.push(...ungraded.slice(0, MAX_SHOWN));
  if (ungraded.length > MAX_SHOWN) lines.push(`  and ${ungraded.length - MAX_SHOWN} more, in summary.json`);
  return `${lines.map(shownText).join('\n')}\n`;
}

function countsText({ error, failed, inconclusive, passed, empty }: Summary['counts']): string {
  const parts = [
    [passed, 'passed'],
    [failed, 'not passed'],
    [inconclusive, 'not known'],
    [error, 'could not be graded'],
    [empty, 'without an answer'],
  ] as const;
  return parts
    .filter(([count], index) => count > 0 || index < 2)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}
