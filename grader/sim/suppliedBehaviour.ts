/** Runs the grader's own processes by the rules of learners' ones: fields put back from their texts, effects as a list. */
import { fromCanonical, toCanonical, type Data } from '../base/data.ts';
import type { Effect } from '../sandbox/handlerCall.ts';
import type { Supplied, SuppliedClass, SuppliedContext } from './supplied.ts';

/** What a supplied process may be asked to handle besides what a learner's process is. */
export type SuppliedHandler = 'onStart' | 'onRecover' | 'onRequest' | 'onMessage' | 'onTimer' | 'onRound' | 'onChoice';

export interface SuppliedPlace {
  readonly id: string;
  readonly group: readonly string[];
  readonly config: Data;
}

export interface SuppliedCall {
  readonly behaviour: SuppliedClass;
  readonly place: SuppliedPlace;
  readonly fields: string | undefined;
  readonly stable: ReadonlyMap<string, string>;
  readonly handler: SuppliedHandler;
  /** Canonical texts of the arguments behind `ctx`. */
  readonly args: readonly string[];
}

/** Calls a handler. What it throws is a fault of the exercise, and goes through. */
export function handleSupplied(call: SuppliedCall): { readonly fields: string; readonly effects: readonly Effect[] } {
  const process = instanceOf(call.behaviour, call.fields);
  const effects: Effect[] = [];
  const ctx = contextOf(call, effects);
  const [first, second] = call.args.map(readData);
  switch (call.handler) {
    case 'onStart':
    case 'onRecover':
    case 'onRound':
      process[call.handler]?.(ctx);
      break;
    case 'onRequest':
    case 'onChoice':
      process[call.handler]?.(ctx, first);
      break;
    case 'onTimer':
      process.onTimer?.(ctx, String(first));
      break;
    case 'onMessage':
      process.onMessage?.(ctx, String(first), second);
      break;
  }
  return { fields: toCanonical({ ...process } as Readonly<Record<string, Data>>), effects };
}

/** The choices that an adversary has now, as canonical texts. */
export function choicesOf(behaviour: SuppliedClass, place: SuppliedPlace, fields: string): readonly string[] {
  const process = instanceOf(behaviour, fields);
  return (process.choices?.(place) ?? []).map((choice) => toCanonical(choice));
}

function instanceOf(behaviour: SuppliedClass, fields: string | undefined): Supplied {
  const process = new behaviour();
  if (fields !== undefined) Object.assign(process, readData(fields));
  return process;
}

function contextOf({ place, stable }: SuppliedCall, effects: Effect[]): SuppliedContext {
  const storage = new Map(stable);
  return {
    self: place.id,
    group: place.group,
    config: place.config,
    stable: {
      get: (key) => (storage.has(key) ? readData(storage.get(key) ?? '') : undefined),
      set(key, value) {
        storage.set(key, toCanonical(value));
        effects.push({ kind: 'store', key, value: toCanonical(value) });
      },
      delete(key) {
        storage.delete(key);
        effects.push({ kind: 'store', key, value: undefined });
      },
      keys: () => [...storage.keys()].sort(),
    },
    send: (to, message) => effects.push({ kind: 'send', to, message: toCanonical(message) }),
    setTimer: (name, delay) => effects.push({ kind: 'set-timer', name, delay }),
    cancelTimer: (name) => effects.push({ kind: 'cancel-timer', name }),
    indicate: (event) => effects.push({ kind: 'indicate', event: toCanonical(event) }),
  };
}

/** Only data was written, so only data is read. */
function readData(text: string): Data {
  return fromCanonical(text) as Data;
}
