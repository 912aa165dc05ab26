/**
 * The class list of a learning management system, as it exports it: who stands behind a submission, and under which ids grades are taken back.
 *
 * Moodle names the folders of a downloaded assignment `Jane Doe_123456_assignsubmission_file`; the number is the participant's.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { LearnerError } from '../../base/learnerError.ts';

export interface Roster {
  readonly columns: readonly string[];
  /** Each row's cells, as many as there are columns. */
  readonly rows: readonly (readonly string[])[];
}

/** Columns that may say which folder is whose, as the systems' exports and teachers' own lists call them. In lower case. */
const IDENTITY_COLUMNS = [
  'submission',
  'sis login id',
  'sis user id',
  'id',
  'integration id',
  'username',
  'id number',
  'email address',
  'email',
  'identifier',
  'github',
  'student',
];

/** More than any class list has. */
const MAX_ROSTER_BYTES = 64 * 1024 * 1024;

/** @throws LearnerError where it is no table with a heading and a column of ids. */
export function readRoster(file: string): Roster {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new LearnerError(`The roster ${file} cannot be read. Name the class list that your learning management system exports as CSV.`);
  }
  const text = bytes.length > MAX_ROSTER_BYTES ? undefined : textIn(bytes);
  const roster = text === undefined ? undefined : rosterIn(text);
  if (!roster)
    throw new LearnerError(`The roster ${file} is no table with a heading. Save the class list as CSV in UTF-8, with its first line.`);
  if (identityColumns(roster).length === 0) {
    throw new LearnerError(
      `The roster ${file} has no column that names a submission. It needs one of: ${IDENTITY_COLUMNS.join(', ')}. It has: ${roster.columns.join(', ')}.`,
    );
  }
  return roster;
}

/** Excel's Unicode text is UTF-16. Undefined for what is neither, whose letters could only be guessed: names would come back broken. */
function textIn(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The table by whichever separator gives it a column of ids; the first that reads at all otherwise. */
function rosterIn(text: string): Roster | undefined {
  const rosters = [',', ';', '\t'].flatMap((delimiter) => tableIn(text, delimiter) ?? []);
  return rosters.find((roster) => identityColumns(roster).length > 0) ?? rosters[0];
}

function tableIn(text: string, delimiter: string): Roster | undefined {
  try {
    const [columns, ...rows] = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];
    if (!columns) return undefined;
    return { columns: columns.map((column) => column.trim()), rows: rows.map((row) => columns.map((_, at) => row[at] ?? '')) };
  } catch {
    return undefined;
  }
}

/** Where the ids stand, the most telling column first. */
function identityColumns({ columns }: Roster): number[] {
  return IDENTITY_COLUMNS.map((name) => columns.findIndex((column) => column.toLowerCase() === name)).filter((at) => at >= 0);
}

export interface Matching {
  /** By row of the roster: the submission that is theirs. */
  readonly submissionOf: ReadonlyMap<number, string>;
  /** Submissions that are nobody's, or more than one's. */
  readonly unmatched: readonly string[];
}

/** Finds whose each submission is: one column that names the folder exactly, tried in the order above. */
export function matchRoster(roster: Roster, submissions: readonly string[]): Matching {
  const submissionOf = new Map<number, string>();
  const unmatched: string[] = [];
  const rowsByColumn = identityColumns(roster).map((at) => rowsById(roster, at));
  for (const submission of submissions) {
    const keys = keysOf(submission);
    const found = rowsByColumn.map((rows) => keys.flatMap((key) => rows.get(key) ?? [])).find((rows) => rows.length > 0);
    const [row, second] = found ?? [];
    if (row === undefined || second !== undefined || submissionOf.has(row)) unmatched.push(submission);
    else submissionOf.set(row, submission);
  }
  return { submissionOf, unmatched };
}

function rowsById({ rows }: Roster, at: number): Map<string, number[]> {
  const byId = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const id = row[at]?.trim() ?? '';
    if (id !== '') byId.set(id, [...(byId.get(id) ?? []), index]);
  }
  return byId;
}

function keysOf(submission: string): string[] {
  const participant = /_(\d+)_assignsubmission_/.exec(`${submission}_`)?.[1];
  return participant === undefined ? [submission] : [submission, `Participant ${participant}`, participant];
}
