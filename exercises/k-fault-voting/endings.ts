/** What the indications of a client must be, whatever else happens: right, and one for each call. */
import { showData } from '../../grader/base/showData.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { CLIENT } from './calls.ts';
import { rightValue } from './replica.ts';
import type { Ballot } from './ballot.ts';
import { fieldOf, hasType, textOf } from './wire.ts';

/** Always: a result is what the correct replicas computed for the last call. The state is its operation. */
export const isRight: Property<string> = {
  watches: ['request', 'indicate'],
  first: '',
  observe(op, event) {
    if (event.kind === 'request') return textOf(event.request, 'op');
    if (op === '' || event.kind !== 'indicate' || !hasType(event.event, 'result')) return op;
    const value = fieldOf(event.event, 'value');
    if (value === rightValue(op)) return op;
    return new Violation(
      CLIENT,
      `The client gave ${showData(value)} as the result of "${op}", but the correct replicas computed ${rightValue(op)}. A value is sure only when so many replicas say it that they cannot all be lying.`,
    );
  },
};

/** Always: there is an open call for each indication. */
export const isFirst: Property<'none' | 'open' | 'ended'> = {
  watches: ['request', 'indicate'],
  first: 'none',
  observe(calls, event) {
    if (event.kind === 'request') return 'open';
    if (event.kind !== 'indicate') return calls;
    if (calls === 'open') return 'ended';
    const indicated = `The client indicated ${showData(event.event)}`;
    return new Violation(
      CLIENT,
      calls === 'none'
        ? `${indicated} before there was any call. Each call is answered once, and nothing else is.`
        : `${indicated} although the last call had already been answered. Each call is answered once; what comes afterwards belongs to no call.`,
    );
  },
};

/** How many calls have ended in the right result, and which one has not yet. */
interface Worked {
  readonly [key: string]: number | string;
  readonly right: number;
  readonly op: string;
}

/** Eventually: every call that was made has its right result, where all replicas answer. */
export const answers: Property<Worked> = {
  watches: ['request', 'indicate'],
  first: { right: 0, op: '' },
  observe({ right, op }, event) {
    if (event.kind === 'request') return { right, op: textOf(event.request, 'op') };
    const isResult = event.kind === 'indicate' && op !== '' && hasType(event.event, 'result');
    return isResult && fieldOf(event.event, 'value') === rightValue(op) ? { right: right + 1, op: '' } : { right, op };
  },
  atEnd({ op }) {
    if (op === '') return undefined;
    return new Violation(
      CLIENT,
      `The call "${op}" did not end in its right result, although nothing went wrong: all replicas answered it.`,
    );
  },
  lasting: true,
};

/** Eventually: all calls have been made and have their right results. */
export function works({ ops }: Ballot): Property<Worked> {
  return {
    ...answers,
    atEnd: ({ right }) =>
      right === ops.length ? undefined : new Violation(CLIENT, 'The client did not give every call its right result.'),
  };
}
