import type { TraceEvent } from '../base/traceEvent.ts';

/** The processes that a trace names, in the order in which it first does: the lanes of a diagram where nobody else says which. */
export function lanesOf(trace: readonly TraceEvent[]): readonly string[] {
  const lanes = new Set<string>();
  for (const event of trace) {
    lanes.add(event.process);
    if (event.kind === 'receive') lanes.add(event.from);
    if (event.kind === 'send') lanes.add(event.to);
  }
  return [...lanes];
}
