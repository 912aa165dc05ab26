/**
 * Results as Markdown, for a comment or the summary of a step: tables of what passed, then what failed with the call or the diagram that shows it.
 */
import { spaceTime } from '../trace/spaceTime.ts';
import { lanesOf } from '../trace/lanes.ts';
import type { CheckResult } from '../base/report.ts';
import { clipped } from './clipped.ts';
import { fitted, type Room } from './fitted.ts';
import { pathOf, type Graded, type Reporter } from './graded.ts';
import { markdownCode, markdownFence, markdownParagraph, markdownText } from './markdownText.ts';
import { outcomesOf, type Outcome } from './outcomes.ts';
import { printedText, shownText } from './safeText.ts';
import { NOTHING_GRADED, countsText, totalText, VERDICTS } from './tally.ts';

/** Bytes: a comment on GitHub has at most 65,536 characters. */
const MAX_COMMENT_BYTES = 65_000;

export const markdown: Reporter = ({ graded }) => markdownWithin(graded, MAX_COMMENT_BYTES);

/** The fullest document that has at most so many bytes. */
export function markdownWithin(graded: readonly Graded[], maxBytes: number): string {
  return fitted((room) => documentOf(graded, room), maxBytes);
}

function documentOf(graded: readonly Graded[], room: Room): string {
  const [only] = graded;
  if (!only) return `## Faultline\n\n${NOTHING_GRADED}\n`;
  const blocks = graded.length === 1 ? exerciseBlocks(only, '##', room) : folderBlocks(graded, room);
  const { version, seed } = only.report.grader;
  return `${[...blocks, `Faultline ${markdownText(version)}, seed ${seed}`].join('\n\n')}\n`;
}

function folderBlocks(graded: readonly Graded[], room: Room): string[] {
  const rows = graded.slice(0, room.checks).map(({ report }) => {
    return `| ${markdownText(report.exercise)} | ${SIGNS[report.verdict]} ${verdictWord(report.verdict)} | ${report.score} of ${report.maxScore} |`;
  });
  return [
    '## Faultline',
    totalText(graded),
    ['| Exercise | Result | Points |', '| :-- | :-- | --: |', ...rows, ...restRow(graded.length - rows.length, 'exercises', 3)].join('\n'),
    ...graded.slice(0, room.checks).flatMap((one) => exerciseBlocks(one, '###', room)),
  ];
}

const SIGNS: Readonly<Record<string, string>> = { passed: '✓', failed: '✗', inconclusive: '?', unknown: '?', error: '✗', 'not-run': '–' };

function verdictWord(verdict: Graded['report']['verdict']): string {
  return VERDICTS[verdict][1].toLowerCase();
}

const KINDS: Readonly<Record<Outcome['kind'], string>> = {
  passed: 'passed',
  failed: '**failed**',
  unknown: 'not known',
  error: 'not graded',
  'not-run': 'not run',
};

function exerciseBlocks(graded: Graded, heading: string, room: Room): string[] {
  const { report } = graded;
  const outcomes = outcomesOf(graded);
  const shown = outcomes.slice(0, room.checks);
  const printed = printedText(report.console, room.chars);
  const sub = `${heading}#`;
  return [
    `${heading} ${markdownText(report.exercise)}: ${verdictWord(report.verdict)}`,
    `${countsText(report).trim()} File: ${markdownCode(pathOf(graded))}`,
    ...(report.verdict === 'error' ? errorBlocks(outcomes, room) : []),
    [
      '| Check | Result | Points | |',
      '| :-- | :-- | --: | :-- |',
      ...shown.map(rowOf),
      ...restRow(outcomes.length - shown.length, 'checks', 4),
    ].join('\n'),
    ...shown.flatMap((outcome, at) => checkBlocks(outcome, report.checks[at], sub, room)),
    ...(printed === '' ? [] : [`${sub} What it printed`, markdownFence(printed)]),
  ];
}

/** Once, rather than with each check. */
function errorBlocks([first]: readonly Outcome[], room: Room): string[] {
  const reasons = first && first.details.length > 0 ? first.details : [first?.message ?? ''];
  return [reasons.map((reason) => `- ${markdownText(clipped(reason, room.chars))}`).join('\n')];
}

function rowOf({ name, kind, points, maxPoints, message }: Outcome): string {
  const reach = kind === 'passed' ? markdownText(message) : '';
  return `| ${markdownText(name)} | ${SIGNS[kind]} ${KINDS[kind]} | ${points} of ${maxPoints} | ${reach} |`;
}

function restRow(left: number, what: string, columns: number): string[] {
  return left > 0 ? [`| ${left} more ${what} |${' |'.repeat(columns - 1)}`] : [];
}

/** Of a check that failed or is not known: why. */
function checkBlocks(outcome: Outcome, check: CheckResult | undefined, heading: string, room: Room): string[] {
  const { kind, id, message, details } = outcome;
  if (kind !== 'failed' && kind !== 'unknown') return [];
  const blocks = [`${heading} ${SIGNS[kind]} ${markdownText(id)}`, markdownParagraph(clipped(message, room.chars))];
  const picture = check ? pictureOf(check) : undefined;
  const shown = picture ? [picture, details.at(-1) ?? ''].join('\n') : details.join('\n');
  return shown === '' ? blocks : [...blocks, markdownFence(clipped(shown, room.chars))];
}

/** Events beyond which a diagram is longer than anybody scrolls; the lines that stand instead leave out the middle. */
const MAX_DRAWN_EVENTS = 60;

function pictureOf({ counterexample }: CheckResult): string | undefined {
  if (counterexample?.kind !== 'run' || counterexample.trace.length > MAX_DRAWN_EVENTS) return undefined;
  return shownText(spaceTime(counterexample.trace, lanesOf(counterexample.trace)));
}
