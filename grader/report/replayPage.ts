/**
 * One run as a page that needs nothing else: the diagram of the course, to be stepped through, and its steps in words.
 *
 * Without its script, the whole run is shown at once.
 */
import { escaped } from '../base/escaped.ts';
import { DIAGRAM_STYLE } from '../diagram/style.ts';
import { contentPolicy } from './contentPolicy.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './replayPageParts.ts';
import { outcomeOf, type ReplayedRun } from './replayText.ts';
import { runFigure, stepList } from './runFigure.ts';

export function replayPage(run: ReplayedRun): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    ${contentPolicy(PAGE_SCRIPT)}
    <meta name="viewport" content="width=device-width">
    <title>${escaped(`${run.exercise}, schedule ${run.schedule}`)}</title>
    <style>
${PAGE_STYLE}${DIAGRAM_STYLE}
    </style>
  </head>
  <body>
    <h1>${escaped(run.exercise)}</h1>
    <p>${escaped(run.file)}, schedule <code>${escaped(run.schedule)}</code>: ${escaped(run.plan)}</p>
    <p${run.violation ? ' class="violation"' : ''}>${escaped(outcomeOf(run))}</p>
    <div class="run">
    <h2>The run</h2>
    ${runFigure(run, outcomeOf(run))}
    <h2>In words</h2>
    ${stepList(run.trace)}
    </div>
    <script>${PAGE_SCRIPT}</script>
  </body>
</html>
`;
}
