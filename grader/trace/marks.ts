/** How an event looks on its lane: a sign, and a few words beside it. */
import { printable } from '../base/printable.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import { dataLabel } from './dataWords.ts';
import type { Role } from './paint.ts';

export interface Mark {
  readonly sign: string;
  readonly label: string;
  readonly role: Role;
}

/** Events of one process, as opposed to messages, which are drawn between two. */
export type LocalEvent = Exclude<TraceEvent, { kind: 'send' | 'receive' | 'lose' | 'duplicate' | 'violation' }>;

export function markOf(event: LocalEvent): Mark {
  const { sign, label, role } = rawMark(event);
  return { sign, label: printable(label).replace(/[\n\t]/g, ' '), role };
}

function rawMark(event: LocalEvent): Mark {
  switch (event.kind) {
    case 'start':
      return { sign: '┳', label: '', role: 'process' };
    case 'request':
      return { sign: '⚐', label: dataLabel(event.request), role: 'application' };
    case 'indicate':
      return { sign: '⚑', label: dataLabel(event.event), role: 'application' };
    case 'store':
      if (event.value === undefined) return { sign: '▤', label: `${event.key} deleted`, role: 'storage' };
      return { sign: '▤', label: `${event.key} = ${dataLabel(event.value)}`, role: 'storage' };
    case 'set-timer':
      return { sign: '◔', label: `${event.name} set`, role: 'timer' };
    case 'cancel-timer':
      return { sign: '⊖', label: `${event.name} cancelled`, role: 'timer' };
    case 'timer':
      return { sign: '◕', label: `${event.name} goes off`, role: 'timer' };
    case 'crash':
      return { sign: '↯', label: 'crash', role: 'crash' };
    case 'recover':
      return { sign: '○', label: 'recovery', role: 'crash' };
    case 'throw':
      return { sign: '✗', label: `throws ${event.message}`, role: 'crash' };
  }
}
