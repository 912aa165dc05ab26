/** Eventually: every call has a result, and no replica is waited for that might never answer. */
import { showData } from '../../grader/base/showData.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { CLIENT } from './calls.ts';
import { CALL_EVENTS, follow, nameOf, NO_CALL, type PresentCall } from './presentCall.ts';
import { rightValue } from './replica.ts';
import type { Ballot } from './ballot.ts';
import { hasType } from './wire.ts';

/** The notes are the names of the correct replicas that have answered. */
export function isPrompt({ k, correct }: Ballot): Property<PresentCall> {
  return {
    watches: [...CALL_EVENTS, 'done'],
    first: NO_CALL,
    observe(call, event) {
      if (event.kind === 'indicate' && call.open && !hasType(event.event, 'result')) {
        return new Violation(
          CLIENT,
          `The client ended ${nameOf(call)} with ${showData(event.event)}, although no more than k = ${k} of the replicas are faulty. The others answer it, and none of their answers is lost, so there is a result.`,
        );
      }
      if (event.kind === 'done' && event.process === CLIENT && call.open && call.notes.length > k) {
        return new Violation(
          CLIENT,
          `The client has no result of ${nameOf(call)} although ${listed(call.notes)} answered it: k + 1 = ${k + 1} correct ${k === 0 ? 'replica' : 'replicas'}. All the others may stay silent for ever.`,
        );
      }
      return follow(call, event, (from, value) => (correct.includes(from) && value === rightValue(call.op) ? from : undefined));
    },
    atEnd(call) {
      // A call that was not made is not the client's affair: nobody insists on it while the client sets timers for ever.
      if (!call.open) return undefined;
      return new Violation(
        CLIENT,
        `The client never ended ${nameOf(call)}. Nothing is under way any more, and of the k + 1 = ${k + 1} correct answers that it takes ${call.notes.length} ${call.notes.length === 1 ? 'has' : 'have'} come.`,
      );
    },
    lasting: true,
  };
}

/** "r1", "r1 and r2", "r1, r2 and r3". */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
