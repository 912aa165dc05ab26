/**
 * What a report shows of a long run: a whole one has thousands of events.
 *
 * A step is what comes to a process, with what its handler does. Of those up to the violation stand in the trace
 * (1) starts, crashes and recoveries of all processes;
 * (2) the last `TRACE_LANDMARKS` steps in which the process that broke the promise indicated something about one that matters;
 * (3) the last `TRACE_STEPS` steps that touch a link that matters or a start, crash, recovery or indication at its ends, and as many before the last landmark;
 * (4) the last step of all, if it is of the process that broke the promise;
 * (5) for every message that is received or lost in these, the step that sent it; for every one that is sent in these, that it came.
 * Of a step stand there its first event, its messages on links that matter and such indications; all others, timers and storage only in (3) and (4), and
 * only of the process that broke the promise.
 */
import { traceText } from '../base/traceData.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import type { TimedEvent } from './timedEvent.ts';
import { TRACE_LANDMARKS, TRACE_STEPS } from './timedLimits.ts';
import type { TimedLink } from './timedProperty.ts';

export interface Focus {
  /** Events of the run that count. */
  readonly events: number;
  /** The process at which the promise broke. */
  readonly process: string;
  readonly links: readonly TimedLink[];
}

/** What comes to a process, and what its handler then does. */
type Step = readonly [TimedEvent, ...TimedEvent[]];

/** The steps of a run, in their order. A message that is lost when it is sent belongs to the step that sends it. */
export function timedSteps(events: readonly TimedEvent[]): Step[] {
  const steps: [TimedEvent, ...TimedEvent[]][] = [];
  let sent = -1;
  for (const event of events) {
    const isLostAtOnce = event.kind === 'lose' && event.id === sent;
    if (BEGINNINGS.has(event.kind) && !isLostAtOnce) steps.push([event]);
    else steps.at(-1)?.push(event);
    sent = event.kind === 'send' ? event.id : -1;
  }
  return steps;
}

const BEGINNINGS: ReadonlySet<TimedEvent['kind']> = new Set(['start', 'receive', 'lose', 'timer', 'crash', 'recover']);

export function shortTrace(all: readonly TimedEvent[], { events, process, links }: Focus): TraceEvent[] {
  const steps = timedSteps(all.slice(0, events));
  const ends = new Set([process, ...links.flatMap(({ from, to }) => [from, to])]);
  const names = [...ends].map((id) => JSON.stringify(id));

  const isOnLink = (event: TimedEvent): boolean => {
    if (event.kind === 'send') return links.some(({ from, to }) => from === event.process && to === event.to);
    return (event.kind === 'receive' || event.kind === 'lose') && links.some(({ from, to }) => from === event.from && to === event.process);
  };
  const saysSo = (event: TimedEvent): boolean =>
    event.kind === 'indicate' && event.process === process && names.some((name) => event.event.includes(name));
  const isLandmark = (step: Step): boolean => step.some(saysSo) || (isFault(step[0]) && ends.has(step[0].process));

  const mattering = steps.filter((step) => isLandmark(step) || step.some(isOnLink));
  const last = mattering.slice(-TRACE_STEPS);
  const before = mattering.slice(0, -TRACE_STEPS);
  const full = new Set([...last, ...before.slice(0, before.findLastIndex(isLandmark) + 1).slice(-TRACE_STEPS)]);
  const ending = steps.at(-1);
  if (ending?.[0].process === process) full.add(ending);
  const kept = new Set([
    ...full,
    ...steps.filter((step) => step.some(saysSo)).slice(-TRACE_LANDMARKS),
    ...steps.filter(([first]) => isFault(first)),
  ]);

  const shown = new Set<TimedEvent>();
  for (const step of kept) {
    for (const [at, event] of step.entries()) {
      const isOwn = event.process === process && event.kind !== 'send' && full.has(step);
      if (at === 0 || isOnLink(event) || saysSo(event) || isOwn) shown.add(event);
    }
  }
  const arrived = new Set([...shown].flatMap((event) => (event.kind === 'receive' || event.kind === 'lose' ? [event.id] : [])));
  for (const step of steps) {
    for (const event of step) if (event.kind === 'send' && arrived.has(event.id)) shown.add(step[0]).add(event);
  }
  const sent = new Set([...shown].flatMap((event) => (event.kind === 'send' ? [event.id] : [])));
  for (const [first] of steps) if ((first.kind === 'receive' || first.kind === 'lose') && sent.has(first.id)) shown.add(first);
  return all.filter((event) => shown.has(event)).map(traceEvent);
}

function isFault(event: TimedEvent): boolean {
  return event.kind === 'start' || event.kind === 'crash' || event.kind === 'recover';
}

/** An event as reports hold it. */
function traceEvent(event: TimedEvent): TraceEvent {
  switch (event.kind) {
    case 'send':
      return { ...event, message: read(event.message) };
    case 'receive':
      return { ...event, message: read(event.message) };
    case 'lose':
      return { at: event.at, process: event.process, kind: 'lose', id: event.id };
    case 'store':
      return { ...event, value: event.value === undefined ? undefined : read(event.value) };
    case 'indicate':
      return { ...event, event: read(event.event) };
    default:
      return event;
  }
}

function read(text: string): unknown {
  return traceText(text);
}
