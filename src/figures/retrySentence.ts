/** What the timeline of retries says in words. */
import { attemptsOf, CAPACITY, SLOT_MS, type Plan, type Run } from './retryTimeline.ts';

export function retrySentence(plan: Plan, run: Run): string {
  return plan.clients === 1 ? aloneSentence(plan, run) : herdSentence(plan, run);
}

function millis(ms: number): string {
  return `${ms.toLocaleString('en')} ms`;
}

export function windowText(windowMs: number): string {
  return windowMs === Infinity ? 'for ever' : millis(windowMs);
}

function aloneSentence({ windowMs, attempts }: Plan, run: Run): string {
  const last = attemptsOf(run, 0).at(-1);
  const lastMs = millis(last?.atMs ?? 0);
  const all = attempts === 1 ? 'The only attempt lands' : `All ${attempts} attempts land`;
  if (last?.outcome === 'done') {
    const before = last.number === 2 ? 'The one before it was' : `The ${last.number - 1} before it were`;
    return `Attempt ${last.number} lands outside the window, at ${lastMs}, and is answered. ${before} in vain.`;
  }
  if (windowMs === Infinity) return `The fault is permanent. ${all} in it, and so would any other.`;
  const missing = millis(windowMs - (last?.atMs ?? 0));
  return `${all} in the window, the last at ${lastMs}: ${missing} too early. The client gives up.`;
}

function herdSentence({ windowMs, clients }: Plan, run: Run): string {
  const sent = `${clients} clients send ${run.attempts.length} requests.`;
  if (windowMs === Infinity) return `${sent} The fault is permanent, and nobody is answered.`;
  const gone = clients - run.done;
  if (run.lastDoneMs === undefined) return `${sent} All of them fall into the window, and nobody is answered.`;
  const peak = Math.max(...run.load.slice(Math.ceil(windowMs / SLOT_MS)));
  const answered = `${run.done === clients ? 'All' : run.done} are answered, the last at ${millis(run.lastDoneMs)}${gone > 0 ? `; ${gone} give up` : ''}.`;
  const crowd = peak > CAPACITY ? `the server can do ${CAPACITY}` : 'the server can do them';
  return `${sent} ${answered} After the fault up to ${peak} requests come within ${SLOT_MS} ms; ${crowd}.`;
}
