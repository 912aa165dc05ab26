/** Runs of the client, written as lines of text, as the properties see them. */
import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { CLIENT } from './calls.ts';

/**
 * One event a line: `call 2 + 3`, `ask r1 id 1`, `r1 says 5 id 1`, `result 5`, `unknown`, `timer`, `done`.
 * Answers how the property is broken, by an event or in the end; undefined if it is kept.
 */
export function judge<State extends Data>(property: Property<State>, run: string): string | undefined {
  let state = property.first;
  for (const line of run.split('\n')) {
    if (line.trim() === '') continue;
    const event = eventOf(line.trim());
    if (!property.watches.includes(event.kind)) continue;
    const next = property.observe(state, event);
    if (next instanceof Violation) return next.message;
    state = next;
  }
  return property.atEnd?.(state, { up: new Set([CLIENT]), quiet: true })?.message;
}

function eventOf(line: string): RunEvent {
  const [first = '', second = '', third = '', , fifth] = line.split(' ');
  switch (first) {
    case 'call':
      return { process: CLIENT, kind: 'request', request: { type: 'call', op: line.slice('call '.length) } };
    case 'ask':
      return { process: CLIENT, kind: 'send', to: second, message: { type: 'REQUEST', id: Number(line.split(' ').at(-1)), op: '' } };
    case 'result':
      return { process: CLIENT, kind: 'indicate', event: { type: 'result', value: Number(second) } };
    case 'unknown':
      return { process: CLIENT, kind: 'indicate', event: { type: 'unknown' } };
    case 'timer':
      return { process: CLIENT, kind: 'timer', name: 'give up' };
    case 'done':
      return { process: CLIENT, kind: 'done' };
    default: {
      const message = { type: 'REPLY', id: Number(fifth), replica: first, value: Number(third) };
      return { process: CLIENT, kind: 'receive', from: first, message };
    }
  }
}
