/** How the transaction comes out, and that it comes out at all. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import { decidedBy, typeOf, type Decision } from './said.ts';

/** The work of the exercise, where all vote commit: commit, and an end. */
export const done: Property<{ readonly committed: boolean; readonly ended: boolean }> = {
  watches: ['indicate'],
  first: { committed: false, ended: false },
  observe(before, event) {
    if (event.process !== 'coordinator' || event.kind !== 'indicate') return before;
    return {
      committed: before.committed || decidedBy(event) === 'commit',
      ended: before.ended || typeOf(event.event) === 'end',
    };
  },
  atEnd({ committed, ended }) {
    if (committed && ended) return undefined;
    return new Violation(
      'coordinator',
      `Nothing goes wrong in this run and all vote commit, but the coordinator never indicates ${committed ? "its 'end'" : 'that it commits'}.`,
    );
  },
  lasting: true,
};

/** Judged where all vote commit, nothing fails and no timer goes off early. */
export const commits = outcome('commit', 'Every participant votes commit, and no message is lost or late.');

/** Judged where a participant is down. */
export const silentVoter = outcome('abort', 'A participant is down, and its vote does not come. Silence is no consent.');

function outcome(right: Decision, because: string): Property<Decision | null> {
  return {
    watches: ['indicate'],
    first: null,
    observe(before, event) {
      const decision = event.process === 'coordinator' ? decidedBy(event) : undefined;
      if (!decision || decision === right) return decision ?? before;
      return new Violation('coordinator', `${because} The coordinator decided ${decision} instead of ${right}.`);
    },
    atEnd(decision) {
      if (decision) return undefined;
      return new Violation('coordinator', `${because} The coordinator never decides ${right}.`);
    },
    lasting: true,
  };
}

/** The participants that have decided. */
export function termination(participants: readonly string[]): Property<Readonly<Record<string, true>>> {
  return {
    watches: ['indicate'],
    first: {},
    observe(decided, event) {
      if (event.process === 'coordinator' || !decidedBy(event)) return decided;
      return { ...decided, [event.process]: true };
    },
    atEnd(decided, { up }) {
      const waiting = participants.filter((participant) => up.has(participant) && !decided[participant]);
      if (waiting.length === 0) return undefined;
      const [first = '', ...others] = waiting;
      return new Violation(
        first,
        `Faults have stopped and every process is up, but ${[first, ...others].join(' and ')} never ${others.length > 0 ? 'decide' : 'decides'}. A participant that has voted commit and hears nothing holds its locks for ever.`,
      );
    },
    lasting: true,
  };
}

type Answered = { readonly asked: boolean; readonly committed: boolean; readonly ended: boolean };

/** Judged where there are no participants: nothing is left to wait for when the request has been handled. */
export const forNobody: Property<Answered> = {
  watches: ['request', 'indicate', 'done'],
  first: { asked: false, committed: false, ended: false },
  observe(before, event) {
    switch (event.kind) {
      case 'request':
        return { ...before, asked: true };
      case 'indicate':
        if (decidedBy(event) === 'abort')
          return new Violation('coordinator', 'There are no participants, so nobody objects. The coordinator aborted.');
        return {
          ...before,
          committed: before.committed || decidedBy(event) === 'commit',
          ended: before.ended || typeOf(event.event) === 'end',
        };
      default:
        if (!before.asked || (before.committed && before.ended)) return before;
        return new Violation(
          'coordinator',
          `There are no participants, so there is nobody to wait for. After the request the coordinator has not indicated ${before.committed ? "its 'end'" : 'that it commits'}.`,
        );
    }
  },
};
