/** What a decision takes: commit takes every vote, and whoever has voted commit decides only what it was told. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { COORDINATOR, type Decision, decisionIn, decisionToldBy, typeOf } from './message.ts';
import type { Votes } from './votes.ts';

/** What a participant did, or was told by another process: it 'voted' commit, it was told to 'commit' or 'abort'. */
type Ground = 'voted' | Decision;
type Grounds = Readonly<Record<string, Readonly<Partial<Record<Ground, true>>>>>;

export function validity(votes: Votes): Property<Grounds> {
  return {
    watches: ['send', 'receive', 'indicate'],
    sees: (event) => groundIn(event) !== undefined || decisionIn(event) !== undefined,
    // Grounds are only ever added. A decision adds none, and is judged by those that there are.
    saturates: (event) => event.kind !== 'indicate',
    isSymmetric: true,
    first: {},
    observe(grounds, event) {
      const { process } = event;
      const ground = groundIn(event);
      if (ground !== undefined) {
        return grounds[process]?.[ground] ? grounds : { ...grounds, [process]: { ...grounds[process], [ground]: true } };
      }
      const decision = decisionIn(event);
      if (decision === 'commit') {
        const unwilling = Object.keys(votes).find((one) => votes[one] === 'abort' || !grounds[one]?.voted);
        if (unwilling !== undefined) {
          const why = votes[unwilling] === 'abort' ? 'has to vote abort' : 'has not voted';
          return new Violation(
            process,
            `${process} decided commit, although ${unwilling} ${why}. Commit takes the vote of every participant.`,
          );
        }
      }
      if (decision !== undefined && grounds[process]?.voted && !grounds[process]?.[decision]) {
        return new Violation(
          process,
          `${process} decided ${decision} alone. It had voted commit, and neither the coordinator nor another participant had told it to ${decision}.`,
        );
      }
      return grounds;
    },
  };
}

function groundIn(event: RunEvent): Ground | undefined {
  if (event.process === COORDINATOR) return undefined;
  if (event.kind === 'send') return typeOf(event.message) === 'VOTE_COMMIT' ? 'voted' : undefined;
  return event.kind === 'receive' && event.from !== event.process ? decisionToldBy(event.message) : undefined;
}
