// In a page: draws a run of many events, and steps through it. Answers milliseconds, up to and with the browser's layout.
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import { SpaceTimeDiagram } from '../../diagram/SpaceTimeDiagram.tsx';

const PROCESSES = ['coordinator', 'p1', 'p2', 'p3'];

/** Messages to and fro, records and timers: `events` of them. */
function traceOf(events) {
  const trace = [];
  for (let id = 1; trace.length < events; id += 1) {
    const process = PROCESSES[id % 4];
    const to = PROCESSES[(id * 7 + 1) % 4];
    trace.push({ at: 0, process, kind: 'send', id, to, message: { type: 'VOTE_REQUEST' } });
    if (id % 3 === 0) trace.push({ at: 0, process, kind: 'store', key: 'phase', value: `round ${id}` });
    trace.push({ at: 0, process: to, kind: 'receive', id, from: process, message: { type: 'VOTE_REQUEST' } });
    if (id % 5 === 0) trace.push({ at: 0, process: to, kind: 'set-timer', name: 'wait', delay: 20 });
  }
  return trace.slice(0, events);
}

globalThis.measureDiagram = (events, turns) => {
  const draws = [];
  const steps = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const host = document.body.appendChild(document.createElement('div'));
    const root = createRoot(host);
    const run = { trace: traceOf(events), processes: PROCESSES };
    const show = (step) => {
      const startMs = performance.now();
      flushSync(() => root.render(createElement(SpaceTimeDiagram, { run, step, onStep: () => undefined })));
      host.getBoundingClientRect();
      return performance.now() - startMs;
    };
    draws.push(show(0));
    for (let step = 1; step <= 40; step += 1) steps.push(show(step * 5));
    root.unmount();
    host.remove();
  }
  return { draws, steps };
};
