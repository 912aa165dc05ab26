/** What becomes of a call that too few correct replicas answer. */
import type { Data } from '../../grader/base/data.ts';
import { showData } from '../../grader/base/showData.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { CLIENT } from './calls.ts';
import { CALL_EVENTS, follow, nameOf, NO_CALL, type PresentCall } from './presentCall.ts';
import { rightValue } from './replica.ts';
import type { Silence } from './scenarios.ts';
import { fieldOf, hasType } from './wire.ts';

interface TimedCall extends PresentCall {
  /** Whether a timer has gone off while it was open. */
  readonly late: boolean;
}

/**
 * Eventually: a hopeless call ends in 'unknown', after a timer; the others in their result. The notes are the replicas with what they said,
 * for a liar may say what is right: then there can be enough equal answers.
 */
export function isGivenUp({ k, hopeless }: Silence): Property<TimedCall> {
  return {
    watches: [...CALL_EVENTS, 'timer'],
    first: { ...NO_CALL, late: false },
    observe(call, event) {
      if (event.kind === 'indicate') {
        const wrong = judge(call, event.event);
        if (wrong !== undefined) return new Violation(CLIENT, wrong);
      }
      const next = follow(call, event, (from, value) => `${from} ${showData(value)}`);
      const late = next.open && (call.late || (event.kind === 'timer' && event.process === CLIENT));
      return late === next.late ? next : { ...next, late };
    },
    atEnd(call) {
      if (!call.open) return undefined;
      const expected = hopeless.includes(call.op) ? "'unknown'" : 'a result';
      return new Violation(CLIENT, `The client never told the application how ${nameOf(call)} ended. It must end in ${expected}.`);
    },
    lasting: true,
  };

  function judge(call: TimedCall, event: Data): string | undefined {
    const indicated = `The client indicated ${showData(event)}`;
    if (!call.open) return `${indicated} when ${call.number === 0 ? 'there was no call yet' : `${nameOf(call)} had already ended`}.`;
    const value = fieldOf(event, 'value');
    if (!hopeless.includes(call.op)) {
      if (hasType(event, 'result') && value === rightValue(call.op)) return undefined;
      return `${indicated} for ${nameOf(call)}, but no more than k = ${k} replicas are faulty in that call, and the others computed ${rightValue(call.op)}.`;
    }
    if (hasType(event, 'unknown')) {
      return call.late ? undefined : `${indicated} for ${nameOf(call)} before a timer had gone off. Until then more answers could come.`;
    }
    const saying = call.notes.filter((note) => note.endsWith(` ${showData(value)}`)).length;
    if (hasType(event, 'result') && value === rightValue(call.op) && saying > k) return undefined;
    return `${indicated} for ${nameOf(call)} when it had that value from ${count(saying)}. With k = ${k} that proves nothing, so the answer is 'unknown' when the timer goes off.`;
  }
}

function count(replicas: number): string {
  return replicas === 1 ? '1 replica' : `${replicas} replicas`;
}
