/**
 * 2PC's blocking case: the coordinator is down for good. Judged is what a participant does that certainly is READY, and certainly is so alone:
 * a vote that was logged and not sent, or a decision that was indicated and perhaps not logged, count neither way.
 */
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { COORDINATOR, decisionIn, decisionToldBy, saysReady, typeOf } from './message.ts';
import type { Votes } from './votes.ts';

/** What is known of a participant. */
type Mark =
  /** VOTE_REQUEST arrived: before it nobody is READY. */
  | 'asked'
  /** It voted commit. */
  | 'voted'
  /** It was told the outcome, or decided it, since its last crash. */
  | 'informed'
  /** It acknowledged the outcome, so that it knows it across a crash too. */
  | 'acknowledged'
  | 'decided'
  /** It said so. */
  | 'blocked';

type Standing = Readonly<Partial<Record<Mark, true>>>;
type Standings = Readonly<Record<string, Standing>>;

/** `votes`: what each participant has to vote. Whoever has to vote abort is never READY. */
export function blocking(votes: Votes): Property<Standings> {
  const isFree = (process: string, { asked }: Standing = {}): boolean => votes[process] === 'abort' || asked !== true;
  const knows = (process: string, standing: Standing = {}): boolean =>
    isFree(process, standing) || standing.informed === true || standing.acknowledged === true;

  return {
    watches: ['send', 'receive', 'indicate', 'crash'],
    sees: (event) => event.process !== COORDINATOR && (event.kind === 'crash' || marksIn(event).length > 0 || isUncertain(event)),
    // A crash takes the mark of the informed away, and whoever says 'blocked' in time may do so too late another time. Nobody becomes free again, so
    // 'uncertain' is wrong the first time or never.
    saturates: (event) => !marksIn(event).some((mark) => mark === 'informed' || mark === 'blocked'),
    isSymmetric: true,
    first: {},
    observe(standings, event) {
      const { process } = event;
      const standing = standings[process] ?? {};
      if (event.kind === 'crash') {
        const { informed: _, ...rest } = standing;
        return { ...standings, [process]: rest };
      }
      if (isUncertain(event)) {
        if (!isFree(process, standing)) return standings;
        return new Violation(
          process,
          `${process} answered 'uncertain', although it is not READY. It has not voted commit, so it is free to abort, and whoever asks it can then abort too.`,
        );
      }
      const marks = marksIn(event);
      if (marks.includes('blocked') && knows(process, standing)) {
        return new Violation(process, `${process} said 'blocked', although it is not READY: it knows the outcome, or is free to abort.`);
      }
      return { ...standings, [process]: { ...standing, ...Object.fromEntries(marks.map((mark) => [mark, true as const])) } };
    },
    atEnd(standings, { up }) {
      if (up.has(COORDINATOR)) return undefined;
      const knowers = [...up].filter((process) => knows(process, standings[process]));
      for (const process of up) {
        const { voted, decided, blocked } = standings[process] ?? {};
        if (!voted || decided) continue;
        if (knowers.includes(process)) return new Violation(process, `${process} was told the outcome and never decided.`);
        if (knowers[0] !== undefined) {
          return new Violation(
            process,
            `${process} is READY and never decided, although ${knowers[0]} is up and knows the outcome, or is free to abort. The coordinator is down for good, so only another participant can tell.`,
          );
        }
        if (!blocked) {
          return new Violation(
            process,
            `${process} neither decided nor said 'blocked', although it has voted commit and the coordinator is down for good.`,
          );
        }
      }
      return undefined;
    },
  };
}

function isUncertain(event: RunEvent): boolean {
  return event.kind === 'send' && typeOf(event.message) === 'DECISION_REPLY' && saysReady(event.message);
}

function marksIn(event: RunEvent): readonly Mark[] {
  switch (event.kind) {
    case 'receive':
      if (typeOf(event.message) === 'VOTE_REQUEST') return ['asked'];
      // A vote is for the coordinator. Who listens to those of others may, and need not.
      return decisionToldBy(event.message) === undefined || typeOf(event.message) === 'VOTE_ABORT' ? [] : ['informed'];
    case 'send':
      if (typeOf(event.message) === 'VOTE_COMMIT') return ['voted'];
      return typeOf(event.message) === 'ACK' ? ['acknowledged'] : [];
    case 'indicate':
      if (typeOf(event.event) === 'blocked') return ['blocked'];
      return decisionIn(event) === undefined ? [] : ['decided', 'informed'];
    default:
      return [];
  }
}
