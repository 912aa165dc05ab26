/** What a server is for: it answers, and one order explains the answers. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import { once, type Said } from './once.ts';
import { answered } from './replies.ts';
import type { Request } from './request.ts';

type Service = { readonly said: Said; readonly arrived: number };

/** Every request is executed and answered. */
export function served(requests: readonly Request[]): Property<Service> {
  const executed = once(requests);
  const replied = answered(requests);
  return {
    watches: [...executed.watches, ...replied.watches],
    first: { said: executed.first, arrived: replied.first },
    observe({ said, arrived }, event) {
      const next = executed.observe(said, event);
      if (next instanceof Violation) return next;
      const now = replied.observe(arrived, event);
      return now instanceof Violation ? now : { said: next, arrived: now };
    },
    atEnd: ({ arrived }, end) => replied.atEnd?.(arrived, end),
    lasting: true,
  };
}
