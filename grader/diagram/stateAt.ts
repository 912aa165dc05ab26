/** How things stand after so many events of a trace: who is up, what is stored, which timers run, what is in flight. */
import type { TraceEvent } from '../base/traceEvent.ts';
import { envelopesOf, type Envelope } from '../trace/envelopes.ts';

interface ProcessAt {
  readonly process: string;
  readonly isUp: boolean;
  /** What is in stable storage, in the order in which it was first stored. */
  readonly stable: ReadonlyMap<string, unknown>;
  /** Names of the timers that are set. */
  readonly timers: readonly string[];
}

export interface StateAt {
  readonly processes: readonly ProcessAt[];
  readonly inFlight: readonly (Envelope & { readonly id: number })[];
}

export function stateAt(trace: readonly TraceEvent[], processes: readonly string[], count: number): StateAt {
  const envelopes = envelopesOf(trace);
  const up = new Set(processes.filter((process) => trace.some((event) => event.process === process && event.kind !== 'lose')));
  const stable = new Map(processes.map((process) => [process, new Map<string, unknown>()]));
  const timers = new Map(processes.map((process) => [process, new Set<string>()]));
  const inFlight = new Set<number>();
  for (const event of trace.slice(0, count)) {
    switch (event.kind) {
      case 'send':
        inFlight.add(event.id);
        break;
      case 'duplicate':
        inFlight.add(event.copy);
        break;
      case 'receive':
      case 'lose':
        inFlight.delete(event.id);
        break;
      case 'crash':
        up.delete(event.process);
        timers.get(event.process)?.clear();
        break;
      case 'recover':
        up.add(event.process);
        break;
      case 'set-timer':
        timers.get(event.process)?.add(event.name);
        break;
      case 'cancel-timer':
      case 'timer':
        timers.get(event.process)?.delete(event.name);
        break;
      case 'store':
        if (event.value === undefined) stable.get(event.process)?.delete(event.key);
        else stable.get(event.process)?.set(event.key, event.value);
    }
  }
  return {
    processes: processes.map((process) => ({
      process,
      isUp: up.has(process),
      stable: stable.get(process) ?? new Map(),
      timers: [...(timers.get(process) ?? [])],
    })),
    inFlight: [...inFlight].flatMap((id) => {
      const envelope = envelopes.get(id);
      return envelope ? [{ ...envelope, id }] : [];
    }),
  };
}
