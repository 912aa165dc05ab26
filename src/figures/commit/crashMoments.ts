/** The moments at which the coordinator of the figure can crash, in words, and the state of that figure. */
import type { Codec } from '../../lesson/figureLink.ts';
import type { Accident, CrashRun } from './crashRun.ts';

export type SharedAccident = Omit<Accident, 'protocol'>;

const TWO = ['START', 'VOTE_REQUEST', 'COMMIT', 'GLOBAL_COMMIT'];
const THREE = ['START', 'VOTE_REQUEST', 'PRECOMMIT', 'PREPARE_COMMIT', 'COMMIT', 'GLOBAL_COMMIT'];

/** A record, then a message to each of three: four acts a round, and three rounds in three-phase commit. */
const ACTS_IN_ROUND = 4;
export const LAST_MOMENT = 12;

/** Everybody has been asked. */
export const FIRST_ACCIDENT: SharedAccident = { after: 4, takesP1: false, splits: false };

/** What the coordinator did last before it crashed. */
export function momentWords(protocol: Accident['protocol'], after: number): string {
  if (after === 0) return 'it has done nothing';
  const words = protocol === 'two-phase' ? TWO : THREE;
  const round = Math.floor((after - 1) / ACTS_IN_ROUND);
  const act = (after - 1) % ACTS_IN_ROUND;
  const word = words[2 * round + (act === 0 ? 0 : 1)];
  if (word === undefined) return 'it has sent everything';
  return act === 0 ? `its last act was to log ${word}` : `its last act was to send ${word} to p${act}`;
}

/** "nobody that is up can decide". */
export function fateWords({ outcomes, violation }: CrashRun): string {
  const up = outcomes.filter((one) => one.outcome !== 'down');
  const by = (outcome: string): readonly string[] => up.filter((one) => one.outcome === outcome).map((one) => one.process);
  if (violation !== undefined) return `atomicity is broken: ${violation.replace(/\.$/, '')}`;
  const blocked = by('blocked');
  if (blocked.length === 0) return `everybody that is up decides: ${up[0]?.outcome ?? 'nothing'}`;
  if (blocked.length === up.length) return 'nobody that is up can decide';
  return `${blocked.join(' and ')} cannot decide, and ${by('commit').length > 0 ? 'another has committed' : 'others have aborted'}`;
}

/** `4`, `6p` where p1 crashes too, `6s` where the network splits, `6ps`. */
export const accidentCodec: Codec<SharedAccident> = {
  write: ({ after, takesP1, splits }) => `${after}${takesP1 ? 'p' : ''}${splits ? 's' : ''}`,
  read(text) {
    const [, number, p, s] = /^(\d{1,2})(p?)(s?)$/.exec(text) ?? [];
    const after = Number(number);
    return number !== undefined && after <= LAST_MOMENT ? { after, takesP1: p === 'p', splits: s === 's' } : undefined;
  },
};
