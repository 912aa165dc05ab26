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
import { listed, type Listed } from './listed.ts';
import type { Outcome } from './outcomes.ts';
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
  const [first] = graded;
  if (!first) return `## Faultline\n\n${NOTHING_GRADED}\n`;
  const { version, seed } = first.report.grader;
  const shown = listed(graded, room);
  const head = graded.length === 1 ? [] : headBlocks(graded, shown.length);
  const blocks = shown.flatMap((one) => exerciseBlocks(one, graded.length === 1 ? '##' : '###', room));
  return `${[...head, ...blocks, `Faultline ${markdownText(version)}, seed ${seed}`].join('\n\n')}\n`;
}

function headBlocks(graded: readonly Graded[], shown: number): string[] {
  const rows = graded.slice(0, shown).map(({ report }) => {
    return `| ${markdownText(report.exercise)} | ${SIGNS[report.verdict]} ${verdictWord(report.verdict)} | ${report.score} of ${report.maxScore} |`;
  });
  const table = ['| Exercise | Result | Points |', '| :-- | :-- | --: |', ...rows, ...restRow(graded.length - shown, 'exercises', 3)];
  return ['## Faultline', totalText(graded), table.join('\n')];
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

function exerciseBlocks({ graded, outcomes, left }: Listed, heading: string, room: Room): string[] {
  const { report } = graded;
  const printed = printedText(report.console, room.chars);
  const sub = `${heading}#`;
  const table = ['| Check | Result | Points | |', '| :-- | :-- | --: | :-- |', ...outcomes.map(rowOf), ...restRow(left, 'checks', 4)];
  return [
    `${heading} ${markdownText(report.exercise)}: ${verdictWord(report.verdict)}`,
    `${countsText(report).trim()} File: ${markdownCode(pathOf(graded))}`,
    ...(report.verdict === 'error' ? errorBlocks(outcomes, room) : []),
    table.join('\n'),
    ...outcomes.flatMap((outcome, at) => checkBlocks(outcome, report.checks[at], sub, room)),
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

/** Of a check that did not pass: why. */
function checkBlocks(outcome: Outcome, check: CheckResult | undefined, heading: string, room: Room): string[] {
  const { kind, id, message, details } = outcome;
  // Why nothing could be graded stands before the table, with its place.
  if (kind === 'passed' || kind === 'not-run' || (kind === 'error' && details.length > 0)) return [];
  const blocks = [`${heading} ${SIGNS[kind]} ${markdownText(id)}`, markdownParagraph(clipped(message, room.chars))];
  const picture = check ? pictureOf(check) : undefined;
  const shown = picture ? [picture, details.at(-1) ?? ''].join('\n') : details.join('\n');
  return shown === '' ? blocks : [...blocks, markdownFence(clipped(shown, room.chars))];
}

/** Events beyond which a diagram is longer than anybody scrolls; the lines that stand instead leave out the middle. */
const MAX_DRAWN_EVENTS = 60;

/** Characters of a trace, as JSON, beyond which its values fit in no diagram and take long to be cut. */
const MAX_DRAWN_CHARS = 20_000;

function pictureOf({ counterexample }: CheckResult): string | undefined {
  if (counterexample?.kind !== 'run') return undefined;
  const { trace } = counterexample;
  if (trace.length > MAX_DRAWN_EVENTS || JSON.stringify(trace).length > MAX_DRAWN_CHARS) return undefined;
  return shownText(spaceTime(trace, lanesOf(trace)));
}
