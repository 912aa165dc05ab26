/** The state of a figure that steps through a transaction, and how it stands in a link: `two-phase_cac_0.1.4`. */
import type { Codec } from '../../lesson/figureLink.ts';
import type { Protocol } from './commitScenarios.ts';
import type { Decision } from './stepwise.ts';

export interface TransactionState {
  readonly protocol: Protocol;
  /** Of p1, p2, p3. */
  readonly votes: readonly Decision[];
  readonly choices: readonly number[];
}

const PROTOCOLS: readonly Protocol[] = ['one-phase', 'two-phase', 'send-first', 'three-phase'];

/** More than any reader takes by hand. */
const MOST_CHOICES = 300;

/** `isRun`: whether the choices can be taken. A link may have been written by anybody. */
export function transactionCodec(isRun: (state: TransactionState) => boolean): Codec<TransactionState> {
  return {
    write: ({ protocol, votes, choices }) => [protocol, votes.map((vote) => vote.charAt(0)).join(''), choices.join('.')].join('_'),
    read(text) {
      const [, name, letters = '', numbers = ''] = /^([a-z-]+)_([ac]{3})_((?:\d{1,3}(?:\.\d{1,3})*)?)$/.exec(text) ?? [];
      const protocol = PROTOCOLS.find((one) => one === name);
      if (protocol === undefined) return undefined;
      const votes = [...letters].map((letter): Decision => (letter === 'a' ? 'abort' : 'commit'));
      const state = { protocol, votes, choices: numbers === '' ? [] : numbers.split('.').map(Number) };
      return state.choices.length <= MOST_CHOICES && isRun(state) ? state : undefined;
    },
  };
}

/** By the name of each participant. */
export function namedVotes(votes: readonly Decision[]): Readonly<Record<string, Decision>> {
  return Object.fromEntries(votes.map((vote, at) => [`p${at + 1}`, vote]));
}
