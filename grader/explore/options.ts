/** What may happen next in a run, in words: the steps that are possible in a world, in the order that schedules number. */
import { traceText } from '../base/traceData.ts';
import type { Effect } from '../sandbox/handlerCall.ts';
import type { Move, MoveKind } from '../sim/moves.ts';
import type { Envelope } from '../sim/network.ts';
import { dataWords } from '../trace/dataWords.ts';

/** One possible step, or that faults stop and the run goes on by itself (`settle`). */
export interface Option {
  /** Its number in a schedule. */
  readonly choice: number;
  readonly kind: MoveKind | 'settle';
  /** Where it happens; empty for `settle`. */
  readonly process: string;
  /** "VOTE_COMMIT from p1 arrives at coordinator". */
  readonly words: string;
  /** Whether something goes wrong there: a loss, a duplicate, a crash. */
  readonly isFault: boolean;
}

const FAULTS: ReadonlySet<MoveKind> = new Set(['lose', 'duplicate', 'crash']);

/** `mayStop`: whether faults may stop here. */
export function optionsOf(names: readonly string[], moves: readonly Move[], mayStop: boolean): readonly Option[] {
  const steps = moves.map((move, choice): Option => {
    const crashes = move.outcome?.crashed === true;
    return {
      choice,
      kind: move.kind,
      process: names[move.process] ?? '',
      words: `${causeWords(move, names)}${crashes ? crashWords(move, names) : ''}`,
      isFault: FAULTS.has(move.kind) || crashes,
    };
  });
  if (!mayStop) return steps;
  const settle = (order: number, how: string): Option => ({
    choice: moves.length + order,
    kind: 'settle',
    process: '',
    words: `nothing goes wrong any more: all that is in flight arrives, ${how}`,
    isFault: false,
  });
  return [...steps, settle(0, 'first to last'), settle(1, 'last to first')];
}

function causeWords({ kind, process, event, envelope }: Move, names: readonly string[]): string {
  const name = names[process] ?? '';
  const [first = ''] = event?.args ?? [];
  switch (kind) {
    case 'start':
      return `${name} starts`;
    case 'request':
      return `${name} gets the request ${wordsOf(first)}`;
    case 'deliver':
      return envelope && event
        ? `${messageWords(envelope, names)} arrives`
        : `${messageWords(envelope, names)} arrives at nobody: ${name} is down`;
    case 'lose':
      return `${messageWords(envelope, names)} is lost`;
    case 'duplicate':
      return `${messageWords(envelope, names)} is duplicated`;
    case 'timer':
      return `the timer ${event?.name ?? ''} of ${name} goes off`;
    case 'choice':
      return `${name} does as its adversary likes: ${wordsOf(first)}`;
    case 'crash':
      return `${name} crashes`;
    case 'recover':
      return `${name} recovers`;
    case 'round':
      return `${name} repeats what it has to`;
  }
}

function crashWords({ process, outcome }: Move, names: readonly string[]): string {
  const name = names[process] ?? '';
  const last = outcome?.effects.at(-1);
  return last ? `, and ${name} crashes right after it ${effectWords(last)}` : `, and ${name} crashes before it does anything`;
}

function effectWords(effect: Effect): string {
  switch (effect.kind) {
    case 'send':
      return `sends ${wordsOf(effect.message)} to ${effect.to}`;
    case 'set-timer':
      return `sets the timer ${effect.name}`;
    case 'cancel-timer':
      return `cancels the timer ${effect.name}`;
    case 'store':
      return effect.value === undefined ? `deletes ${effect.key}` : `stores ${effect.key} = ${wordsOf(effect.value)}`;
    case 'indicate':
      return `indicates ${wordsOf(effect.event)}`;
  }
}

function messageWords(envelope: Envelope | undefined, names: readonly string[]): string {
  if (!envelope) return 'a message';
  return `${wordsOf(envelope.message)} from ${names[envelope.from] ?? ''} to ${names[envelope.to] ?? ''}`;
}

function wordsOf(text: string): string {
  return dataWords(traceText(text));
}
