/** How the present call stands: what several properties must know, as a fold over the events of a run. */
import type { Data } from '../../grader/base/data.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { CLIENT } from './calls.ts';
import { fieldOf, hasType, textOf } from './wire.ts';

export interface PresentCall {
  readonly [key: string]: Data;
  /** Counted from 1; 0 before there is any. */
  readonly number: number;
  readonly op: string;
  /** Whether it still waits for its end. What follows is empty when it does not. */
  readonly open: boolean;
  /** The ids of its REQUESTs. More than one if the client gives each replica another. */
  readonly ids: readonly Data[];
  /** What was noted of the REPLYs with these ids that the client received: sorted, each note once. */
  readonly notes: readonly string[];
}

export const NO_CALL: PresentCall = { number: 0, op: '', open: false, ids: [], notes: [] };

/** What a property must watch to follow the present call. */
export const CALL_EVENTS = ['request', 'send', 'receive', 'indicate'] as const satisfies readonly RunEvent['kind'][];

/** `note` says what is worth knowing of a REPLY, if anything. */
export function follow<Call extends PresentCall>(
  call: Call,
  event: RunEvent,
  note: (from: string, value: Data) => string | undefined,
): Call {
  if (event.kind === 'request')
    return { ...call, number: call.number + 1, op: textOf(event.request, 'op'), open: true, ids: [], notes: [] };
  if (!call.open || event.process !== CLIENT) return call;
  if (event.kind === 'indicate') return { ...call, open: false, ids: [], notes: [] };
  if (event.kind === 'send' && hasType(event.message, 'REQUEST')) {
    const id = fieldOf(event.message, 'id');
    return call.ids.includes(id) ? call : { ...call, ids: [...call.ids, id] };
  }
  if (event.kind === 'receive' && hasType(event.message, 'REPLY') && call.ids.includes(fieldOf(event.message, 'id'))) {
    const noted = note(event.from, fieldOf(event.message, 'value'));
    if (noted !== undefined && !call.notes.includes(noted)) return { ...call, notes: [...call.notes, noted].sort() };
  }
  return call;
}

/** As it is named to a learner: `call 2 ("4 - 4")`. */
export function nameOf(call: PresentCall): string {
  return `call ${call.number} ("${call.op}")`;
}
