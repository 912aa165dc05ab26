/** What REPLYs say, and the two promises that need no order: the same answer each time, and an answer in the end. */
import type { Data } from '../../grader/base/data.ts';
import { sameData } from '../../grader/base/sameData.ts';
import { showData } from '../../grader/base/showData.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { readReply, readRequest, showAmong, showRequest, type Request } from './request.ts';

/** The index of the request that a client's REQUEST is about, when it is put into the network; undefined for other events. */
export function requestSent(event: RunEvent, requests: readonly Request[]): number | undefined {
  const request = event.kind === 'send' ? readRequest(event.message) : undefined;
  return request && indexOf(event.process, request.seq, requests);
}

/** What a REPLY says, when it is put into the network, and the index of the request that it answers; undefined for other events. */
export function replySent(event: RunEvent, requests: readonly Request[]): { readonly at: number; readonly value: Data } | undefined {
  const reply = event.kind === 'send' ? readReply(event.message) : undefined;
  const at = reply && event.kind === 'send' ? indexOf(event.to, reply.seq, requests) : undefined;
  return reply && at !== undefined ? { at, value: reply.value } : undefined;
}

function indexOf(client: string, seq: number, requests: readonly Request[]): number | undefined {
  const at = requests.findIndex((request) => request.client === client && request.seq === seq);
  return at >= 0 ? at : undefined;
}

/** By index of the request: what its first REPLY said, in a list of one; an empty list if there was none. */
type Firsts = readonly (readonly Data[])[];

export function sameReply(requests: readonly Request[]): Property<Firsts> {
  return {
    watches: ['send'],
    first: requests.map(() => []),
    observe(firsts, event) {
      const reply = replySent(event, requests);
      if (!reply) return firsts;
      const [first] = firsts[reply.at] ?? [];
      if (first === undefined) return firsts.with(reply.at, [reply.value]);
      if (sameData(reply.value, first)) return firsts;
      return new Violation(
        'server',
        `The server answered ${showAmong(requests, reply.at)} with ${showData(first)} first and with ${showData(reply.value)} later. ` +
          'A repeated request gets the first answer again, whatever has happened since.',
      );
    },
  };
}

/** Once faults stop, every client has all its answers. The state is the requests whose answers have arrived, a bit each. */
export function answered(requests: readonly Request[]): Property<number> {
  return {
    watches: ['receive'],
    first: 0,
    observe(arrived, event) {
      const reply = event.kind === 'receive' ? readReply(event.message) : undefined;
      const at = reply && indexOf(event.process, reply.seq, requests);
      return at === undefined ? arrived : arrived | (1 << at);
    },
    atEnd(arrived) {
      // A client's first request without an answer has been sent, whatever it waits for with the others.
      const at = requests.findIndex((_, index) => !(arrived & (1 << index)));
      const request = requests[at];
      if (!request) return undefined;
      return new Violation(
        'server',
        `${request.client} still has no answer to its ${showRequest(request)}. Faults have stopped, and it has repeated that request in every round since, ` +
          'but no REPLY with its number arrives.',
      );
    },
    lasting: true,
  };
}
