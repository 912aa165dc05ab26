/**
 * What a result rests on.
 *
 * A client that is certain of a value has heard of more replicas than can lie. How it counts them is its own affair: one that has caught a
 * liar may count on fewer from then on. But if f replicas are Byzantine, at least k + 1 - f correct ones have answered.
 */
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { Data } from '../../grader/base/data.ts';
import { CLIENT } from './calls.ts';
import { CALL_EVENTS, follow, nameOf, NO_CALL, type PresentCall } from './presentCall.ts';
import { rightValue } from './replica.ts';
import type { Ballot } from './ballot.ts';
import { fieldOf, hasType } from './wire.ts';

/** Always: a result of a call rests on answers of correct replicas to that call. `why` says what else it seems to rest on. */
export function isBacked({ k, replicas, correct }: Ballot, { fromCall, why }: { fromCall: number; why: string }): Property<PresentCall> {
  const needed = k + 1 - (replicas.length - correct.length);
  return {
    watches: CALL_EVENTS,
    first: NO_CALL,
    observe(call, event) {
      const isResult = event.kind === 'indicate' && call.open && hasType(event.event, 'result');
      if (isResult && call.number >= fromCall && call.notes.length < needed) {
        const answered =
          call.notes.length === 0 ? 'before any correct replica had answered it' : `when only ${call.notes.join()} had answered it`;
        return new Violation(CLIENT, `The client gave a result of ${nameOf(call)} ${answered}. ${why}`);
      }
      return follow(call, event, (from, value) => (correct.includes(from) && value === rightValue(call.op) ? from : undefined));
    },
  };
}

/** The ids of the REQUESTs for the present call, and for all earlier ones. */
interface Ids {
  readonly [key: string]: readonly Data[];
  readonly present: readonly Data[];
  readonly earlier: readonly Data[];
}

/** Always: no id serves two calls. */
export const hasNewId: Property<Ids> = {
  watches: ['request', 'send'],
  first: { present: [], earlier: [] },
  observe(ids, event) {
    if (event.kind === 'request') return { present: [], earlier: [...ids.earlier, ...ids.present] };
    if (event.kind !== 'send' || event.process !== CLIENT || !hasType(event.message, 'REQUEST')) return ids;
    const id = fieldOf(event.message, 'id');
    if (ids.earlier.includes(id)) {
      return new Violation(
        CLIENT,
        `The REQUEST with id ${String(id)} is for a new call, but an earlier call had that id too. A late reply to the one cannot be told from a reply to the other.`,
      );
    }
    return ids.present.includes(id) ? ids : { ...ids, present: [...ids.present, id] };
  },
};
