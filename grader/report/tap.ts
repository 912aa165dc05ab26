/**
 * TAP 14: a test point for each check, with its explanation as YAML behind it; of a folder, a subtest for each exercise.
 *
 * Texts of the submission stand in JSON strings within the YAML, which has those, or behind `# |` in a comment: none can be taken for a test point.
 * Source of the form: testanything.org, TAP version 14.
 */
import { clipped } from './clipped.ts';
import { FULL_ROOM } from './fitted.ts';
import { pathOf, type Graded, type Reporter } from './graded.ts';
import { outcomesOf, uniqueNames, type Outcome } from './outcomes.ts';
import { oneLine, printedText } from './safeText.ts';
import { NOTHING_GRADED, summaryText, verdictText } from './tally.ts';

export const tap: Reporter = ({ graded, single }) => {
  const [only] = graded;
  return `${['TAP version 14', ...(single && only ? pointsOf(only) : subtestsOf(graded))].join('\n')}\n`;
};

function subtestsOf(graded: readonly Graded[]): string[] {
  if (graded.length === 0) return ['1..1', `not ok 1 - grading`, ...yaml({ message: NOTHING_GRADED })];
  const unique = uniqueNames();
  const points = graded.flatMap((one, at) => {
    const name = described(unique(one.report.exercise));
    const isOk = one.report.verdict === 'passed' && one.report.checks.length > 0;
    return [`# Subtest: ${name}`, ...pointsOf(one).map(indented), `${isOk ? 'ok' : 'not ok'} ${at + 1} - ${name}`];
  });
  return [`1..${graded.length}`, ...points, `# ${summaryText(graded)}`];
}

function indented(lines: string): string {
  return lines.replace(/^/gm, '    ');
}

function pointsOf(graded: Graded): string[] {
  const outcomes = outcomesOf(graded);
  const printed = printedText(graded.report.console, FULL_ROOM.chars);
  return [
    `1..${outcomes.length}`,
    ...outcomes.flatMap((outcome, at) => pointOf(outcome, at + 1)),
    `# file: ${oneLine(pathOf(graded))}`,
    ...(printed === '' ? [] : printed.split('\n').map((line) => `# ${line}`)),
    `# ${verdictText(graded.report)}`,
  ];
}

function pointOf(outcome: Outcome, number: number): string[] {
  const { kind, name, type, message, details, points, maxPoints } = outcome;
  if (kind === 'passed') return [`ok ${number} - ${described(name)}`];
  // TAP says of what was left out that it is fine, and why nobody looked.
  if (kind === 'not-run') return [`ok ${number} - ${described(name)} # SKIP ${described(message)}`];
  const lines = yaml({
    message: clipped(message, FULL_ROOM.chars),
    severity: kind === 'failed' ? 'fail' : 'error',
    type,
    points,
    'max-points': maxPoints,
    ...(details.length > 0 && { details: details.map((line) => clipped(line, FULL_ROOM.chars)) }),
  });
  return [`not ok ${number} - ${described(name)}`, ...lines];
}

/** The only two characters that mean something there. A brace at the end would open a block for some readers. */
function described(text: string): string {
  return text.replace(/[\\#]/g, String.raw`\$&`).replace(/\{$/, '(');
}

/** JSON is YAML, once what YAML does not take bare in a string is escaped. Lists stand an item a line. */
function yaml(entries: Readonly<Record<string, string | number | readonly string[]>>): string[] {
  const lines = Object.entries(entries).map(([key, value]) =>
    typeof value === 'object' ? list(key, value) : `  ${key}: ${scalar(value)}`,
  );
  return ['  ---', ...lines, '  ...'];
}

function list(key: string, items: readonly string[]): string {
  return [`  ${key}:`, ...items.map((item) => `    - ${scalar(item)}`)].join('\n');
}

function scalar(value: string | number): string {
  return JSON.stringify(value).replace(/[\ufeff\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}
