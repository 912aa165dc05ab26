/**
 * How a run differs from one in which nothing happens to anybody, and its short text: the choices of a schedule.
 *
 * Processes stand by their numbers, from 1. A window of time holds its beginning and not its end.
 */
export type Deviation =
  /** `c2@1500`. With `+3`: in the first handler call of that process from then on, its onRecover too, after its third effect, or after the call if it has fewer; a period later at last, if it is up. */
  | { readonly kind: 'crash'; readonly process: number; readonly at: number; readonly effects?: number }
  /** `r2@1700`. Nothing happens if the process is up. */
  | { readonly kind: 'recover'; readonly process: number; readonly at: number }
  /** `l2-1@700-1400`: what process 2 sends to process 1 in this time is lost, as far as the network may. */
  | ({ readonly kind: 'lose' } & Window)
  /** `d2-1@300-400:1000`: it takes so long, as far as the network may. */
  | ({ readonly kind: 'delay'; readonly delay: number } & Window)
  /** `w2-1@0-3000`: chance loses, delays or hurries each message by itself. */
  | ({ readonly kind: 'wild' } & Window)
  /** `g2-1@5`: once the network has settled, nothing that is sent after period 5 of each round of the link arrives for the longest delay; then all at once. */
  | ({ readonly kind: 'gap'; readonly slot: number } & Link)
  /** `h2-1@5`: the same, but each message takes the longest delay, so that later ones overtake them. */
  | ({ readonly kind: 'overtake'; readonly slot: number } & Link);

interface Link {
  readonly from: number;
  readonly to: number;
}

type Window = Link & { readonly since: number; readonly until: number };

export function deviationText(deviation: Deviation): string {
  switch (deviation.kind) {
    case 'crash':
      return `c${deviation.process}@${deviation.at}${deviation.effects === undefined ? '' : `+${deviation.effects}`}`;
    case 'recover':
      return `r${deviation.process}@${deviation.at}`;
    case 'delay':
      return `d${windowText(deviation)}:${deviation.delay}`;
    case 'lose':
      return `l${windowText(deviation)}`;
    case 'wild':
      return `w${windowText(deviation)}`;
    case 'gap':
      return `g${deviation.from}-${deviation.to}@${deviation.slot}`;
    case 'overtake':
      return `h${deviation.from}-${deviation.to}@${deviation.slot}`;
  }
}

function windowText({ from, to, since, until }: Window): string {
  return `${from}-${to}@${since}-${until}`;
}

const FAULT = /^([cr])(\d{1,9})@(\d{1,9})(?:\+(\d{1,4}))?$/;
const WINDOW = /^([ldw])(\d{1,9})-(\d{1,9})@(\d{1,9})-(\d{1,9})(?::(\d{1,9}))?$/;
const PATTERN = /^([gh])(\d{1,9})-(\d{1,9})@(\d{1,9})$/;

/** Reads what `deviationText` wrote. */
export function deviationFrom(text: string): Deviation | undefined {
  const fault = FAULT.exec(text);
  if (fault) {
    const [, letter, process, at, effects] = fault;
    const facts = { process: Number(process), at: Number(at) };
    if (letter === 'c') return { kind: 'crash', ...facts, ...(effects === undefined ? {} : { effects: Number(effects) }) };
    return effects === undefined ? { kind: 'recover', ...facts } : undefined;
  }
  const window = WINDOW.exec(text);
  if (window) {
    const [, letter, from, to, since, until, delay] = window;
    const facts = { from: Number(from), to: Number(to), since: Number(since), until: Number(until) };
    if (letter === 'd') return delay === undefined ? undefined : { kind: 'delay', ...facts, delay: Number(delay) };
    return delay === undefined ? { kind: letter === 'l' ? 'lose' : 'wild', ...facts } : undefined;
  }
  const [matched, letter, from, to, slot] = PATTERN.exec(text) ?? [];
  if (matched === undefined) return undefined;
  return { kind: letter === 'g' ? 'gap' : 'overtake', from: Number(from), to: Number(to), slot: Number(slot) };
}

/** The processes that a deviation concerns, by their numbers. */
export function processesOf(deviation: Deviation): readonly number[] {
  return deviation.kind === 'crash' || deviation.kind === 'recover' ? [deviation.process] : [deviation.from, deviation.to];
}
