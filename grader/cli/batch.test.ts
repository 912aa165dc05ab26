/** Small classes with everything in them that a class may have. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hamming } from '../../exercises/hamming/exercise.ts';
import type { Report } from '../base/report.ts';
import { faultsOfReport } from '../base/reportShapeForTests.ts';
import { openClassForTests } from './classForTests.ts';
import { bytesIn, PROGRAM } from './programForTests.ts';

const { folder, run, put, readJson, remove } = openClassForTests();

afterAll(remove);

describe('a class with all kinds of submissions', () => {
  let said: ReturnType<typeof run>;

  beforeAll(() => {
    put({
      'class/anna/hamming.ts': 'solution',
      'class/bert, jr/hamming.ts': 'starter',
      'class/=cmd()/hamming.ts': 'export const x = ;',
      'class/dora/notes.ts': '// not an answer',
      'class/dora/hamming.ts': '// much too long\n'.repeat(20_000),
      'class/fay/mine.ts': 'solution',
      'class/notes.txt': 'not a submission',
      'class/.git/config': 'nor this',
      'secret.ts': 'solution',
    });
    mkdirSync(join(folder, 'class/ev\nil'));
    mkdirSync(join(folder, 'class/summary.json'));
    for (const [target, link] of [
      ['../../secret.ts', 'class/eve/hamming.ts'],
      ['mine.ts', 'class/fay/hamming.ts'],
      ['anna', 'class/gus'],
      ['nowhere.ts', 'class/hal/hamming.ts'],
      ['../anna', 'class/ida/tmr-voter.ts'],
    ] as const) {
      mkdirSync(dirname(join(folder, link)), { recursive: true });
      symlinkSync(target, join(folder, link));
    }
    mkdirSync(join(folder, 'class/jan'));
    execFileSync('mkfifo', [join(folder, 'class/jan/hamming.ts')]);
    said = run('batch', 'class', '--out', 'out');
  }, 60_000);

  test('leaves one row for each, and tells errors from zero', () => {
    expect(readFileSync(join(folder, 'out/grades.csv'), 'utf8'))
      .toBe(`submission,status,score,max_score,hamming,hamming verdict,tmr-voter,tmr-voter verdict
'=cmd(),error,,0,,error,,
anna,passed,100,100,100,passed,,
"bert, jr",failed,0,100,0,failed,,
dora,error,,0,,error,,
"ev
il",error,,0,,,,
eve,error,,0,,error,,
fay,passed,100,100,100,passed,,
gus,error,,0,,,,
hal,error,,0,,error,,
ida,error,,0,,,,error
jan,error,,0,,error,,
summary.json,error,,0,,,,
`);
  });

  test('says of each that is refused why', () => {
    expect(said.status).toBe(1);
    for (const line of [
      '=cmd()/hamming: E_SYNTAX ',
      'dora/hamming: E_SIZE ',
      'ev␊il: Its name holds a path separator',
      'eve/hamming: E_LINK hamming.ts is a link that leads out of its submission',
      'gus: It is a link',
      'hal/hamming: E_LINK hamming.ts is a link that leads nowhere',
      'ida/tmr-voter: E_LINK ',
      'jan/hamming: E_FILE hamming.ts is not a plain file',
      'summary.json: Its name is that of a file of results',
    ]) {
      expect(said.stdout).toContain(`\n  ${line}`);
    }
    expect(said.stderr).toBe(`notes.txt is skipped: it is no folder.
dora/notes.ts is skipped: no exercise has that name.
fay/mine.ts is skipped: no exercise has that name.
`);
  });

  test('writes a whole report for each answer, refused ones too', () => {
    for (const submission of ['anna', 'bert, jr', '=cmd()', 'dora', 'eve', 'jan']) {
      expect(faultsOfReport(readJson<Report>(`out/${submission}/hamming.json`), hamming), `of ${submission}`).toEqual([]);
    }
  });

  test('reports what is too long as `grade` does', () => {
    const alone = run('grade', 'hamming', 'class/dora/hamming.ts', '--reporter', 'json').stdout;

    expect(readFileSync(join(folder, 'out/dora/hamming.json'), 'utf8')).toBe(alone);
  });

  test('gives one row for each check', () => {
    const rows = readFileSync(join(folder, 'out/checks.csv'), 'utf8').split('\n');

    expect(rows[0]).toBe('submission,exercise,check,kind,status,points,max_points,evidence,message');
    expect(rows).toContain('anna,hamming,encode,safety,passed,15,15,every input there is: 32 calls,');
    expect(rows.filter((row) => row.startsWith('"bert, jr",hamming,') && row.includes(',failed,0,'))).toHaveLength(7);
    expect(rows.filter((row) => row.startsWith('eve,hamming,') && row.includes(',not-run,,'))).toHaveLength(7);
  });

  test('leaves the same bytes the second time', () => {
    const before = bytesIn(join(folder, 'out'));

    run('batch', 'class', '--out', 'out');

    expect(bytesIn(join(folder, 'out'))).toEqual(before);
  }, 60_000);
});

describe('faultline batch', () => {
  beforeAll(() => {
    put({
      'small/anna/hamming.ts': 'solution',
      'empty/readme.txt': '',
      short: 'short',
      'roster.csv': 'id\nanna\n',
      'odd.csv': 'name\nanna\n',
    });
  });

  test.each([
    [['batch'], 'Name the folder of the class: faultline batch submissions --out results.'],
    [['batch', 'small'], 'Name a folder for the results: faultline batch small --out results.'],
    [['batch', 'nowhere', '--out', 'x'], 'There is no folder nowhere.'],
    [['batch', 'short', '--out', 'x'], 'short is a file.'],
    [['batch', 'empty', '--out', 'x'], 'empty holds no submissions.'],
    [['batch', 'small', '--out', 'small'], 'The results cannot go among the submissions'],
    [['batch', 'small', '--out', 'small/anna/x'], "small/anna/x lies in a submission's folder."],
    [['batch', 'small', '--out', 'short/x'], 'The folder short/x cannot be made.'],
    [['batch', 'small', '--out', 'x', '--jobs', '0'], '--jobs is a whole number from 1'],
    [['batch', 'small', '--out', 'x', '--seed', '-1'], '--seed needs a value'],
    [['batch', 'small', '--out', 'x', '--shard', '0/2'], '--shard is I/N'],
    [['batch', 'small', '--out', 'x', '--csv', 'canvas'], '--csv canvas needs --roster FILE'],
    [['batch', 'small', '--out', 'x', '--csv', 'cavas', '--roster', 'roster.csv'], 'Did you mean canvas?'],
    [['batch', 'small', '--out', 'x', '--roster', 'roster.csv'], '--roster goes with --csv'],
    [['batch', 'small', '--out', 'x', '--csv', 'moodle', '--roster', 'odd.csv'], 'has no column that names a submission'],
    [['batch', 'small', '--out', 'x', '--csv', 'moodle', '--roster', 'roster.csv', '--anonymise', 'k'], 'use one of the two'],
    [['batch', 'small', '--out', 'x', '--anonymise', 'short'], 'at least 16 are needed'],
    [['batch', 'small', '--out', 'x', '--anonymise', 'x/key'], 'lies in the folder of the results'],
    [['merge'], 'Name the results to join'],
    [['merge', 'small'], 'Name a folder for the joined results with --into DIR.'],
    [['merge', 'small', '--into', 'x'], 'small holds no finished batch'],
    [['merge', 'small', '--into', 'small'], 'is one of the folders to join'],
    [['worker'], 'Name the queue'],
  ])('says how to mend %j', (args, message) => {
    const { status, stdout, stderr } = run(...args);

    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(existsSync(join(folder, 'x/summary.json'))).toBe(false);
  });

  test('passes when all pass, and fills in what an LMS wants', () => {
    const { status, stdout } = run('batch', 'small', '--out', 'passed', '--csv', 'moodle', '--roster', 'roster.csv');

    expect(status).toBe(0);
    expect(stdout).toContain('passed/moodle.csv');
    expect(readFileSync(join(folder, 'passed/moodle.csv'), 'utf8')).toBe('id,Faultline hamming\nanna,100\n');
  });

  test('grades a class that lies beside its results', () => {
    put({ 'both/anna/hamming.ts': 'solution' });

    for (const turn of [1, 2])
      expect(run('batch', 'both', '--out', 'both/results').stdout, `turn ${turn}`).toContain('1 submission: 1 passed');
  });

  test('takes the results of an earlier batch for no submission', () => {
    put({ 'twice/anna/hamming.ts': 'solution', 'twice/bert/summary.json': '{}' });
    run('batch', 'twice', '--out', 'twice/first');

    const { stdout } = run('batch', 'twice', '--out', 'twice/second');

    expect(stdout).toContain('\n  first: It holds the results of a batch, and no answers. Move it out of the class.\n');
    expect(stdout).toContain('3 submissions: 1 passed, 0 not passed, 1 could not be graded, 1 without an answer');
  });

  test('goes on whatever submissions are called', () => {
    put({ 'odd/anna/hamming.ts': 'solution', 'odd/summary.json.7.tmp/hamming.ts': 'solution' });
    symlinkSync('nowhere', join(folder, 'odd/gus'));
    for (const last of [0xe8, 0xe9]) mkdirSync(Buffer.concat([Buffer.from(join(folder, 'odd/caf')), Buffer.from([last])]));
    run('batch', 'odd', '--out', 'odd-out');
    const first = bytesIn(join(folder, 'odd-out'));
    // As a Faultline that did not refuse such names would have left it.
    mkdirSync(join(folder, 'odd-out/summary.json.7.tmp'));

    const { status, stdout } = run('batch', 'odd', '--out', 'odd-out');

    expect(status).toBe(1);
    expect(bytesIn(join(folder, 'odd-out'))).toEqual(first);
    for (const line of [
      'caf\\xe8: Its name holds a path separator, a control character or broken text',
      'caf\\xe9: Its name holds a path separator, a control character or broken text',
      'gus: It is a link',
      'summary.json.7.tmp: Its name is one that results have while they are written.',
    ])
      expect(stdout).toContain(`\n  ${line}`);
  }, 60_000);

  test('says nothing that a log takes for a command', () => {
    put({
      'log/::error::a/hamming.ts': 'const = 1;',
      'log/::error::a/::warning::b.ts': '',
      'log/::notice::c': '',
      'log/##[error]d/hamming.ts': 'throw new Error("##[error]e");',
    });

    const { stdout, stderr } = run('batch', 'log', '--out', 'log-out');

    expect(stdout).toContain('error]d/hamming: E_LOAD ');
    expect(stderr).toContain('::notice::c is skipped');
    expect(stdout + stderr).not.toMatch(/^\s*::|##\[/m);
  });

  test.skipIf(process.platform === 'win32')('goes on when nobody reads what it says', () => {
    put({ 'unread/anna/hamming.ts': 'solution', 'unread/notes.txt': '' });

    execFileSync('bash', ['-c', `'${process.execPath}' '${PROGRAM}' batch unread --out unread-out 2>&1 | true`], { cwd: folder });

    expect(existsSync(join(folder, 'unread-out/summary.json'))).toBe(true);
  });

  test.each([
    ['anna', 'a file where a folder of results belongs', 'anna/hamming.json'],
    ['anna/hamming.json/', 'a folder where a result belongs', 'anna/hamming.json'],
    ['checks.csv/', 'a folder where a table belongs', 'checks.csv'],
    ['grades.csv/', 'a folder where a table belongs', 'grades.csv'],
    ['summary.json/', 'a folder where the summary belongs', 'summary.json'],
  ])('says of %s, %s, that it cannot write there, and leaves nothing half', (path, _, named) => {
    const out = `blocked-${path.replaceAll('/', '-')}`;
    mkdirSync(join(folder, out));
    if (path.endsWith('/')) mkdirSync(join(folder, out, path), { recursive: true });
    else put({ [`${out}/${path}`]: '' });

    const { status, stderr } = run('batch', 'small', '--out', out);

    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`^${out}/${named} cannot be written.*\\.\\n$`));
    expect(Object.keys(bytesIn(join(folder, out))).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  test('keeps nothing of a summary that no longer holds', () => {
    put({ 'old/summary.json': 'old', 'old/anna/hamming.json.77.tmp': 'half' });

    run('batch', 'small', '--out', 'old');

    expect(Object.keys(bytesIn(join(folder, 'old')))).toEqual(['anna/hamming.json', 'checks.csv', 'grades.csv', 'summary.json']);
  });
});
