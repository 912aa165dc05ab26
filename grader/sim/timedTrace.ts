/**
 * What a report shows of a long run: a whole one has thousands of events.
 *
 * The rule: of the steps (what comes to a process, with what its handler does) up to the violation, those stand in the trace that are
 * (1) a start, crash or recovery of any process;
 * (2) indications of the process at which the promise broke, with the steps that said them, the last `TRACE_LANDMARKS` of them;
 * (3) the last `TRACE_STEPS` steps of the processes that matter for it, and as many before their last crash, recovery or indication;
 * (4) for every message received or lost in these, the step that sent it.
 * Of the effects of a step those are left out that touch only processes that do not matter. Setting timers is shown where the timer matters: in (3).
 */
import { fromCanonical } from '../base/data.ts';
import { traceData } from '../base/traceData.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import type { TimedEvent } from './timedEvent.ts';
import { TRACE_LANDMARKS, TRACE_STEPS } from './timedLimits.ts';

export interface Focus {
  /** Events of the run that count. */
  readonly events: number;
  /** The process at which the promise broke. */
  readonly process: string;
  /** The processes that matter, that one included. */
  readonly processes: ReadonlySet<string>;
}

/** What comes to a process, and what its handler then does. */
export interface TimedStep {
  readonly events: readonly TimedEvent[];
  readonly process: string;
}

/** The steps of a run, in their order. A message that is lost when it is sent belongs to the step that sends it. */
export function timedSteps(events: readonly TimedEvent[]): TimedStep[] {
  const steps: { process: string; events: TimedEvent[] }[] = [];
  let sent = -1;
  for (const event of events) {
    const last = steps.at(-1);
    const isLostAtOnce = event.kind === 'lose' && event.id === sent;
    if (!last || (BEGINNINGS.has(event.kind) && !isLostAtOnce)) steps.push({ process: event.process, events: [event] });
    else last.events.push(event);
    sent = event.kind === 'send' ? event.id : -1;
  }
  return steps;
}

const BEGINNINGS: ReadonlySet<TimedEvent['kind']> = new Set(['start', 'receive', 'lose', 'timer', 'crash', 'recover']);

export function shortTrace(all: readonly TimedEvent[], focus: Focus): TraceEvent[] {
  const steps = timedSteps(all.slice(0, focus.events));
  const matters = (step: TimedStep): boolean => step.events.some((event) => concerns(event, focus.processes));
  const isLandmark = ({ process, events: [first, ...effects] }: TimedStep): boolean =>
    first !== undefined && (isFault(first) || (process === focus.process && effects.some((effect) => effect.kind === 'indicate')));

  const landmarks = steps.filter(isLandmark);
  const kept = new Set<TimedStep>([
    ...landmarks.slice(-TRACE_LANDMARKS),
    ...steps.filter(({ events: [first] }) => first && isFault(first)),
  ]);
  const mattering = steps.filter(matters);
  const before = mattering.findLastIndex(
    (step, index) => index < mattering.length - TRACE_STEPS && isLandmark(step) && focus.processes.has(step.process),
  );
  const full = new Set([...mattering.slice(-TRACE_STEPS), ...mattering.slice(Math.max(0, before + 1 - TRACE_STEPS), before + 1)]);
  for (const step of full) kept.add(step);

  const shown = new Map<TimedStep, readonly TimedEvent[]>();
  for (const step of kept) shown.set(step, shownOf(step, full.has(step), focus.processes));
  const wanted = new Set(
    [...shown.values()].flat().flatMap((event) => (event.kind === 'receive' || event.kind === 'lose' ? [event.id] : [])),
  );
  for (const step of steps) {
    const sends = step.events.filter((event) => event.kind === 'send' && wanted.has(event.id));
    if (sends.length === 0) continue;
    const already = shown.get(step) ?? step.events.slice(0, 1);
    shown.set(
      step,
      step.events.filter((event) => already.includes(event) || sends.includes(event)),
    );
  }
  return steps.flatMap((step) => shown.get(step) ?? []).map(traceEvent);
}

function isFault(event: TimedEvent): boolean {
  return event.kind === 'start' || event.kind === 'crash' || event.kind === 'recover';
}

/** Whether both ends of what happens are processes that matter. */
function concerns(event: TimedEvent, processes: ReadonlySet<string>): boolean {
  if (event.kind === 'send') return processes.has(event.process) && processes.has(event.to);
  if (event.kind === 'receive' || event.kind === 'lose') return processes.has(event.process) && processes.has(event.from);
  return event.kind !== 'set-timer' && event.kind !== 'cancel-timer' && processes.has(event.process);
}

function shownOf(step: TimedStep, inFull: boolean, processes: ReadonlySet<string>): readonly TimedEvent[] {
  return step.events.filter((event, at) => {
    if (at === 0) return true;
    if (event.kind === 'set-timer' || event.kind === 'cancel-timer' || event.kind === 'store')
      return inFull && processes.has(event.process);
    if (event.kind === 'send' || event.kind === 'lose') return inFull && concerns(event, processes);
    return true;
  });
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
  return traceData(fromCanonical(text));
}
