/** What can still become of a transaction, read from what its processes have logged. */
import { listed } from '../listed.ts';
import type { Protocol } from './commitScenarios.ts';
import type { Standings } from './standings.ts';
import type { Decision } from './stepwise.ts';
import { COORDINATOR } from './twoPhase.ts';

export interface Meter {
  readonly atomicity: 'holds' | 'broken';
  readonly outcome: 'open' | 'commit' | 'abort' | 'both';
  readonly words: string;
}

export interface Metered {
  readonly protocol: Protocol;
  readonly votes: Readonly<Record<string, Decision>>;
  readonly standings: Standings;
  readonly violation: string | undefined;
}

export function meterOf({ protocol, votes, standings, violation }: Metered): Meter {
  const { of, told } = standings;
  if (violation !== undefined) return { atomicity: 'broken', outcome: 'both', words: `Atomicity is broken: ${violation}` };
  const unable = Object.keys(votes).filter((one) => votes[one] === 'abort');
  const record = of.get(COORDINATOR)?.log.at(-1) ?? 'INIT';
  const recorded = record === 'COMMIT' ? 'commit' : record === 'ABORT' ? 'abort' : undefined;
  if (protocol === 'one-phase' && recorded) {
    return holds(
      recorded,
      unable.length === 0
        ? 'Decided: commit, and nobody was asked. This time everybody can.'
        : `Decided: commit, and nobody was asked. ${listed(unable)} cannot.`,
    );
  }
  if (recorded === 'commit') return holds('commit', 'Decided: commit. It is on the coordinator’s disk, and no crash can take it back.');
  if (recorded === 'abort') return holds('abort', 'Decided: abort. It is on the coordinator’s disk.');
  const knows = [...of.keys()].filter((one) => told.has(one) || of.get(one)?.decision === 'commit');
  if (protocol === 'send-first' && knows.length > 0 && unable.length === 0) {
    return holds(
      'open',
      `Danger: commit is on its way to ${listed(knows)}, and no disk holds it. A crash of the coordinator now would end in abort.`,
    );
  }
  const aborted = Object.keys(votes).filter((one) => of.get(one)?.decision === 'abort');
  if (aborted.length > 0) return holds('abort', `Only abort is left: ${listed(aborted)} has aborted, and will not vote commit.`);
  if (protocol === 'one-phase') return holds('open', 'Nothing is decided, and nobody will be asked.');
  return unable.length > 0
    ? holds('open', `Nothing is decided. Only you know that ${listed(unable)} cannot commit.`)
    : holds('open', 'Nothing is decided: a crash now would end in abort, and no crash in commit.');
}

function holds(outcome: Meter['outcome'], words: string): Meter {
  return { atomicity: 'holds', outcome, words };
}
