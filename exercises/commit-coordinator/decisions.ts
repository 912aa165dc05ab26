/** What holds at every moment: one decision, asked for, unanimous, never taken back. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import { hasPromised } from './participant.ts';
import { decidedBy, tellingOf, toldBy, typeOf, type Decision } from './said.ts';

/** The decision that was indicated first, by whomever. */
export const agreement: Property<Decision | null> = {
  watches: ['indicate'],
  first: null,
  observe(before, event) {
    const decision = decidedBy(event);
    if (!decision) return before;
    if (!before || before === decision) return decision;
    return new Violation(
      event.process,
      `${event.process === 'coordinator' ? 'The coordinator' : event.process} decided ${decision}, but ${before} had already been decided in this transaction. Whoever decides, before a crash or after it, must decide the same.`,
    );
  },
};

/** The participants that have recorded that they can commit: from then on each of them has promised it, whether its vote is under way or not. */
export function validity(participants: readonly string[]): Property<Readonly<Record<string, true>>> {
  return {
    watches: ['store', 'send', 'indicate'],
    first: {},
    observe(voted, event) {
      if (event.kind === 'store') return hasPromised(event) ? { ...voted, [event.process]: true } : voted;
      if (toldBy(event) !== 'commit') return voted;
      const missing = participants.filter((participant) => !voted[participant]);
      if (missing.length === 0) return voted;
      return new Violation(
        'coordinator',
        `The coordinator ${tellingOf(event)}, but ${missing.join(' and ')} had not voted commit. A transaction commits only if every participant has said that it can.`,
      );
    },
  };
}

/** Before the request nothing is sent. A coordinator that has crashed may have forgotten whether it was asked; it may abort then. */
export const requested: Property<boolean> = {
  watches: ['request', 'recover', 'send'],
  sees: (event) => event.process === 'coordinator',
  first: false,
  observe(asked, event) {
    if (asked || event.kind !== 'send') return true;
    return new Violation(
      'coordinator',
      `The coordinator sent ${typeOf(event.message) ?? 'a message'} to ${event.to}, but nobody had asked it to commit anything. Before the request nothing is sent.`,
    );
  },
};

type Told = {
  readonly decision: Decision | null;
  /** Whether `decide` has been indicated since the last crash. */
  readonly indicated: boolean;
};

/** Whatever the coordinator has told anybody holds for ever. */
export const logged: Property<Told> = {
  watches: ['send', 'indicate', 'crash'],
  first: { decision: null, indicated: false },
  observe(told, event) {
    if (event.kind === 'crash') return event.process === 'coordinator' ? { ...told, indicated: false } : told;
    const decision = toldBy(event);
    if (!decision) return told;
    if (told.decision && told.decision !== decision) {
      return new Violation(
        'coordinator',
        `The coordinator ${tellingOf(event)}, but it had told ${told.decision} before. What has left this process cannot be taken back, and a crash forgets only what is not in stable storage.`,
      );
    }
    if (event.kind === 'indicate' && told.indicated) {
      return new Violation('coordinator', `The coordinator indicated its decision, ${decision}, twice without a crash in between.`);
    }
    return { decision, indicated: told.indicated || event.kind === 'indicate' };
  },
};
