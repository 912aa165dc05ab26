/** What lessons show of a run: everything but what timers are set to. */
import type { TraceEvent } from '../../../grader/base/traceEvent.ts';

const LEFT_OUT: ReadonlySet<TraceEvent['kind']> = new Set(['set-timer', 'cancel-timer']);

export function shown(trace: readonly TraceEvent[]): readonly TraceEvent[] {
  return trace.filter((event) => !LEFT_OUT.has(event.kind));
}
