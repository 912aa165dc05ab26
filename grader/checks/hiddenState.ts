/**
 * Finds state that is kept outside of instances: a handler must do the same each time that it is called with the same fields, storage and
 * arguments.
 *
 * Every call is remembered, so during a grading each is made once. Afterwards many are made again, in a sandbox of their own and in another
 * order: whatever a variable of the module, a closure or a private field remembered is then different.
 */
import { fromCanonical } from '../base/data.ts';
import { REPEATED_CALLS } from '../base/limits.ts';
import { showData } from '../base/showData.ts';
import { handlerRequest, type Effect, type HandlerCall, type HandlerOutcome } from '../sandbox/handlerCall.ts';

export interface RememberedCalls {
  handle(call: HandlerCall, make: (call: HandlerCall) => HandlerOutcome): HandlerOutcome;
  /** Calls that were made, not remembered. */
  readonly count: number;
  /** What gave itself away when calls are made again; a sentence for the learner. */
  findHidden(make: (call: HandlerCall) => HandlerOutcome): string | undefined;
}

export function rememberCalls(): RememberedCalls {
  const known = new Map<string, { readonly call: HandlerCall; readonly outcome: HandlerOutcome }>();
  return {
    get count() {
      return known.size;
    },
    handle(call, make) {
      const key = handlerRequest(call);
      const before = known.get(key);
      if (before) return before.outcome;
      const outcome = make(call);
      // What stopped may have been the end of a budget that it shares.
      if (outcome.kind !== 'stopped') known.set(key, { call, outcome });
      return outcome;
    },
    findHidden(make) {
      const all = [...known.values()];
      const every = Math.max(1, Math.ceil(all.length / REPEATED_CALLS));
      const some = all.filter((_, at) => at % every === 0).toReversed();
      // Backwards, then once more forwards: a state that is set once and read later gives itself away in one of the two.
      for (const { call, outcome } of [...some, ...some.toReversed()]) {
        const again = make(call);
        if (again.kind === 'stopped') return undefined;
        if (JSON.stringify(again) !== JSON.stringify(outcome)) return differenceText(call, outcome, again);
      }
      return undefined;
    },
  };
}

function differenceText(call: HandlerCall, first: HandlerOutcome, second: HandlerOutcome): string {
  const args = ['ctx', ...call.args.map((text) => showData(fromCanonical(text)))].join(', ');
  return (
    `\`${call.handler}\` of ${call.role} did two different things for the same fields, storage and arguments: ` +
    `${call.handler}(${args}) once ${difference(first, second)}, and once ${difference(second, first)}. ` +
    'Something outside of the instance had changed in between. Keep all that changes in fields of the instance or in ctx.stable.'
  );
}

/** What is particular to an outcome, beside another one of the same call. */
function difference(one: HandlerOutcome, other: HandlerOutcome): string {
  if (one.kind === 'threw') return `threw ${one.error.text}`;
  if (one.kind !== 'returned') return 'left behind what is not plain data';
  if (other.kind !== 'returned') return 'returned';
  const at = one.effects.findIndex((effect, place) => JSON.stringify(effect) !== JSON.stringify(other.effects[place]));
  if (at >= 0) return effectText(one.effects[at]);
  if (one.effects.length < other.effects.length) return `did nothing more after ${one.effects.length} effects`;
  return `left the fields ${showData(fromCanonical(one.fields))}`;
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
