/** What a run without faults may cost the coordinator. */
import { Violation, type Property } from '../../grader/sim/property.ts';

const MAX_WRITES = 3;

type Spent = { readonly messages: number; readonly writes: number };

/** At most two messages to each participant, and three calls of stable.set or stable.delete. */
export function cost(participants: readonly string[]): Property<Spent> {
  const maxMessages = 2 * participants.length;
  return {
    watches: ['send', 'store'],
    first: { messages: 0, writes: 0 },
    observe({ messages, writes }, event) {
      if (event.process !== 'coordinator') return { messages, writes };
      if (event.kind === 'store') {
        if (writes < MAX_WRITES) return { messages, writes: writes + 1 };
        return new Violation(
          'coordinator',
          `The coordinator wrote to stable storage more than ${MAX_WRITES} times in a run without faults. A forced write is the dearest thing in a commit.`,
        );
      }
      if (messages < maxMessages) return { messages: messages + 1, writes };
      return new Violation(
        'coordinator',
        `The coordinator sent more than ${maxMessages} messages to ${participants.length} participants in a run without faults. One to ask and one to tell is enough for each.`,
      );
    },
  };
}
