/** The cost of a call. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import { CLIENT } from './calls.ts';
import type { Ballot } from './ballot.ts';
import { hasType } from './wire.ts';

/** Always: no call takes more REQUESTs than there are replicas. The state is how many were sent for the last call. */
export function isFrugal({ replicas }: Ballot): Property<number> {
  return {
    watches: ['request', 'send'],
    first: 0,
    observe(sent, event) {
      if (event.kind === 'request') return 0;
      if (event.kind !== 'send' || event.process !== CLIENT || !hasType(event.message, 'REQUEST')) return sent;
      if (sent < replicas.length) return sent + 1;
      return new Violation(
        CLIENT,
        `The client sent ${sent + 1} REQUESTs for one call, and n is ${replicas.length}. Nothing is lost, so no replica needs to be asked twice.`,
      );
    },
  };
}
