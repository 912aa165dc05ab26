/**
 * Results as one page that needs nothing else: what passed and how far that reaches, what failed, and its run as the diagram of the course.
 *
 * Everything of the submission's is escaped, and the page's policy lets no script run but the one that steps through diagrams.
 */
import { escaped } from '../base/escaped.ts';
import type { CheckResult, WrongRun } from '../base/report.ts';
import { DIAGRAM_STYLE } from '../diagram/style.ts';
import { lanesOf } from '../trace/lanes.ts';
import { contentPolicy } from './contentPolicy.ts';
import { FULL_ROOM } from './fitted.ts';
import type { Graded, Reporter } from './graded.ts';
import { RESULTS_STYLE } from './htmlStyle.ts';
import { explanation, outcomesOf, type Outcome } from './outcomes.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './replayPageParts.ts';
import { runFigure, stepList } from './runFigure.ts';
import { oneLine, printedText, safeText } from './safeText.ts';
import { countsText, NOTHING_GRADED, summaryText, totalOf, VERDICTS } from './tally.ts';

export const html: Reporter = ({ graded, single }) => {
  const [only] = graded;
  const title = single && only ? oneLine(only.report.exercise) : 'Results';
  const canDraw = newPictures();
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    ${contentPolicy(PAGE_SCRIPT)}
    <meta name="viewport" content="width=device-width">
    <title>${escaped(`${title}: ${summaryText(graded)}`)}</title>
    <style>
${PAGE_STYLE}${RESULTS_STYLE}${DIAGRAM_STYLE}
    </style>
  </head>
  <body>
    <header>
      <p class="mark">Faultline</p>
      <h1>${escaped(title)}</h1>
${only ? meterOf(graded) : `      <p>${escaped(NOTHING_GRADED)}</p>\n`}    </header>
${single ? '' : contents(graded)}    <main>
${withoutCommands(graded.map((one, at) => exerciseOf(one, at, single, canDraw)).join(''))}    </main>
    <script>${PAGE_SCRIPT}</script>
  </body>
</html>
`;
};

/** Diagrams have labels of their own: `safeText.ts` tells what GitHub's runner would make of some, should the page be printed to a log. */
function withoutCommands(markup: string): string {
  return markup.replaceAll('##[', '##&#91;');
}

/** Diagrams of one page: of a class that fails everything, the rest stands there as lines. */
const MAX_PICTURES = 100;

function newPictures(): () => boolean {
  let drawn = 0;
  return () => {
    drawn += 1;
    return drawn <= MAX_PICTURES;
  };
}

/** How it went in all, in words and as a bar. */
function meterOf(graded: readonly Graded[]): string {
  const { score, maxScore } = totalOf(graded);
  const share = maxScore > 0 ? Math.round((100 * score) / maxScore) : 0;
  return `      <p class="summary">${escaped(summaryText(graded))}</p>
      <div class="meter" aria-hidden="true"><span style="width:${Math.min(100, Math.max(0, share))}%"></span></div>
`;
}

/** A table of the exercises, each a link to its part. */
function contents(graded: readonly Graded[]): string {
  if (graded.length === 0) return '';
  const rows = graded.map(({ report }, at) => {
    const word = `<span class="${report.verdict}">${escaped(VERDICTS[report.verdict][1])}</span>`;
    return `        <tr><td><a href="#exercise-${at + 1}">${line(report.exercise)}</a></td><td>${word}</td><td class="points">${report.score} of ${report.maxScore}</td></tr>\n`;
  });
  return `    <nav aria-label="Exercises">
      <table>
        <tr><th scope="col">Exercise</th><th scope="col">Result</th><th scope="col" class="points">Points</th></tr>
${rows.join('')}      </table>
    </nav>
`;
}

function exerciseOf(graded: Graded, at: number, single: boolean, canDraw: () => boolean): string {
  const { report, file } = graded;
  const outcomes = outcomesOf(graded);
  const firstFailed = outcomes.findIndex((one) => one.kind === 'failed');
  const items = outcomes.map((outcome, place) => {
    const drawn = shownBy(report.checks[place], outcome, { isOpen: place === firstFailed, canDraw });
    return checkOf(outcome, report.verdict === 'error' ? '' : drawn);
  });
  const heading = single
    ? ''
    : `      <h2>${line(report.exercise)}</h2>\n      <p class="${report.verdict}">${line(VERDICTS[report.verdict][1])}:${line(countsText(report))}</p>\n`;
  const printed = printedText(report.console, FULL_ROOM.chars);
  return `    <section id="exercise-${at + 1}" aria-label="${line(report.exercise)}">
${heading}      <p class="origin"><code>${line(file)}</code></p>
${report.verdict === 'error' ? reasonsOf(outcomes) : ''}      <ul class="checks">
${items.join('')}      </ul>
${printed === '' ? '' : `      <details class="printed"><summary>What it printed</summary><pre>${escaped(printed)}</pre></details>\n`}      <p class="origin">Faultline ${line(report.grader.version)}, seed ${report.grader.seed}, SHA-256 of the file ${line(report.source.sha256)}</p>
    </section>
`;
}

/** Why nothing could be graded: once, before the checks. */
function reasonsOf([first]: readonly Outcome[]): string {
  const reasons = first && first.details.length > 0 ? first.details : [first?.message ?? ''];
  return `      <ul class="reasons">\n${reasons.map((reason) => `        <li>${escaped(reason)}</li>\n`).join('')}      </ul>\n`;
}

/** Sign and word of a check: the sign never alone. */
const MARKS: Readonly<Record<Outcome['kind'], readonly [string, string]>> = {
  passed: ['✓', 'passed'],
  failed: ['✗', 'failed'],
  unknown: ['?', 'not known'],
  error: ['–', 'not graded'],
  'not-run': ['–', 'not run'],
};

function checkOf({ kind, id, name, points, maxPoints, message, details }: Outcome, shown: string): string {
  const [sign, word] = MARKS[kind];
  const reach = kind === 'passed' && message !== '' ? ` <span>${escaped(message)}</span>` : '';
  // Why nothing could be graded stands before the checks, with its place.
  const isSaid = kind === 'failed' || kind === 'unknown' || (kind === 'error' && details.length === 0);
  const said = isSaid ? `          <p class="message">${escaped(message)}</p>\n` : '';
  return `        <li class="check ${kind}">
          <div class="head">
            <span class="sign" aria-hidden="true">${sign}</span>
            <p><b>${escaped(titleIn(name, id))}</b></p>
            <span class="points">${points} of ${maxPoints}</span>
            <p class="facts"><span class="word">${word}</span> <code>${escaped(id)}</code>${reach}</p>
          </div>
${said}${shown}        </li>
`;
}

function titleIn(name: string, id: string): string {
  return name.startsWith(`${id}: `) ? name.slice(id.length + 2) : name;
}

interface Shown {
  readonly isOpen: boolean;
  readonly canDraw: () => boolean;
}

/** The call or the run that goes wrong. */
function shownBy(check: CheckResult | undefined, outcome: Outcome, how: Shown): string {
  const example = check?.counterexample;
  if (!example) return '';
  if (example.kind === 'run') return runOf(example, outcome, how);
  const rows = [
    ['call', example.call],
    ['expected', example.expected],
    ['actual', example.actual],
  ].map(([term = '', text = '']) => `<dt>${term}</dt><dd><code>${escaped(safeText(text))}</code></dd>`);
  return `          <dl>${rows.join('')}</dl>\n`;
}

function runOf({ trace }: WrongRun, outcome: Outcome, { isOpen, canDraw }: Shown): string {
  const replay = outcome.details.at(-1) ?? '';
  if (!canDraw())
    return `          <pre>${escaped(explanation({ ...outcome, message: replay, details: outcome.details.slice(0, -1) }, FULL_ROOM.chars))}</pre>\n`;
  const name = oneLine(outcome.message);
  return `          <details${isOpen ? ' open' : ''}><summary>The run that breaks it</summary>
    <div class="run">
    ${runFigure({ trace, processes: lanesOf(trace) }, name)}
    <details class="words"><summary>In words</summary>
    ${stepList(trace)}
    </details>
    </div>
          <p class="replay">${escaped(replay)}</p></details>
`;
}

function line(text: string): string {
  return escaped(oneLine(text));
}
