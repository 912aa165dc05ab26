/** Traces and their notation, one line an exchange: `put A>B | 7@5 - junk@3`. */

export type Spec = {
  readonly earliest: number;
  readonly latest: number;
  readonly value: { readonly [op: string]: number };
  readonly transitions: readonly (readonly [string, string, string])[];
};

export type Reply = { readonly value: number | 'junk'; readonly after: number };

export type Exchange = {
  readonly op: string;
  readonly received: boolean;
  readonly step: readonly [string, string] | null;
  readonly replies: { readonly [observer: string]: Reply | null };
};

export type Halt = 'reliably' | 'eventually' | 'no';

export type Trace = { readonly exchanges: readonly Exchange[]; readonly haltDetected: Halt };

export type Subtype = 'receive' | 'send' | 'early' | 'late' | 'value' | 'state-transition';

export type Verdict = {
  readonly class: 'none' | 'crash' | 'omission' | 'timing' | 'response' | 'arbitrary';
  readonly subtype: Subtype | 'mixed' | null;
  readonly observability: 'fail-stop' | 'fail-noisy' | 'fail-silent' | 'fail-safe' | 'fail-arbitrary' | null;
};

export const OBSERVERS = ['p', 'q', 'r'] as const;

/**
 * Reads an exchange: the operation; the step in the log, or `in` for a request that is in the log without a step, or `lost` for one that
 * is not; then for each observer its reply as value@time, or `-` for nothing.
 */
export function exchange(line: string): Exchange {
  const [request = '', replies = ''] = line.split(' | ');
  const [op = '', log = ''] = request.split(' ');
  const [from, to] = log.split('>');
  return {
    op,
    received: log !== 'lost',
    step: from !== undefined && to !== undefined ? [from, to] : null,
    replies: Object.fromEntries(replies.split(' ').map((text, at) => [OBSERVERS[at] ?? '', reply(text)])),
  };
}

function reply(text: string): Reply | null {
  if (text === '-') return null;
  const [value, after] = text.split('@');
  return { value: value === 'junk' ? 'junk' : Number(value), after: Number(after) };
}
