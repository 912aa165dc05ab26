/**
 * Calls of a protocol's handlers, as they cross the border.
 *
 * All values are canonical texts (see `base/data.ts`): the host compares and interns them, and seldom needs to look inside.
 */
import { fromCanonical, type Crossed } from '../base/data.ts';
import type { Place } from '../compile/place.ts';
import type { Stopped, Thrown } from './outcome.ts';

/** One thing that a handler did to the world, in the order in which it was done. */
export type Effect =
  | { readonly kind: 'send'; readonly to: string; readonly message: string }
  | { readonly kind: 'set-timer'; readonly name: string; readonly delay: number }
  | { readonly kind: 'cancel-timer'; readonly name: string }
  /** `value` is absent where the key was deleted. */
  | { readonly kind: 'store'; readonly key: string; readonly value: string | undefined }
  | { readonly kind: 'indicate'; readonly event: string };

/** What a handler call needs of its process and never changes: the text of `[self, group, config, all processes]`. See `placeText`. */
export type PlaceText = string & { readonly of?: 'place' };

export interface HandlerCall {
  /** The exported class. */
  readonly role: string;
  readonly place: PlaceText;
  /** The fields of the instance; absent for one that is made anew. */
  readonly fields: string | undefined;
  /** Stable storage: the canonical text of each key's value. */
  readonly stable: ReadonlyMap<string, string>;
  readonly handler: 'onStart' | 'onRecover' | 'onRequest' | 'onMessage' | 'onTimer';
  /** Canonical texts of the arguments behind `ctx`. */
  readonly args: readonly string[];
  /** TIMED: simulated milliseconds, and the seed of this call's chance. */
  readonly timing?: { readonly now: number; readonly seed: number } | undefined;
}

export type HandlerOutcome =
  | { readonly kind: 'returned'; readonly fields: string; readonly effects: readonly Effect[] }
  | { readonly kind: 'threw'; readonly error: Thrown; readonly effects: readonly Effect[] }
  /** A field holds something that is not plain data. */
  | { readonly kind: 'not-data'; readonly fields: Crossed; readonly effects: readonly Effect[] }
  /** The handler returned a promise. */
  | { readonly kind: 'async'; readonly effects: readonly Effect[] }
  /** Something was changed, or used, that outlives the call: `ctx.config`, `ctx.group`, or a `ctx` of an earlier call. */
  | { readonly kind: 'kept'; readonly what: string; readonly place?: Place | undefined }
  | StoppedCall;

/** `size`: it was not made, for all that the calls of the grading are about has become too large. */
export type StoppedCall = Stopped | { readonly kind: 'stopped'; readonly why: 'size' };

export function placeText(self: string, group: string, config: string, all: readonly string[]): PlaceText {
  // Twice: the guest takes it for a text, by which it knows the places that it has met.
  return JSON.stringify(`[${JSON.stringify(self)},${group},${config},${JSON.stringify(all)}]`);
}

export function handlerRequest({ role, place, fields, stable, handler, args, timing }: HandlerCall): string {
  const storage = JSON.stringify([...stable].flat());
  const time = timing ? `[${timing.now},${timing.seed}]` : 'null';
  return `["${role}",${place},${fields ?? 'null'},${storage},"${handler}",[${args.join(',')}],${time}]`;
}

/** Reads what the guest answered. `explain` reads what was thrown, which may be the engine's own way to stop. */
export function handlerOutcome(answer: string, explain: (thrown: Crossed) => Thrown | Stopped): HandlerOutcome {
  const [ended, what, lines, changed] = JSON.parse(answer) as readonly [
    string,
    string,
    readonly (readonly [string, string, string | number])[],
    string,
  ];
  if (changed !== '') return { kind: 'kept', what: changed, place: placeOf(ended === 'threw' ? explain(fromCanonical(what)) : undefined) };
  const effects = lines.map(readEffect);
  if (ended === 'returned') return { kind: 'returned', fields: what, effects };
  if (ended === 'async') return { kind: 'async', effects };
  if (ended === 'not-data') return { kind: 'not-data', fields: fromCanonical(what), effects };
  const error = explain(fromCanonical(what));
  return 'kind' in error ? error : { kind: 'threw', error, effects };
}

function placeOf(thrown: Thrown | Stopped | undefined): Place | undefined {
  return thrown && 'place' in thrown ? thrown.place : undefined;
}

function readEffect([kind, first, second]: readonly [string, string, string | number]): Effect {
  switch (kind) {
    case 'send':
      return { kind, to: first, message: String(second) };
    case 'set-timer':
      return { kind, name: first, delay: Number(second) };
    case 'cancel-timer':
      return { kind, name: first };
    case 'store':
      return { kind, key: first, value: String(second) };
    case 'delete':
      return { kind: 'store', key: first, value: undefined };
    default:
      return { kind: 'indicate', event: first };
  }
}
