/** A refusal is an answer like any other: it stays what it was. */
import { showData } from '../../grader/base/showData.ts';
import { Violation, type Property } from '../../grader/sim/property.ts';
import { replySent } from './replies.ts';
import { showAmong, type Request } from './request.ts';

type Refusal = 'open' | 'refused';

/**
 * Once the one withdrawal of these requests has been refused, it is not done.
 *
 * @param requests that withdrawal, and deposits of multiples of ten times its amount: the rest of a balance shows whether it was done
 */
export function insufficient(requests: readonly Request[]): Property<Refusal> {
  const refusable = requests.findIndex(({ op }) => op.type === 'withdraw');
  const op = requests[refusable]?.op;
  const amount = op?.type === 'withdraw' ? op.amount : 0;
  return {
    watches: ['send'],
    first: 'open',
    observe(refusal, event) {
      const reply = replySent(event, requests);
      if (!reply) return refusal;
      if (typeof reply.value === 'number' && reply.value < 0) {
        return new Violation(
          'server',
          `The server did ${showAmong(requests, refusable)} although the balance was less: a REPLY shows ${showData(reply.value)}.`,
        );
      }
      if (refusal === 'open') return reply.at === refusable && reply.value === 'insufficient' ? 'refused' : 'open';
      const refused = `The server had answered ${showAmong(requests, refusable)} with 'insufficient'.`;
      if (reply.at === refusable && reply.value !== 'insufficient') {
        return new Violation(
          'server',
          `${refused} When it came again, the answer was ${showData(reply.value)}. A refusal stays a refusal.`,
        );
      }
      if (typeof reply.value !== 'number' || reply.value % (10 * amount) === 0) return refusal;
      return new Violation('server', `${refused} Now a REPLY shows the balance ${showData(reply.value)}: it was done all the same.`);
    },
  };
}
