/**
 * Requests that come once more when their client has long had the answers.
 *
 * The scenario deposits 1, 10, 100, …, so that each digit of a balance counts how often one request was executed.
 */
import { showData } from '../../grader/base/showData.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { replySent } from './replies.ts';
import { readRequest, showAmong, type Request } from './request.ts';

type Arrivals = {
  /** The highest `ackUpTo` that the client has sent. */
  readonly ackUpTo: number;
  /** The requests that have arrived, a bit each. */
  readonly arrived: number;
  /** Those that came again before they were old: a second execution may be due to that. */
  readonly again: number;
  /** Those that came again when they were old. */
  readonly old: number;
};

export function old(requests: readonly Request[]): Property<Arrivals> {
  return {
    watches: ['send', 'receive'],
    first: { ackUpTo: 0, arrived: 0, again: 0, old: 0 },
    observe(arrivals, event) {
      const request = event.kind === 'send' || event.kind === 'receive' ? readRequest(event.message) : undefined;
      if (request && event.kind === 'send') return { ...arrivals, ackUpTo: Math.max(arrivals.ackUpTo, request.ackUpTo) };
      if (request) return withArrival(arrivals, request.seq);
      const reply = replySent(event, requests);
      if (typeof reply?.value !== 'number') return arrivals;
      const { value } = reply;
      const suspects = arrivals.old & ~arrivals.again;
      const at = requests.findIndex((_, index) => suspects & (1 << index) && timesExecuted(value, index) > 1);
      if (at < 0) return arrivals;
      return new Violation(
        'server',
        `The server executed ${showAmong(requests, at)} again. It arrived once more when its client had already acknowledged the answer, so it was old; ` +
          `and now a REPLY shows the balance ${showData(value)}, in which its amount is contained ${timesExecuted(value, at)} times.`,
      );
    },
  };
}

function withArrival(arrivals: Arrivals, seq: number): Arrivals {
  const bit = 1 << (seq - 1);
  if (seq <= arrivals.ackUpTo) return { ...arrivals, old: arrivals.old | bit };
  if (arrivals.arrived & bit) return { ...arrivals, again: arrivals.again | bit };
  return { ...arrivals, arrived: arrivals.arrived | bit };
}

function timesExecuted(balance: number, at: number): number {
  return Math.floor(balance / 10 ** at) % 10;
}
