/** What every reporter keeps: nothing is lost, nothing changes between two runs, and no size is too much. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { findExercise } from '../../exercises/index.ts';
import type { CheckResult, Report } from '../base/report.ts';
import { gradeHere } from '../grade/gradeForTests.ts';
import { commandsIn, elementsOf, jsonFaults, readTap, UNSAFE, xmlFaults } from './documentsForTests.ts';
import { bytesOf } from './fitted.ts';
import type { Results } from './graded.ts';
import { CONTEXT, folder, hostileFailure, KINDS_OF_REPORT, single } from './hostileForTests.ts';
import { REPORTERS } from './reporters.ts';
import { BROKEN, NOT_RUN, reportWith } from './reportsForTests.ts';
import classroom50Schema from './schemas/classroom50.schema.json';
import gradescopeSchema from './schemas/gradescope.schema.json';
import prairieLearnSchema from './schemas/prairielearn.schema.json';
import sarifSchema from './schemas/sarif.schema.json';

function write(name: string, results: Results): string {
  const reporter = REPORTERS.get(name);
  if (!reporter) throw new Error(`there is no reporter ${name}`);
  return reporter(results, { ...CONTEXT, env: { ...CONTEXT.env, OWNER: 'ann', ASSIGNMENT_TYPE: 'individual' } });
}

const SCHEMAS: Readonly<Record<string, object>> = {
  sarif: sarifSchema,
  gradescope: gradescopeSchema,
  classroom50: classroom50Schema,
  prairielearn: prairieLearnSchema,
};

/** Bytes at the most that the readers of a document take. */
const MOST: Readonly<Record<string, number>> = {
  junit: 30_000_000,
  sarif: 10_000_000,
  gradescope: 5_000_000,
  classroom50: 10 * 1024 * 1024,
  prairielearn: 1_000_000,
  markdown: 65_536,
  github: 64 * 1024 * 10,
};

/** What the reader of a document says against it. */
async function faultsOf(name: string, document: string): Promise<string[]> {
  const schema = SCHEMAS[name];
  if (schema) return jsonFaults(schema, document);
  if (name === 'junit') return xmlFaults(document);
  if (name === 'tap') {
    const { failures, extra } = readTap(document);
    return [...failures, ...extra];
  }
  if (name === 'json') JSON.parse(document);
  const scripts = name === 'html' ? elementsOf(document).filter((one) => one.name === 'script').length : 1;
  return scripts === 1 ? [] : [`there are ${scripts} scripts`];
}

const NAMES = [...REPORTERS.keys()];

test('there is a reporter for each place that results go to', () => {
  expect(NAMES.join(' ')).toBe('text json junit tap sarif github gradescope classroom50 prairielearn markdown html');
});

describe.each(NAMES)('%s', (name) => {
  test.each(Object.keys(KINDS_OF_REPORT))('is read without complaint, and ends a line, for a report that is %s', async (kind) => {
    const report = KINDS_OF_REPORT[kind] ?? reportWith();

    for (const document of [write(name, single(report)), write(name, folder(report, reportWith()))]) {
      expect(await faultsOf(name, document)).toEqual([]);
      expect(document).toMatch(/[^\n]\n$/);
    }
  });

  test('writes the same bytes for the same report', () => {
    const results = folder(...Object.values(KINDS_OF_REPORT));

    expect(write(name, results)).toBe(write(name, structuredClone(results)));
  });
});

describe('a real report', () => {
  const reports: Report[] = [];

  beforeAll(async () => {
    const sources: readonly (readonly [string, string])[] = [
      ['hamming', 'solution.ts'],
      ['hamming', 'starter.ts'],
      ['commit-coordinator', 'starter.ts'],
      ['failure-detector', 'starter.ts'],
    ];
    for (const [id, file] of sources) {
      const exercise = findExercise(id);
      if (!exercise) throw new Error(`there is no exercise ${id}`);
      reports.push(await gradeHere({ exercise, source: readFileSync(new URL(`../../exercises/${id}/${file}`, import.meta.url), 'utf8') }));
    }
    const hamming = findExercise('hamming');
    if (hamming) reports.push(await gradeHere({ exercise: hamming, source: "import 'fs';\nconsole.log('::error::x');" }));
  }, 60_000);

  test('is of each kind', () => {
    expect(reports.map((report) => report.verdict)).toEqual(['passed', 'failed', 'failed', 'failed', 'error']);
    const examples = new Set(reports.flatMap((report) => report.checks.map((check) => check.counterexample?.kind)));
    expect(examples).toEqual(new Set([undefined, 'call', 'run']));
  });

  test.each(NAMES)('is read without complaint by the reader of %s', async (name) => {
    for (const report of reports) expect(await faultsOf(name, write(name, single(report)))).toEqual([]);
    const all = write(name, folder(...reports));
    expect(await faultsOf(name, all)).toEqual([]);
    expect(all).not.toMatch(UNSAFE);
    expect(commandsIn(all).every((command) => name === 'github' && /^::(error|notice) /.test(command))).toBe(true);
  });
});

describe('many', () => {
  const [passed, failed] = reportWith().checks;
  const some: readonly CheckResult[] = passed && failed ? [passed, failed, BROKEN] : [];
  const checks = Array.from({ length: 10_000 }, (_, at): CheckResult => ({ ...(some[at % 3] ?? BROKEN), id: `check-${at}` }));
  const score = checks.reduce((sum, check) => sum + check.points, 0);
  const maxScore = checks.reduce((sum, check) => sum + check.maxPoints, 0);
  const long = 'x<&"`|\n'.repeat(5_000_000 / 7);
  const HUGE: Readonly<Record<string, Results>> = {
    '10,000 checks': single(reportWith({ checks, score, maxScore })),
    '1,000 exercises': folder(...Array.from({ length: 1_000 }, () => reportWith())),
    '5 MB of output': single(reportWith({ console: long })),
    'a message of 5 MB': single({ ...hostileFailure('x'), checks: [{ ...BROKEN, message: long }], maxScore: BROKEN.maxPoints }),
    '100 hostile reports': folder(...Array.from({ length: 100 }, () => hostileFailure('<|`&\n'.repeat(600)))),
    'errors alone': folder(
      ...Array.from({ length: 100 }, () =>
        reportWith({
          verdict: 'error',
          score: 0,
          checks: NOT_RUN,
          diagnostics: Array.from({ length: 20 }, () => ({ code: 'E_SYNTAX', message: 'y'.repeat(1_000), line: 1 })),
        }),
      ),
    ),
  };

  test.each(NAMES.flatMap((name) => Object.keys(HUGE).map((what) => [name, what] as const)))(
    '%s takes %s',
    async (name, what) => {
      const document = write(name, HUGE[what] ?? folder());

      expect(bytesOf(document)).toBeLessThanOrEqual(MOST[name] ?? Infinity);
      expect(await faultsOf(name, document)).toEqual([]);
    },
    60_000,
  );

  test.each(['gradescope', 'prairielearn', 'classroom50'])('%s keeps the sum of 10,000 checks', (name) => {
    const document = JSON.parse(write(name, HUGE['10,000 checks'] ?? folder())) as { tests: Record<string, number>[]; score?: number };

    const sum = (key: string): number => document.tests.reduce((total, one) => total + (one[key] ?? 0), 0);
    const [points, most] = {
      gradescope: ['score', 'max_score'],
      prairielearn: ['points', 'max_points'],
      classroom50: ['score', 'max-score'],
    }[name] ?? ['', ''];
    expect([sum(points ?? ''), sum(most ?? '')]).toEqual([score, maxScore]);
  });
});
