/**
 * Finds state that is kept outside of instances: a handler must do the same each time that it is called with the same fields, storage and
 * arguments.
 *
 * Every call is remembered, so during a grading each is made once. Afterwards many are made again: in a sandbox of their own in another order, and
 * some in a module that nothing else has used. Whatever a variable of the module, a closure or a static field remembered is then different.
 */
import { fromCanonical } from '../base/data.ts';
import { MAX_REMEMBERED_CHARS, REPEATED_ALONE, REPEATED_CALLS, REPEATED_CHARS } from '../base/limits.ts';
import { showData } from '../base/showData.ts';
import { handlerRequest, type Effect, type HandlerCall, type HandlerOutcome } from '../sandbox/handlerCall.ts';
import { keptState, type HiddenState } from '../sim/broken.ts';

type Make = (call: HandlerCall) => HandlerOutcome;

/** `unknown`: the operations that may be used for the search did not suffice, which they do where every call does what it did before. */
export type Search = { readonly kind: 'found'; readonly state: HiddenState } | { readonly kind: 'clean' | 'unknown' };

export interface RememberedCalls {
  handle(call: HandlerCall, make: Make): HandlerOutcome;
  /** Calls that were made, not remembered. */
  readonly count: number;
  /** Makes up to `most` calls again, in another order, in a sandbox that nothing has used. */
  searchInOrder(make: Make, most: number): Search;
  /** Makes up to `most` calls again, each in a module that was loaded anew, for as long as `reload` can do so. */
  searchAlone(make: Make, most: number, reload: () => boolean): Search;
}

interface Remembered {
  readonly call: HandlerCall;
  readonly outcome: HandlerOutcome;
}

const CLEAN: Search = { kind: 'clean' };

export function rememberCalls(): RememberedCalls {
  const known = new Map<string, Remembered>();
  let chars = 0;
  const affordable = (most: number): number => Math.min(most, Math.max(3, Math.floor((known.size * REPEATED_CHARS) / Math.max(1, chars))));
  return {
    get count() {
      return known.size;
    },
    handle(call, make) {
      const key = handlerRequest(call);
      const before = known.get(key);
      if (before) return before.outcome;
      if (chars > MAX_REMEMBERED_CHARS) return { kind: 'stopped', why: 'size' };
      const outcome = make(call);
      chars += key.length + charsOf(outcome);
      // What stopped may have been the end of a budget that it shares.
      if (outcome.kind !== 'stopped') known.set(key, { call, outcome });
      return outcome;
    },
    searchInOrder(make, most) {
      for (const { call, outcome } of known.values()) {
        if (outcome.kind === 'kept') return { kind: 'found', state: keptState(outcome, call.handler, call.role) };
      }
      const some = evenly([...known.values()], Math.min(affordable(most), REPEATED_CALLS)).toReversed();
      // Backwards, then once more forwards: a state that is set once and read later gives itself away in one of the two. The instances that are made
      // anew come last then: they see what all the others have left behind.
      const forwards = some.toReversed();
      const isAnew = ({ call }: Remembered): boolean => call.fields === undefined;
      for (const one of [...some, ...forwards.filter((other) => !isAnew(other)), ...forwards.filter(isAnew)]) {
        const search = again(one, make);
        if (search !== CLEAN) return search;
      }
      return CLEAN;
    },
    searchAlone(make, most, reload) {
      for (const one of alone([...known.values()], Math.min(affordable(most), REPEATED_ALONE))) {
        if (!reload()) break;
        const search = again(one, make);
        if (search.kind === 'unknown') break;
        if (search !== CLEAN) return search;
      }
      return CLEAN;
    },
  };
}

function charsOf(outcome: HandlerOutcome): number {
  const fields = outcome.kind === 'returned' ? outcome.fields.length : 0;
  return 'effects' in outcome ? outcome.effects.reduce((sum, effect) => sum + lengthOf(effect), fields) : 0;
}

