import type { TraceEvent } from '../base/traceEvent.ts';

/**
 * A trace from text, an event a line: `p1 send 3 coordinator VOTE_COMMIT`, `coordinator receive 3`, `@150 p1 timer vote`.
 *
 * Messages, requests, indications and stored values are JSON, or the name of a type: `ACK`. A receive takes its message from its send.
 */
export function traceFrom(text: string): TraceEvent[] {
  const trace: TraceEvent[] = [];
  const sent = new Map<number, { readonly from: string; readonly message: unknown }>();
  let at = 0;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, time, process = '', kind = '', rest = ''] = /^(?:@(\d+) +)?(\S+) +(\S+) *(.*)$/.exec(line) ?? [];
    if (time !== undefined) at = Number(time);
    const [first = '', second = ''] = rest.split(/ +/);
    const after = (words: number): string => rest.split(/ +/).slice(words).join(' ');
    const id = Number(first);
    const facts = { at, process };
    switch (kind) {
      case 'start':
      case 'crash':
      case 'recover':
        trace.push({ ...facts, kind });
        break;
      case 'request':
        trace.push({ ...facts, kind, request: valueFrom(rest) });
        break;
      case 'indicate':
        trace.push({ ...facts, kind, event: valueFrom(rest) });
        break;
      case 'send':
        sent.set(id, { from: process, message: valueFrom(after(2)) });
        trace.push({ ...facts, kind, id, to: second, message: valueFrom(after(2)) });
        break;
      case 'receive':
        trace.push({ ...facts, kind, id, from: sent.get(id)?.from ?? '?', message: sent.get(id)?.message });
        break;
      case 'lose':
        trace.push({ ...facts, kind, id });
        break;
      case 'duplicate':
        sent.set(Number(second), sent.get(id) ?? { from: '?', message: undefined });
        trace.push({ ...facts, kind, id, copy: Number(second) });
        break;
      case 'set-timer':
        trace.push({ ...facts, kind, name: first, delay: Number(second) });
        break;
      case 'cancel-timer':
      case 'timer':
        trace.push({ ...facts, kind, name: first });
        break;
      case 'store':
        trace.push({ ...facts, kind, key: first, value: second === '' ? undefined : JSON.parse(after(1)) });
        break;
      case 'throw':
        trace.push({ ...facts, kind, message: after(1), line: id });
        break;
      case 'violation':
        trace.push({ ...facts, kind, check: first, message: after(1) });
        break;
      default:
        throw new Error(`no event is called ${kind}`);
    }
  }
  return trace;
}

function valueFrom(text: string): unknown {
  return /^[A-Za-z][\w-]*$/.test(text) ? { type: text } : JSON.parse(text);
}
