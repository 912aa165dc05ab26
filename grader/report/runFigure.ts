/** A run in a page: its diagram, to be stepped through, and its steps in words. Without the script of the page the whole run is shown. */
import { escaped } from '../base/escaped.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import { layoutOf, type DiagramRun, type Layout } from '../diagram/layout.ts';
import { svgOf } from '../diagram/svg.ts';
import { stepWords } from '../trace/stepWords.ts';

/** The diagram and its controls, to stand in an element of the class `run` with the steps in words. `name`: what the run shows. */
export function runFigure(run: DiagramRun, name: string): string {
  const layout = layoutOf(run);
  const last = layout.stepStarts.length;
  return `<div class="picture">
      <ul class="names" style="height:${layout.height}px" aria-label="Processes">${layout.lanes.map(nameOf).join('')}</ul>
      <div class="scroller" tabindex="0" role="group" aria-label="Space-time diagram">
        <div class="canvas" style="width:${layout.width}px;height:${layout.height}px">
          <svg class="fl-space-time" width="${layout.width}" height="${layout.height}" role="img" aria-label="${escaped(name)}">${svgOf(layout)}</svg>
          <div class="veil" hidden></div>
        </div>
      </div>
    </div>
    <p class="controls" hidden>
      <button type="button" data-by="-1">Back</button>
      <input type="range" min="0" max="${last}" value="${last}" aria-label="Step" data-starts="${startsOf(layout)}">
      <button type="button" data-by="1">Forward</button>
    </p>`;
}

/** The steps in words, as a list. */
export function stepList(trace: readonly TraceEvent[]): string {
  const items = stepWords(trace).map(({ sentences }) => `      <li>${sentences.map(escaped).join('<br>')}</li>\n`);
  return `<ol class="steps">\n${items.join('')}    </ol>`;
}

function nameOf({ process, y }: Layout['lanes'][number]): string {
  return `<li style="top:${y}px"><span>${escaped(process)}</span></li>`;
}

/** Where the present is after each step: numbers only. */
function startsOf({ stepStarts, width }: Layout): string {
  return [...stepStarts.map((start) => Math.round(start - 12)), width].join(' ');
}
