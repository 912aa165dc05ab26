/**
 * Judges a run that is written down as text, one event a line, the process first:
 *
 *     coordinator  receive  p1 VOTE_COMMIT
 *     coordinator  send     p1 DECISION_REPLY abort
 *     coordinator  indicate decide abort
 */
import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';

/** What the property says of the run: a violation's message, at the event or at the end; 'kept' otherwise. */
export function judgement<State extends Data>(
  property: Property<State>,
  run: string,
  up: readonly string[] = ['coordinator', 'p1', 'p2'],
): string {
  let state = property.first;
  for (const line of run.trim().split('\n')) {
    const event = eventOf(line.trim().split(/\s+/));
    if (!property.watches.includes(event.kind)) continue;
    const next = property.observe(state, event);
    if (next instanceof Violation) return next.message;
    state = next;
  }
  return property.atEnd?.(state, { up: new Set(up), quiet: true })?.message ?? 'kept';
}

function eventOf([process = '', kind = '', ...words]: readonly string[]): RunEvent {
  const [first = '', ...rest] = words;
  switch (kind) {
    case 'receive':
      return { process, kind, from: first, message: said(rest) };
    case 'send':
      return { process, kind, to: first, message: said(rest) };
    case 'indicate':
      return { process, kind, event: said(words) };
    case 'request':
      return { process, kind, request: said(words) };
    case 'store':
      return { process, kind, key: first, value: rest.join(' ') };
    case 'timer':
      return { process, kind, name: first };
    case 'crash':
    case 'recover':
    case 'done':
      return { process, kind };
    default:
      throw new Error(`there is no event of kind ${kind}`);
  }
}

function said([type = '', decision]: readonly string[]): Data {
  return decision === undefined ? { type } : { type, decision };
}
