/**
 * 2PC's blocking case: the coordinator is down for good. Judged is what a participant does that certainly is READY, and certainly is so alone:
 * a vote that was logged and not sent, or a decision that was indicated and perhaps not logged, count neither way.
 */
import { Violation, type Property } from '../../grader/sim/property.ts';
import type { RunEvent } from '../../grader/sim/runEvent.ts';
import { COORDINATOR, decisionToldBy, typeOf } from './message.ts';
import type { Votes } from './votes.ts';

type Standing = {
  /** VOTE_REQUEST arrived: before it nobody is READY. */
  readonly asked?: true;
  /** It voted commit. */
  readonly voted?: true;
  /** It decided. */
  readonly decided?: true;
  /** Since its last crash it was told the outcome or decided it. */
  readonly informed?: true;
  /** It acknowledged the outcome, so that it knows it across a crash too. */
  readonly acknowledged?: true;
  /** It said 'blocked'. */
  readonly blocked?: true;
};

type Standings = Readonly<Record<string, Standing>>;

/** `votes`: what each participant has to vote. Whoever has to vote abort is never READY. */
export function blocking(votes: Votes): Property<Standings> {
  const knows = (process: string, { asked, informed, acknowledged }: Standing): boolean =>
    votes[process] === 'abort' || informed === true || acknowledged === true || asked !== true;

  return {
    watches: ['send', 'receive', 'indicate', 'crash'],
    first: {},
    observe(standings, event) {
      const { process } = event;
      if (process === COORDINATOR) return standings;
      const standing = standings[process] ?? {};
      if (event.kind === 'indicate' && typeOf(event.event) === 'blocked' && knows(process, standing)) {
        return new Violation(process, `${process} said 'blocked', although it is not READY: it knows the outcome, or is free to abort.`);
      }
      return { ...standings, [process]: after(standing, event) };
    },
    atEnd(standings, { up }) {
      if (up.has(COORDINATOR)) return undefined;
      const knowers = [...up].filter((process) => knows(process, standings[process] ?? {}));
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
            `${process} never said 'blocked', although the coordinator is down for good and all participants that are up are READY.`,
          );
        }
      }
      return undefined;
    },
  };
}

function after(standing: Standing, event: RunEvent): Standing {
  switch (event.kind) {
    case 'receive':
      if (typeOf(event.message) === 'VOTE_REQUEST') return { ...standing, asked: true };
      return decisionToldBy(event.message) === undefined ? standing : { ...standing, informed: true };
    case 'send':
      if (typeOf(event.message) === 'VOTE_COMMIT') return { ...standing, voted: true };
      return typeOf(event.message) === 'ACK' ? { ...standing, acknowledged: true } : standing;
    case 'indicate':
      if (typeOf(event.event) === 'blocked') return { ...standing, blocked: true };
      return typeOf(event.event) === 'decide' ? { ...standing, decided: true, informed: true } : standing;
    case 'crash': {
      const { informed: _forgotten, ...rest } = standing;
      return rest;
    }
    default:
      return standing;
  }
}