function lengthOf(effect: Effect): number {
  switch (effect.kind) {
    case 'send':
      return effect.message.length;
    case 'store':
      return effect.key.length + (effect.value?.length ?? 0);
    case 'indicate':
      return effect.event.length;
    default:
      return effect.name.length;
  }
}

function again({ call, outcome }: Remembered, make: Make): Search {
  const now = make(call);
  if (now.kind === 'stopped' && now.why === 'run') return { kind: 'unknown' };
  return outcomeText(now) === outcomeText(outcome) ? CLEAN : { kind: 'found', state: differenceOf(call, outcome, now) };
}

/** Some of every handler of every role, those in the middle first: they come where most has happened before. */
function alone(all: readonly Remembered[], count: number): readonly Remembered[] {
  const kinds = new Map<string, Remembered[]>();
  for (const one of all) {
    const kind = `${one.call.role} ${one.call.handler}`;
    const list = kinds.get(kind);
    if (list) list.push(one);
    else kinds.set(kind, [one]);
  }
  return [...kinds.values()].flatMap((list) => {
    const some = evenly(list, Math.ceil(count / kinds.size));
    const middle = Math.floor(some.length / 2);
    return some.slice(middle).concat(some.slice(0, middle));
  });
}

function evenly<T>(all: readonly T[], count: number): readonly T[] {
  const every = Math.max(1, Math.ceil(all.length / count));
  return all.filter((_, at) => at % every === 0);
}

/** A text that is the same for outcomes that are. */
function outcomeText(outcome: HandlerOutcome): string {
  return JSON.stringify(outcome, (_key, part: unknown) => {
    if (typeof part === 'bigint') return `${part}n`;
    return part instanceof Map || part instanceof Set ? [...part] : part;
  });
}

function differenceOf(call: HandlerCall, first: HandlerOutcome, second: HandlerOutcome): HiddenState {
  const args = ['ctx', ...call.args.map((text) => showData(fromCanonical(text)))].join(', ');
  return {
    happened:
      `\`${call.handler}\` of ${call.role} did two different things for the same fields, storage and arguments: ` +
      `${call.handler}(${args}) once ${difference(first, second)}, and once ${difference(second, first)}. ` +
      'Something outside of the instance had changed in between',
    cure: 'Keep all that changes in fields of the instance or in ctx.stable.',
  };
}

/** What is particular to an outcome, beside another one of the same call. */
function difference(one: HandlerOutcome, other: HandlerOutcome): string {
  if (one.kind === 'stopped') return 'did not come to its end';
  if (one.kind === 'kept') return `changed ${one.what}`;
  if (one.kind === 'async') return 'returned a promise';
  const before = 'effects' in other ? other.effects : [];
  const at = one.effects.findIndex((effect, place) => JSON.stringify(effect) !== JSON.stringify(before[place]));
  if (at >= 0) return effectText(one.effects[at]);
  if (one.kind === 'threw') return `threw ${one.error.text}`;
  if (one.effects.length < before.length) return `did nothing more after ${one.effects.length} effects`;
  if (one.kind === 'not-data') return 'left behind what is not plain data';
  return other.kind === 'returned' ? `left the fields ${showData(fromCanonical(one.fields))}` : 'returned';
}
function effectText(effect: Effect | undefined): string {
  switch (effect?.kind) {
    case 'send':
      return `sent ${showData(fromCanonical(effect.message))} to ${effect.to}`;
    case 'set-timer':
      return `set the timer '${effect.name}' to ${effect.delay}`;
    case 'cancel-timer':
      return `cancelled the timer '${effect.name}'`;
    case 'store':
      return effect.value === undefined ? `deleted '${effect.key}'` : `stored ${showData(fromCanonical(effect.value))} as '${effect.key}'`;
    case 'indicate':
      return `indicated ${showData(fromCanonical(effect.event))}`;
    case undefined:
      return 'did nothing';
  }
}
