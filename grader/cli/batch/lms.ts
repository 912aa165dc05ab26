/**
 * Grades in the form in which Canvas and Moodle take them back. A cell stays empty where there is nothing to say: no answer, or one that
 * could not be graded, so that an import never turns a fault into a zero.
 *
 * Source: Canvas' gradebook import (columns by title; ids by `ID`), Moodle's grade import and its offline grading worksheet.
 */
import { csvRow, type Cell } from './csv.ts';
import { matchRoster, type Matching, type Roster } from './roster.ts';
import type { AnswerStanding, Standing } from './standing.ts';
import type { ExerciseCounts } from './summary.ts';

export const LMS_NAMES = ['canvas', 'moodle'] as const;
export type LmsName = (typeof LMS_NAMES)[number];

export interface LmsTable {
  readonly text: string;
  /** Submissions that stand in no row, and rows without a submission, by their first cells. */
  readonly unmatched: readonly string[];
  readonly absent: readonly string[];
}

interface Class {
  readonly exercises: readonly ExerciseCounts[];
  readonly standings: readonly Standing[];
  readonly roster: Roster;
}

export function lmsTable(name: LmsName, { exercises, standings, roster }: Class): LmsTable {
  const people = name === 'canvas' ? withoutPointsPossible(roster) : roster;
  const matching = matchRoster(
    people,
    standings.map((standing) => standing.submission),
  );
  const standingOf = new Map(standings.map((standing) => [standing.submission, standing]));
  const standingIn = (row: number): Standing | undefined => standingOf.get(matching.submissionOf.get(row) ?? '');
  const table = name === 'canvas' ? canvas : isWorksheet(people) ? moodleWorksheet : moodleGrades;
  return { text: table(people, exercises, standingIn), unmatched: matching.unmatched, absent: absentRows(people, matching) };
}

type StandingIn = (row: number) => Standing | undefined;

/** The columns that Canvas itself puts before the assignments, in its order. */
const CANVAS_COLUMNS = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Integration ID', 'Root Account', 'Section'];

function canvas({ columns, rows }: Roster, exercises: readonly ExerciseCounts[], standingIn: StandingIn): string {
  const kept = CANVAS_COLUMNS.map((name) => columns.indexOf(name)).filter((at) => at >= 0);
  const titles = exercises.map(({ exercise }) => canvasTitle(columns, exercise));
  const points: Cell[] = kept.map((_, index) => (index === 0 ? '    Points Possible' : ''));
  return [
    csvRow([...kept.map((at) => columns[at]), ...titles]),
    csvRow([...points, ...exercises.map(({ maxScore }) => maxScore)]),
    ...rows.map((row, index) => csvRow([...kept.map((at) => row[at]), ...scores(standingIn(index), exercises)])),
  ].join('');
}

/** The title that an assignment has there already, as in `hamming (12345)`: another one would make a new assignment. */
function canvasTitle(columns: readonly string[], exercise: string): string {
  const plain = (column: string): string => column.replace(/ \(\d+\)$/, '').toLowerCase();
  const names = new Set([exercise, `faultline ${exercise}`, `faultline: ${exercise}`]);
  return columns.find((column) => names.has(plain(column))) ?? `Faultline ${exercise}`;
}

/** Canvas' own export has such a row below its heading, and before it one that names nobody where grades are posted by hand. */
function withoutPointsPossible(roster: Roster): Roster {
  const known = CANVAS_COLUMNS.map((name) => roster.columns.indexOf(name)).filter((at) => at >= 0);
  const isSomebody = (row: readonly string[]): boolean => known.length === 0 || known.some((at) => (row[at] ?? '').trim() !== '');
  return { ...roster, rows: roster.rows.filter((row) => !(row[0] ?? '').trim().startsWith('Points Possible') && isSomebody(row)) };
}

function moodleGrades({ columns, rows }: Roster, exercises: readonly ExerciseCounts[], standingIn: StandingIn): string {
  return [
    csvRow([...columns, ...exercises.map(({ exercise }) => `Faultline ${exercise}`)]),
    ...rows.map((row, index) => csvRow([...row, ...scores(standingIn(index), exercises)])),
  ].join('');
}

/** Whether it is the worksheet that Moodle hands out for grading one assignment. Its columns are named in the language of the site. */
function isWorksheet({ columns }: Roster): boolean {
  return columns.includes('Identifier') && columns.includes('Grade');
}

/** The worksheet, filled in: the sum of all exercises, on the scale that the worksheet states. */
function moodleWorksheet({ columns, rows }: Roster, exercises: readonly ExerciseCounts[], standingIn: StandingIn): string {
  const grade = columns.indexOf('Grade');
  const maximum = columns.indexOf('Maximum Grade');
  const full = exercises.reduce((sum, { maxScore }) => sum + maxScore, 0);
  return [
    csvRow(columns),
    ...rows.map((row, index) => {
      const standing = standingIn(index);
      if (!standing || standing.status === 'error' || standing.status === 'empty') return csvRow(row);
      const scale = Number(row[maximum]?.replace(',', '.'));
      const score = scale > 0 ? hundredths((standing.score / full) * scale) : standing.score;
      return csvRow(row.map((cell, at) => (at === grade ? score : cell)));
    }),
  ].join('');
}

/** Both systems compare grades at two decimals. */
function hundredths(score: number): number {
  return Math.round(score * 100) / 100;
}

function scores(standing: Standing | undefined, exercises: readonly ExerciseCounts[]): Cell[] {
  return exercises.map(({ exercise }) => scoreOf(standing?.answers.find((answer) => answer.exercise === exercise)));
}

function scoreOf(answer: AnswerStanding | undefined): Cell {
  return answer === undefined || answer.verdict === 'error' ? undefined : answer.score;
}

function absentRows({ rows }: Roster, { submissionOf }: Matching): string[] {
  return rows.flatMap((row, index) =>
    submissionOf.has(index)
      ? []
      : [
          row
            .filter((cell) => cell !== '')
            .slice(0, 2)
            .join(', '),
        ],
  );
}
