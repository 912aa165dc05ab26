import type { TraceEvent } from '../base/traceEvent.ts';

/** A message on its way, by the id that its send, receive, loss and duplication share. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly message: unknown;
  readonly isCopy: boolean;
}

/** Every message that a trace puts into the network, by its id; a copy has an id of its own. */
export function envelopesOf(trace: readonly TraceEvent[]): ReadonlyMap<number, Envelope> {
  const envelopes = new Map<number, Envelope>();
  for (const event of trace) {
    if (event.kind === 'send') {
      envelopes.set(event.id, { from: event.process, to: event.to, message: event.message, isCopy: false });
    } else if (event.kind === 'duplicate') {
      const original = envelopes.get(event.id);
      if (original) envelopes.set(event.copy, { ...original, isCopy: true });
    }
  }
  return envelopes;
}
