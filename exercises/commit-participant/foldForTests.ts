import type { Data } from '../../grader/base/data.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';

/** What a monitor makes of a run: its last state, or how it was broken. */
export function foldForTests<State extends Data>(property: Property<State>, events: readonly RunEvent[]): State | Violation {
  let state = property.first;
  for (const event of events) {
    if (!property.watches.includes(event.kind) || property.sees?.(event) === false) continue;
    const next: State | Violation = property.observe(state, event);
    if (next instanceof Violation) return next;
    state = next;
  }
  return state;
}
