import type { TraceEvent } from '../base/traceEvent.ts';

/**
 * The steps of the scheduler in a trace: what it chose, with the effects that followed from it.
 *
 * What a process does by itself, without anything having come to it just before, is a step too: an adversary that speaks up.
 */
export interface Step {
  /** From 1. */
  readonly number: number;
  /** In their order: the choice, then what the handler did. */
  readonly events: readonly TraceEvent[];
}

export function stepsOf(trace: readonly TraceEvent[]): readonly Step[] {
  const isTimed = trace.some((event) => event.at > 0);
  const steps: { number: number; events: TraceEvent[] }[] = [];
  /** The process whose handler runs. */
  let acting: string | undefined;
  let before: TraceEvent | undefined;
  for (const event of trace) {
    const last = steps.at(-1);
    // Where a clock runs, the fate of a message is drawn when it is sent: its sender goes on.
    const isPartOfSend = isTimed && event.kind === 'lose' && before?.kind === 'send' && before.id === event.id && before.at === event.at;
    const isOwn = isPartOfSend || event.kind === 'violation' || (event.process === acting && !BEGINNINGS.has(event.kind));
    if (last && isOwn) last.events.push(event);
    else steps.push({ number: steps.length + 1, events: [event] });
    before = event;
    if (isOwn) continue;
    acting = WITHOUT_HANDLER.has(event.kind) ? undefined : event.process;
  }
  return steps;
}

const BEGINNINGS: ReadonlySet<TraceEvent['kind']> = new Set([
  'start',
  'request',
  'receive',
  'lose',
  'duplicate',
  'timer',
  'crash',
  'recover',
]);

const WITHOUT_HANDLER: ReadonlySet<TraceEvent['kind']> = new Set(['lose', 'duplicate', 'crash']);
