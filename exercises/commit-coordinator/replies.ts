/** What the coordinator does with votes that change nothing any more, and with questions. */
import { Violation, type Property } from '../../grader/sim/property.ts';
import { decidedBy, decisionIn, tellingOf, toldBy, typeOf, type Decision } from './said.ts';

type Votes = {
  readonly decision: Decision | null;
  /** Which arrived since the last crash, while there was no decision. */
  readonly votes: Readonly<Record<string, Decision>>;
  /** What arrived for the handler that runs: a vote after the decision, or one of a participant that had voted already. */
  readonly arrived: 'late' | 'twice' | null;
};

/**
 * A late vote brings no indication. One that comes twice brings no decision either, unless the votes of all have come by then: a coordinator
 * that asks everybody anew may count only the second votes.
 */
export function votes(participants: readonly string[]): Property<Votes> {
  const first: Votes = { decision: null, votes: {}, arrived: null };
  return {
    watches: ['receive', 'send', 'indicate', 'crash', 'done'],
    first,
    observe(state, event) {
      if (event.process !== 'coordinator') return state;
      if (event.kind === 'crash') return first;
      if (event.kind === 'done') return { ...state, arrived: null };
      if (event.kind === 'receive') {
        const vote = voteIn(typeOf(event.message));
        if (!vote) return state;
        if (state.decision) return { ...state, arrived: 'late' };
        if (state.votes[event.from]) return { ...state, arrived: 'twice' };
        return { ...state, votes: { ...state.votes, [event.from]: vote } };
      }

      const told = toldBy(event);
      if (state.arrived === 'late' && (event.kind === 'indicate' || (told && told !== state.decision))) {
        return new Violation(
          'coordinator',
          `A vote arrived after the decision, and the coordinator ${told ? tellingOf(event) : 'indicated something'}. The decision was ${state.decision}, and a late vote changes nothing.`,
        );
      }
      if (!told || state.decision) return state;
      if (state.arrived === 'twice' && !follows(told, participants, state.votes)) {
        return new Violation(
          'coordinator',
          `A vote arrived for the second time, and the coordinator ${tellingOf(event)}. The same vote of the same participant says nothing new.`,
        );
      }
      return { decision: told, votes: {}, arrived: state.arrived };
    },
  };
}

function voteIn(type: string | undefined): Decision | undefined {
  return type === 'VOTE_COMMIT' ? 'commit' : type === 'VOTE_ABORT' ? 'abort' : undefined;
}

function follows(decision: Decision, participants: readonly string[], cast: Readonly<Record<string, Decision>>): boolean {
  return decision === 'commit'
    ? participants.every((participant) => cast[participant] === 'commit')
    : participants.some((participant) => cast[participant] === 'abort');
}

type Questions = {
  /** What the coordinator has told. After a crash only a commit must still be known. */
  readonly decision: Decision | null;
  readonly ended: boolean;
  /** Who has asked, after the decision and before the end, and has no answer. */
  readonly open: Readonly<Record<string, true>>;
};

/** The answer may come later than the handler of the question, but it must come. */
export const questions: Property<Questions> = {
  watches: ['receive', 'send', 'indicate', 'crash'],
  first: { decision: null, ended: false, open: {} },
  observe(state, event) {
    if (event.process !== 'coordinator') return state;
    if (event.kind === 'crash') return { ...state, decision: state.decision === 'commit' ? 'commit' : null, open: {} };
    if (event.kind === 'indicate' && typeOf(event.event) === 'end') return { ...state, decision: null, ended: true };
    if (event.kind === 'receive') {
      const must = typeOf(event.message) === 'DECISION_REQUEST' && state.decision && !state.ended;
      return must ? { ...state, open: { ...state.open, [event.from]: true } } : state;
    }
    const told = toldBy(event);
    if (!told) return state;
    const decision = state.ended ? null : (state.decision ?? told);
    if (event.kind !== 'send' || decidedBy(event) || !decisionIn(event.message)) return { ...state, decision };
    const { [event.to]: _, ...open } = state.open;
    return { ...state, decision, open };
  },
  atEnd({ open }) {
    const [asking] = Object.keys(open);
    if (asking === undefined) return undefined;
    return new Violation(
      'coordinator',
      `${asking} sent DECISION_REQUEST, it arrived after the decision and before the end, and the coordinator never answered it with DECISION_REPLY.`,
    );
  },
};
