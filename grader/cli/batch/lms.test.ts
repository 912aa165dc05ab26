import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lmsTable } from './lms.ts';
import { matchRoster, readRoster, type Roster } from './roster.ts';
import { standingOf, type Standing } from './standing.ts';

const folder = mkdtempSync(join(tmpdir(), 'faultline-roster-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rosterOf(text: string | Uint8Array): Roster {
  const file = join(folder, 'roster.csv');
  writeFileSync(file, text);
  return readRoster(file);
}

const counts = { maxScore: 100, passed: 0, failed: 0, inconclusive: 0, error: 0, score: 0 };
const exercises = [
  { exercise: 'hamming', ...counts },
  { exercise: 'tmr-voter', ...counts },
];

/** Points by exercise; `error` where it could not be graded. */
function standing(submission: string, scores: Record<string, number | 'error'>): Standing {
  const answers = Object.entries(scores).map(([exercise, score]) => ({
    exercise,
    verdict: score === 'error' ? ('error' as const) : score === 100 ? ('passed' as const) : ('failed' as const),
    score: score === 'error' ? 0 : score,
    maxScore: 100,
  }));
  return standingOf({ submission, refused: undefined, skipped: 0, answers });
}

describe('canvas', () => {
  const roster = rosterOf(`Student,ID,SIS User ID,SIS Login ID,Section,hamming (4711),Other (1)
    Points Possible,,,,,100,5
"Doe, Jane",17,s17,jane,"A, B",,
"Roe, Rick",18,s18,rick,A,12,
"Poe, Pat",19,s19,pat,A,,
`);
  const standings = [
    standing('jane', { hamming: 100, 'tmr-voter': 'error' }),
    standing('s18', { hamming: 0 }),
    standing('nobody', { hamming: 50 }),
  ];

  test('gets its own columns back, with points by row, under the titles that it knows', () => {
    expect(lmsTable('canvas', { exercises, standings, roster }).text)
      .toBe(`Student,ID,SIS User ID,SIS Login ID,Section,hamming (4711),Faultline tmr-voter
    Points Possible,,,,,100,100
"Doe, Jane",17,s17,jane,"A, B",100,
"Roe, Rick",18,s18,rick,A,0,
"Poe, Pat",19,s19,pat,A,,
`);
  });

  test('makes nobody of the rows that Canvas puts above the people', () => {
    const exported = rosterOf(`Student,ID,SIS Login ID,Section,hamming (4711)
,,,,Manual Posting
    Points Possible,,,,100
"Doe, Jane",17,jane,A,
`);

    const { text, absent } = lmsTable('canvas', { exercises, standings: [standing('jane', { hamming: 100 })], roster: exported });

    expect(absent).toEqual([]);
    expect(text.split('\n').slice(1)).toEqual(['    Points Possible,,,,100,100', '"Doe, Jane",17,jane,A,100,', '']);
  });

  test('names whoever stands on one side only', () => {
    const { unmatched, absent } = lmsTable('canvas', { exercises, standings, roster });

    expect({ unmatched, absent }).toEqual({ unmatched: ['nobody'], absent: ['Poe, Pat, 19'] });
  });
});

describe('moodle', () => {
  test('gets a column for each exercise beside its own', () => {
    const roster = rosterOf('\ufeffFirst name;Email address\r\nJane;jane@x.edu\r\n=cmd();pat@x.edu\r\n');

    const { text } = lmsTable('moodle', { exercises, standings: [standing('jane@x.edu', { hamming: 40 })], roster });

    expect(text).toBe(`First name,Email address,Faultline hamming,Faultline tmr-voter
Jane,jane@x.edu,40,
'=cmd(),pat@x.edu,,
`);
  });

  test('gets its worksheet filled in, on its scale, and nothing for what could not be graded', () => {
    const roster = rosterOf(`Identifier,Full name,Status,Grade,Maximum Grade,Last modified (grade)
Participant 123456,Jane Doe,Submitted,-,10.00,-
Participant 123457,Rick Roe,Submitted,-,10.00,-
Participant 123458,Pat Poe,No submission,-,10.00,-
`);
    const standings = [
      standing('Jane Doe_123456_assignsubmission_file', { hamming: 100, 'tmr-voter': 33 }),
      standing('Rick Roe_123457_assignsubmission_file', { hamming: 'error', 'tmr-voter': 100 }),
    ];

    expect(lmsTable('moodle', { exercises, standings, roster }).text)
      .toBe(`Identifier,Full name,Status,Grade,Maximum Grade,Last modified (grade)
Participant 123456,Jane Doe,Submitted,6.65,10.00,-
Participant 123457,Rick Roe,Submitted,-,10.00,-
Participant 123458,Pat Poe,No submission,-,10.00,-
`);
  });
});

describe('a roster', () => {
  test('gives nobody the points of two', () => {
    const roster = rosterOf('username,email\njane,j@x.edu\njane,k@x.edu\nrick,r@x.edu\n');

    const { submissionOf, unmatched } = matchRoster(roster, ['jane', 'rick', 'r@x.edu', 'Rick']);

    expect([...submissionOf]).toEqual([[2, 'rick']]);
    expect(unmatched).toEqual(['jane', 'r@x.edu', 'Rick']);
  });

  test.each([
    ['', 'is no table'],
    ['name,room\nJane,5\n', 'has no column that names a submission'],
    ['id,name\n"1,Jane\n', 'is no table'],
  ])('is not %j', (text, message) => {
    expect(() => rosterOf(text)).toThrow(message);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\ufeffusername,name\nzoë,Zoë\n')],
    ['UTF-16, as Excel saves it', Buffer.from('\ufeffusername\tname\r\nzoë\tZoë\r\n', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeffusername\tname\r\nzoë\tZoë\r\n', 'utf16le').swap16()],
  ])('is read in %s', (_, bytes) => {
    expect(rosterOf(bytes)).toEqual({ columns: ['username', 'name'], rows: [['zoë', 'Zoë']] });
  });

  test('in letters that can only be guessed is not read', () => {
    expect(() => rosterOf(Buffer.from('username,name\nzoe,Zoë\n', 'latin1'))).toThrow('Save the class list as CSV in UTF-8');
  });

  test('is read by the separator that its ids need, whatever else is in the heading', () => {
    expect(rosterOf('"Name, first, last";username\n"Doe, Jane";jane\n')).toEqual({
      columns: ['Name, first, last', 'username'],
      rows: [['Doe, Jane', 'jane']],
    });
  });

  test('that is not there is told', () => {
    expect(() => readRoster(join(folder, 'nowhere.csv'))).toThrow('cannot be read');
  });
});
