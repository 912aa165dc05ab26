/**
 * One run as a page that needs nothing else: the diagram of the course, to be stepped through, and its steps in words.
 *
 * Without its script, the whole run is shown at once.
 */
import { escaped } from '../base/escaped.ts';
import { layoutOf, type Layout } from '../diagram/layout.ts';
import { DIAGRAM_STYLE } from '../diagram/style.ts';
import { svgOf } from '../diagram/svg.ts';
import { stepWords } from '../trace/stepWords.ts';
import { PAGE_SCRIPT, PAGE_STYLE } from './replayPageParts.ts';
import { outcomeOf, type ReplayedRun } from './replayText.ts';

export function replayPage(run: ReplayedRun): string {
  const layout = layoutOf(run);
  const steps = stepWords(run.trace).map(({ sentences }) => `      <li>${sentences.map(escaped).join('<br>')}</li>\n`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
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
    <h2>The run</h2>
    <div class="picture">
      <ul class="names" style="height:${layout.height}px" aria-label="Processes">${layout.lanes.map(nameOf).join('')}</ul>
      <div class="scroller" tabindex="0" role="group" aria-label="Space-time diagram">
        <div class="canvas" style="width:${layout.width}px;height:${layout.height}px">
          <svg class="fl-space-time" width="${layout.width}" height="${layout.height}" role="img" aria-label="${escaped(outcomeOf(run))}">${svgOf(layout)}</svg>
          <div class="veil" hidden></div>
        </div>
      </div>
    </div>
    <p class="controls" hidden>
      <button type="button" data-by="-1">Back</button>
      <input type="range" min="0" max="${steps.length}" value="${steps.length}" aria-label="Step" data-starts="${startsOf(layout)}">
      <button type="button" data-by="1">Forward</button>
    </p>
    <h2>In words</h2>
    <ol>
${steps.join('')}    </ol>
    <script>${PAGE_SCRIPT}</script>
  </body>
</html>
`;
}

function nameOf({ process, y }: Layout['lanes'][number]): string {
  return `<li style="top:${y}px"><span>${escaped(process)}</span></li>`;
}

/** Where the present is after each step: numbers only. */
function startsOf({ stepStarts, width }: Layout): string {
  return [...stepStarts.map((start) => Math.round(start - 12)), width].join(' ');
}
