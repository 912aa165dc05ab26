/** What happened, in words. Names and values of the learner's stand there as text that is safe on any screen. */
import { printable } from '../base/printable.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import { dataWords } from './dataWords.ts';
import { envelopesOf, type Envelope } from './envelopes.ts';

export interface EventWords {
  readonly event: TraceEvent;
  /** "p1 sends VOTE_COMMIT to coordinator". */
  readonly sentence: string;
  /** The same in columns: who, what, and with what: `p1`, `send`, `VOTE_COMMIT → coordinator`. */
  readonly process: string;
  readonly verb: string;
  readonly object: string;
}

/** Each event of a trace in words, in its order. */
export function traceWords(trace: readonly TraceEvent[]): readonly EventWords[] {
  const envelopes = envelopesOf(trace);
  const down = new Set<string>();
  return trace.map((event) => {
    if (event.kind === 'crash') down.add(event.process);
    if (event.kind === 'recover') down.delete(event.process);
    const [verb, object, sentence] = wordsOf(event, envelopes, down).map(oneLine);
    return { event, process: oneLine(event.process), verb: verb ?? '', object: object ?? '', sentence: sentence ?? '' };
  });
}

/** A broken promise in a sentence. The check `work` is no check of a contract: it stands for the exercise's work, which some run must do. */
export function brokenWords({ check, message }: { readonly check: string; readonly message: string }): string {
  return check === 'work' ? `the work is not done: ${message}` : `${check} is broken: ${message}`;
}

/** Verb, object, sentence. */
type Words = readonly [string, string, string];

function wordsOf(event: TraceEvent, envelopes: ReadonlyMap<number, Envelope>, down: ReadonlySet<string>): Words {
  const { process } = event;
  switch (event.kind) {
    case 'start':
      return ['start', '', `${process} starts`];
    case 'crash':
      return ['crash', '', `${process} crashes`];
    case 'recover':
      return ['recover', '', `${process} recovers`];
    case 'request': {
      const request = dataWords(event.request);
      return ['request', request, `${process} gets the request ${request}`];
    }
    case 'indicate': {
      const indication = dataWords(event.event);
      return ['indicate', indication, `${process} indicates ${indication}`];
    }
    case 'send': {
      const message = dataWords(event.message);
      return ['send', `${message} → ${event.to}`, `${process} sends ${message} to ${event.to}`];
    }
    case 'receive': {
      const message = dataWords(event.message);
      const copy = envelopes.get(event.id)?.isCopy ? ' (the duplicate)' : '';
      return ['receive', `${message} ← ${event.from}${copy}`, `${process} receives ${message} from ${event.from}${copy}`];
    }
    case 'lose': {
      const why = down.has(process) ? `: ${process} is down` : '';
      const what = messageWords(envelopes.get(event.id));
      return ['lose', `${what.object}${why}`, `${what.subject} is lost${why}`];
    }
    case 'duplicate': {
      const envelope = envelopes.get(event.id);
      const object = envelope ? `${dataWords(envelope.message)} → ${envelope.to}` : 'a message';
      return ['duplicate', object, `${messageWords(envelope).subject} is duplicated`];
    }
    case 'set-timer':
      return ['set timer', `${name(event.name)}, ${event.delay} ms`, `${process} sets the timer ${name(event.name)} to ${event.delay} ms`];
    case 'cancel-timer':
      return ['cancel timer', name(event.name), `${process} cancels the timer ${name(event.name)}`];
    case 'timer':
      return ['timer', name(event.name), `the timer ${name(event.name)} of ${process} goes off`];
    case 'store': {
      if (event.value === undefined) return ['delete', name(event.key), `${process} deletes ${name(event.key)} from its stable storage`];
      const entry = `${name(event.key)} = ${dataWords(event.value)}`;
      return ['store', entry, `${process} stores ${entry}`];
    }
    case 'throw': {
      const where = event.line === undefined ? '' : ` (line ${event.line})`;
      return ['throw', `${event.message}${where}`, `${process} throws ${event.message}${where}`];
    }
    case 'violation':
      return ['violation', event.check, brokenWords(event)];
  }
}

function messageWords(envelope: Envelope | undefined): { readonly object: string; readonly subject: string } {
  if (!envelope) return { object: 'a message', subject: 'a message' };
  const { from, to, message, isCopy } = envelope;
  const copy = isCopy ? ' (the duplicate)' : '';
  return { object: `${dataWords(message)} ← ${from}${copy}`, subject: `${dataWords(message)} from ${from} to ${to}${copy}` };
}

/** A timer's name or a key of storage: in quotes where it could be read as something else. */
function name(text: string): string {
  return /^[\w.:-]+$/.test(text) ? text : dataWords(text);
}

function oneLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, ' ');
}
