/** `end`: not before every participant has acknowledged, not twice, and, where the contract asks for it, at all. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import { toldBy, typeOf } from './said.ts';

type Ending =
  | {
      readonly ended: false;
      readonly asked: boolean;
      /** Whose ACK has arrived at the coordinator, in whichever of its lives. */
      readonly acknowledged: Readonly<Record<string, true>>;
      readonly committed: boolean;
      readonly crashed: boolean;
    }
  /** `now`: since the last crash. `unasked`: the handler that runs is a timer's. */
  | { readonly ended: true; readonly now: boolean; readonly unasked: boolean };

export function ending(participants: readonly string[]): Property<Ending> {
  return {
    watches: ['request', 'receive', 'timer', 'send', 'indicate', 'crash', 'done'],
    first: { ended: false, asked: false, acknowledged: {}, committed: false, crashed: false },
    observe(state, event) {
      if (event.process !== 'coordinator') return state;
      const isEnd = event.kind === 'indicate' && typeOf(event.event) === 'end';

      if (state.ended) {
        if (event.kind === 'crash') return { ended: true, now: false, unasked: false };
        if (event.kind === 'timer') return { ...state, unasked: state.now };
        if (event.kind === 'done') return { ...state, unasked: false };
        if (isEnd && state.now) return new Violation('coordinator', "The coordinator indicated 'end' twice without a crash in between.");
        if (event.kind === 'send' && state.unasked && typeOf(event.message) !== 'DECISION_REPLY') {
          return new Violation(
            'coordinator',
            `The coordinator had indicated 'end', which says that nothing is left to send. Then a timer went off and it sent ${typeOf(event.message) ?? 'a message'} to ${event.to}.`,
          );
        }
        return isEnd ? { ...state, now: true } : state;
      }

      if (isEnd) {
        const missing = participants.filter((participant) => !state.acknowledged[participant]);
        if (missing.length === 0) return { ended: true, now: true, unasked: false };
        return new Violation(
          'coordinator',
          `The coordinator indicated 'end' before an ACK of ${missing.join(' or ')} had arrived. Until then it cannot know that the decision is in every participant's stable storage.`,
        );
      }
      if (event.kind === 'request') return { ...state, asked: true };
      if (event.kind === 'crash') return { ...state, crashed: true };
      if (event.kind === 'receive' && typeOf(event.message) === 'ACK') {
        return { ...state, acknowledged: { ...state.acknowledged, [event.from]: true } };
      }
      return toldBy(event) === 'commit' ? { ...state, committed: true } : state;
    },
    atEnd(state, { up }) {
      // One that is down for good will never acknowledge.
      if (!participants.every((participant) => up.has(participant))) return undefined;
      if (state.ended || !state.asked || (state.crashed && !state.committed)) return undefined;
      const silent = participants.filter((participant) => !state.acknowledged[participant]);
      return new Violation(
        'coordinator',
        `Faults have stopped, but the coordinator never indicates 'end'. ${whyItShould(participants, silent)}`,
      );
    },
    lasting: true,
  };
}

function whyItShould(participants: readonly string[], silent: readonly string[]): string {
  if (participants.length === 0) return 'There are no participants, so there is no ACK to wait for.';
  if (silent.length === 0) return 'Every participant has acknowledged.';
  return `It has no ACK of ${silent.join(' and ')}, and each participant acknowledges every GLOBAL_COMMIT and GLOBAL_ABORT that it receives.`;
}
