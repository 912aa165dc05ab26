/** What becomes one row of a diagram: an event, several starts at once, or a message that arrives as the next thing that happens. */
import type { TraceEvent } from '../base/traceEvent.ts';
import { stepsOf } from './steps.ts';
import type { LocalEvent } from './marks.ts';

/** The events of some kinds. */
export type Of<Kind extends TraceEvent['kind']> = TraceEvent & { readonly kind: Kind };

export type Row = {
  readonly at: number;
  /** The steps that begin in this row: a number, or several, `1–3`. */
  readonly steps: string;
} & (
  | { readonly kind: 'starts'; readonly processes: readonly string[] }
  | { readonly kind: 'local'; readonly event: Exclude<LocalEvent, { kind: 'start' }> }
  /** `stays`: nothing more is heard of the message. */
  | { readonly kind: 'send'; readonly event: Of<'send'>; readonly stays: boolean }
  | { readonly kind: 'arrow'; readonly event: Of<'send'>; readonly end: Of<'receive' | 'lose'> }
  | { readonly kind: 'end'; readonly event: Of<'receive' | 'lose'> }
  /** `originalStays`, `copyStays`: nothing more is heard of it. */
  | { readonly kind: 'duplicate'; readonly event: Of<'duplicate'>; readonly originalStays: boolean; readonly copyStays: boolean }
  | { readonly kind: 'violation'; readonly event: Of<'violation'> }
);

export function rowsOf(trace: readonly TraceEvent[]): Row[] {
  const steps = new Map(stepsOf(trace).map(({ number, events: [first] }) => [first, number]));
  const lastHeard = new Map<number, number>();
  for (const [at, event] of trace.entries()) if ('id' in event && event.kind !== 'send') lastHeard.set(event.id, at);
  const stays = (id: number, after: number): boolean => (lastHeard.get(id) ?? -1) <= after;

  const rows: Row[] = [];
  for (let at = 0; at < trace.length; at += 1) {
    const event = trace[at];
    if (!event) break;
    const next = trace[at + 1];
    const facts = { at: event.at, steps: String(steps.get(event) ?? '') };
    switch (event.kind) {
      case 'start': {
        const last = rows.at(-1);
        if (last?.kind === 'starts' && last.at === event.at) {
          const processes = [...last.processes, event.process];
          rows[rows.length - 1] = { ...last, steps: `${last.steps.replace(/–.*/, '')}–${facts.steps}`, processes };
        } else rows.push({ ...facts, kind: 'starts', processes: [event.process] });
        break;
      }
      case 'send':
        if (
          (next?.kind === 'receive' || next?.kind === 'lose') &&
          next.id === event.id &&
          next.at === event.at &&
          event.to !== event.process
        ) {
          rows.push({
            ...facts,
            steps: [steps.get(event), steps.get(next)].filter((one) => one !== undefined).join('–'),
            kind: 'arrow',
            event,
            end: next,
          });
          at += 1;
        } else rows.push({ ...facts, kind: 'send', event, stays: stays(event.id, at) });
        break;
      case 'receive':
      case 'lose':
        rows.push({ ...facts, kind: 'end', event });
        break;
      case 'duplicate':
        rows.push({ ...facts, kind: 'duplicate', event, originalStays: stays(event.id, at), copyStays: stays(event.copy, at) });
        break;
      case 'violation':
        rows.push({ ...facts, kind: 'violation', event });
        break;
      default:
        rows.push({ ...facts, kind: 'local', event });
    }
  }
  return rows;
}
