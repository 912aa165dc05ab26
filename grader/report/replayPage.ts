/** One run as a page that needs nothing else: its diagram as text, and its steps in words. */
import { spaceTime } from '../trace/spaceTime.ts';
import { stepWords } from '../trace/stepWords.ts';
import { outcomeOf, type ReplayedRun } from './replayText.ts';

const WIDTH = 120;

export function replayPage(run: ReplayedRun): string {
  const diagram = spaceTime(run.trace, run.processes, {
    width: WIDTH,
    paint: (role, words) => `<span class="${role}">${escaped(words)}</span>`,
  });
  const steps = stepWords(run.trace).map(({ sentences }) => `      <li>${sentences.map(escaped).join('<br>')}</li>\n`);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escaped(`${run.exercise}, schedule ${run.schedule}`)}</title>
    <style>
${STYLE}
    </style>
  </head>
  <body>
    <h1>${escaped(run.exercise)}</h1>
    <p>${escaped(run.file)}, schedule <code>${escaped(run.schedule)}</code>: ${escaped(run.plan)}</p>
    <p${run.violation ? ' class="violation"' : ''}>${escaped(outcomeOf(run))}</p>
    <h2>The run</h2>
    <pre tabindex="0" role="group" aria-label="Space-time diagram">${diagram}</pre>
    <h2>In words</h2>
    <ol>
${steps.join('')}    </ol>
  </body>
</html>
`;
}

/** Every colour has a contrast of 4.5 or more on its ground. A diagram needs one font for all of its signs. */
const STYLE = `      :root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --quiet: #595959; --message: #00607a; --crash: #8a4b00;
        --timer: #2b4fc0; --storage: #7a2f8f; --application: #1c6b2a; --violation: #b3161b; }
      @media (prefers-color-scheme: dark) { :root { --ground: #14161a; --ink: #e8e8e8; --quiet: #a5a5a5; --message: #6fd0e6;
        --crash: #f0b35a; --timer: #9db4ff; --storage: #dda0ee; --application: #8fd79b; --violation: #ff8c8c; } }
      body { max-width: 75rem; margin: 2rem auto; padding: 0 1rem; background: var(--ground); color: var(--ink);
        font: 1rem/1.5 system-ui, sans-serif; }
      pre { overflow-x: auto; font: 0.9rem/1.2 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, monospace; }
      .process { font-weight: bold; } .quiet { color: var(--quiet); } .message { color: var(--message); } .crash { color: var(--crash); }
      .timer { color: var(--timer); } .storage { color: var(--storage); } .application { color: var(--application); }
      .violation { color: var(--violation); font-weight: bold; }`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
