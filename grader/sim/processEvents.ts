/** What can happen to a process, as numbers: the handler that is called, with its arguments. */
import { toCanonical } from '../base/data.ts';
import { newInterner } from './interner.ts';
import type { SuppliedHandler } from './suppliedBehaviour.ts';

export interface ProcessEvent {
  readonly id: number;
  readonly kind: 'start' | 'recover' | 'request' | 'message' | 'timer' | 'round' | 'choice';
  readonly handler: SuppliedHandler;
  /** Canonical texts. */
  readonly args: readonly string[];
  /** A timer's name, a message's source; empty elsewhere. */
  readonly name: string;
}

export interface ProcessEvents {
  readonly start: ProcessEvent;
  readonly recover: ProcessEvent;
  /** The grader's own processes repeat what they have to. */
  readonly round: ProcessEvent;
  request(text: string): ProcessEvent;
  message(from: string, text: string): ProcessEvent;
  timer(name: string): ProcessEvent;
  choice(text: string): ProcessEvent;
}

export function newProcessEvents(): ProcessEvents {
  const ids = newInterner();
  const events: ProcessEvent[] = [];
  const timers = new Map<string, ProcessEvent>();
  const choices = new Map<string, ProcessEvent>();

  function event(kind: ProcessEvent['kind'], handler: SuppliedHandler, args: readonly string[] = [], name = ''): ProcessEvent {
    const id = ids.idOf(`${kind} ${name} ${args.join(' ')}`);
    return (events[id] ??= { id, kind, handler, args, name });
  }

  /** These are asked for at every step: to write their texts anew would cost more than the step. */
  function remembered(known: Map<string, ProcessEvent>, key: string, make: () => ProcessEvent): ProcessEvent {
    let one = known.get(key);
    if (!one) known.set(key, (one = make()));
    return one;
  }

  return {
    start: event('start', 'onStart'),
    recover: event('recover', 'onRecover'),
    round: event('round', 'onRound'),
    request: (text) => event('request', 'onRequest', [text]),
    message: (from, text) => event('message', 'onMessage', [toCanonical(from), text], from),
    timer: (name) => remembered(timers, name, () => event('timer', 'onTimer', [toCanonical(name)], name)),
    choice: (text) => remembered(choices, text, () => event('choice', 'onChoice', [text])),
  };
}
