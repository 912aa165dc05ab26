/**
 * JUnit XML: a suite for each exercise, a case for each check.
 *
 * It keeps the rules of Ant's strict schema wherever GitLab and Jenkins do too: their attributes, one order of children, at most one outcome a
 * case, no output in a case (what the submission printed stands in the suite). GitLab takes an outcome's text from its body and Jenkins from its
 * `message`, so it stands in both. GitLab keeps the first of two cases of one name only, so names are unique.
 */
import { escaped } from '../base/escaped.ts';
import { clipped } from './clipped.ts';
import { fitted, type Room } from './fitted.ts';
import { pathOf, type Graded, type Reporter } from './graded.ts';
import { listed, type Listed } from './listed.ts';
import { explanation, uniqueNames, type Outcome } from './outcomes.ts';
import { oneLine, printedText } from './safeText.ts';
import { NOTHING_GRADED } from './tally.ts';

/** Bytes: GitLab refuses a file of 30 MB. */
const MAX_BYTES = 29_000_000;

/** Characters of an attribute `message`; the body has it whole. */
const MAX_MESSAGE_CHARS = 1_000;

/**
 * The schema wants a time, a moment and a host. A report knows none of them, so that it is the same wherever it was made: these say nothing
 * that could be taken for a measurement.
 */
const UNMEASURED = 'timestamp="1970-01-01T00:00:00" hostname="localhost" time="0"';

export const junit: Reporter = ({ graded }) => fitted((room) => documentOf(graded, room), MAX_BYTES);

function documentOf(graded: readonly Graded[], room: Room): string {
  const suiteName = uniqueNames();
  const shown = listed(graded, room);
  const suites = shown.map((one, id) => suiteOf(one, id, suiteName(one.graded.report.exercise), room));
  const left = graded.length - shown.length;
  if (graded.length === 0) suites.push(errorSuite(0, 'nothing', NOTHING_GRADED));
  if (left > 0) suites.push(errorSuite(shown.length, 'too-many-exercises', leftOut(left, 'exercises')));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join('')}</testsuites>\n`;
}

function leftOut(left: number, what: string): string {
  return `${left} more ${what} are left out: the document would be too large.`;
}

function suiteOf({ graded, outcomes: shown, left }: Listed, id: number, name: string, room: Room): string {
  const cases = shown.map((outcome) => caseOf(outcome, name, room));
  if (left > 0) cases.push(errorCase(name, 'too-many-checks', leftOut(left, 'checks')));
  const counts = {
    tests: cases.length,
    failures: count(shown, 'failed'),
    errors: count(shown, 'error') + count(shown, 'unknown') + (left > 0 ? 1 : 0),
    skipped: count(shown, 'not-run'),
  };
  const { score, maxScore, verdict, source, grader } = graded.report;
  const properties = [
    ['file', pathOf(graded)],
    ['verdict', verdict],
    ['score', `${score}`],
    ['max-score', `${maxScore}`],
    ['grader-version', grader.version],
    ['seed', `${grader.seed}`],
    ['sha256', source.sha256],
  ].map(([key = '', value = '']) => `      <property name="${key}" value="${attribute(value)}"/>\n`);
  return suite({ id, name, counts, properties, cases, printed: printedText(graded.report.console, room.chars) });
}

function count(outcomes: readonly Outcome[], kind: Outcome['kind']): number {
  return outcomes.filter((one) => one.kind === kind).length;
}

interface Suite {
  readonly id: number;
  readonly name: string;
  readonly counts: Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', number>>;
  readonly properties: readonly string[];
  readonly cases: readonly string[];
  readonly printed: string;
}

function suite({ id, name, counts, properties, cases, printed }: Suite): string {
  const { tests, failures, errors, skipped } = counts;
  return `  <testsuite id="${id}" name="${attribute(name)}" package="faultline" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" ${UNMEASURED}>
    <properties>
${properties.join('')}    </properties>
${cases.join('')}    <system-out>${body(printed)}</system-out>
    <system-err></system-err>
  </testsuite>
`;
}

/** What is no exercise's: a document without a case passes in some readers, and so does one that is cut. */
function errorSuite(id: number, name: string, message: string): string {
  const counts = { tests: 1, failures: 0, errors: 1, skipped: 0 };
  return suite({ id, name: 'grading', counts, properties: [], cases: [errorCase('grading', name, message)], printed: '' });
}

function caseOf(outcome: Outcome, suiteName: string, room: Room): string {
  const { name, kind, type, message } = outcome;
  const head = caseHead(suiteName, name);
  if (kind === 'passed') return `${head}/>\n`;
  if (kind === 'not-run') return `${head}>\n      <skipped message="${attribute(message)}"/>\n    </testcase>\n`;
  return `${head}>\n      ${wrong(kind === 'failed' ? 'failure' : 'error', type, message, explanation(outcome, room.chars))}\n    </testcase>\n`;
}

function errorCase(suiteName: string, name: string, message: string): string {
  return `${caseHead(suiteName, name)}>\n      ${wrong('error', name, message, message)}\n    </testcase>\n`;
}

/** Jenkins takes what is before the last dot for a package. */
function caseHead(suiteName: string, name: string): string {
  return `    <testcase classname="faultline.${attribute(suiteName)}" name="${attribute(name)}" time="0"`;
}

function wrong(tag: 'failure' | 'error', type: string, message: string, text: string): string {
  const short = clipped(message, MAX_MESSAGE_CHARS);
  return `<${tag} type="${attribute(type)}" message="${attribute(short)}">${body(text)}</${tag}>`;
}

/** On one line, as readers make it anyway. */
function attribute(text: string): string {
  return body(oneLine(text));
}

/** XML has no way to write some characters. That `>` is escaped too keeps `]]>` out. */
function body(text: string): string {
  return escaped(text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd'));
}
