/**
 * Gradescope's `results.json`. Every text is declared to be plain text: the submission's own words are among them.
 *
 * Gradescope knows passed and failed only. A check that is neither is a failure of no points whose output says so first, with a tag by which a
 * teacher finds it: it is to be looked at, not to be believed.
 */
import { fitted, type Room } from './fitted.ts';
import type { Graded, Reporter } from './graded.ts';
import { explanation, outcomesOf, type Outcome } from './outcomes.ts';
import { oneLine, printedText } from './safeText.ts';
import { NOTHING_GRADED, summaryText, verdictText } from './tally.ts';

/** Bytes: what a page of results still opens with. */
const MAX_BYTES = 5_000_000;

export const gradescope: Reporter = ({ graded, single }) => fitted((room) => documentOf(graded, single, room), MAX_BYTES);

function documentOf(graded: readonly Graded[], single: boolean, room: Room): string {
  const tests = graded.flatMap((one, at) =>
    outcomesOf(one).map((outcome, place) => testOf(outcome, numberOf(at, place, single), single, room)),
  );
  const shown = tests.slice(0, room.checks);
  const left = tests.slice(shown.length);
  return `${JSON.stringify(
    {
      // Without tests Gradescope wants a score of the whole.
      ...(tests.length === 0 && { score: 0 }),
      output: outputOf(graded, single, room),
      output_format: 'text',
      test_output_format: 'text',
      test_name_format: 'text',
      visibility: 'visible',
      tests: left.length === 0 ? shown : [...shown, restOf(left)],
      extra_data: {
        faultline: graded.map(({ report: { exercise, verdict, source, grader } }) => ({
          exercise,
          verdict,
          sha256: source.sha256,
          ...grader,
        })),
      },
    },
    undefined,
    2,
  )}\n`;
}

function numberOf(exercise: number, check: number, single: boolean): string {
  return single ? `${check + 1}` : `${exercise + 1}.${check + 1}`;
}

const NOTES: Readonly<Record<Outcome['kind'], string>> = {
  passed: '',
  failed: '',
  error: 'Could not be graded, so this says nothing about the check.\n',
  unknown: 'Not decided: this is neither right nor wrong.\n',
  'not-run': '',
};

function testOf(outcome: Outcome, number: string, single: boolean, room: Room) {
  const { kind, name, points, maxPoints, graded } = outcome;
  return {
    score: points,
    max_score: maxPoints,
    status: kind === 'passed' ? 'passed' : 'failed',
    name: single ? name : `${oneLine(graded.report.exercise)}, ${name}`,
    number,
    output: `${NOTES[kind]}${explanation(outcome, room.chars)}`,
    tags: kind === 'passed' || kind === 'failed' ? [] : [kind],
    visibility: 'visible',
  };
}

function restOf(left: readonly { readonly score: number; readonly max_score: number }[]) {
  return {
    score: left.reduce((sum, one) => sum + one.score, 0),
    max_score: left.reduce((sum, one) => sum + one.max_score, 0),
    status: 'failed',
    name: `${left.length} more checks`,
    number: '',
    output: 'They are left out: the document would be too large.',
    tags: ['left-out'],
    visibility: 'visible',
  };
}

/** On top of the page: how it went, then what was printed. */
function outputOf(graded: readonly Graded[], single: boolean, room: Room): string {
  if (graded.length === 0) return NOTHING_GRADED;
  const lines = single ? [] : graded.slice(0, room.checks).map((one) => `${oneLine(one.report.exercise)}: ${verdictText(one.report)}`);
  const printed = graded.slice(0, room.checks).flatMap((one) => {
    const text = printedText(one.report.console, room.chars);
    return text === '' ? [] : ['', single ? 'It printed:' : `${oneLine(one.report.exercise)} printed:`, text];
  });
  return [...lines, summaryText(graded), ...printed].join('\n');
}
