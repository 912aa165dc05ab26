/**
 * PrairieLearn's `results.json`.
 *
 * What could not be graded is not gradable, so that the attempt does not count: it is mended and handed in again, as every input is there that
 * cannot be read.
 */
import { clipped } from './clipped.ts';
import { fitted, type Room } from './fitted.ts';
import type { Graded, Reporter } from './graded.ts';
import { diagnosticText, outcomesOf, type Outcome } from './outcomes.ts';
import { oneLine, printedText } from './safeText.ts';
import { NOTHING_GRADED, summaryText, totalOf } from './tally.ts';

/** Bytes: PrairieLearn refuses more than 1 MB. */
const MAX_BYTES = 1_000_000;

export const prairieLearn: Reporter = ({ graded, single }) => fitted((room) => documentOf(graded, single, room), MAX_BYTES);

function documentOf(graded: readonly Graded[], single: boolean, room: Room): string {
  const errors = formatErrors(graded, room);
  const isGradable = errors.length === 0;
  const printed = graded.slice(0, room.checks).map((one) => printedText(one.report.console, room.chars));
  const output = printed.filter((text) => text !== '').join('\n');
  return `${JSON.stringify(
    {
      gradable: isGradable,
      score: isGradable ? shareOf(totalOf(graded)) : 0,
      message: summaryText(graded),
      ...(!isGradable && { format_errors: errors.slice(0, room.checks) }),
      ...(output !== '' && { output }),
      tests: testsOf(graded, single, room),
    },
    undefined,
    2,
  )}\n`;
}

function formatErrors(graded: readonly Graded[], room: Room): string[] {
  if (graded.length === 0) return [NOTHING_GRADED];
  return graded.flatMap((one) => {
    const { diagnostics, verdict, checks } = one.report;
    if (diagnostics.length > 0) return diagnostics.map((diagnostic) => clipped(diagnosticText(diagnostic, one), room.chars));
    return verdict === 'error' || checks.length === 0 ? [`${oneLine(one.report.exercise)} could not be graded.`] : [];
  });
}

/** From 0 to 1. One division of integers: sums of shares would come to 0.9999… where everything is right. */
function shareOf({ score, maxScore }: { readonly score: number; readonly maxScore: number }): number {
  return maxScore > 0 ? Math.min(1, Math.max(0, score / maxScore)) : 0;
}

function testsOf(graded: readonly Graded[], single: boolean, room: Room) {
  const tests = graded.flatMap((one) => outcomesOf(one)).map((outcome) => testOf(outcome, single, room));
  const left = tests.slice(room.checks);
  if (left.length === 0) return tests;
  const rest = {
    name: `${left.length} more checks`,
    points: left.reduce((sum, one) => sum + one.points, 0),
    max_points: left.reduce((sum, one) => sum + one.max_points, 0),
    message: 'They are left out: the document would be too large.',
  };
  return [...tests.slice(0, room.checks), rest];
}

function testOf(outcome: Outcome, single: boolean, room: Room) {
  const { name, kind, points, maxPoints, message, details, graded } = outcome;
  return {
    name: single ? name : `${oneLine(graded.report.exercise)}, ${name}`,
    points,
    max_points: maxPoints,
    message: clipped(kind === 'unknown' ? `Not decided: ${message}` : message, room.chars),
    ...(details.length > 0 && { output: clipped(details.join('\n'), room.chars) }),
  };
}
