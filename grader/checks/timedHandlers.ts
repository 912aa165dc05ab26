import type { HandlerCall, HandlerOutcome, StoppedCall } from '../sandbox/handlerCall.ts';
import type { TimedHandlers } from '../sim/timedSimulation.ts';

export interface CountedHandlers extends TimedHandlers {
  /** Calls that were really made. */
  readonly made: number;
  /** How a call was stopped, if one was: then no more are made, since its sandbox is of no more use. */
  readonly stopped: StoppedCall | undefined;
  /** From now on only so many more are made. */
  allow(calls: number): void;
}

/**
 * Handlers that are called once for each distinct call: a handler is a function of what it is given. Shrinking runs nearly the same run again and again.
 */
export function countedHandlers(handle: (call: HandlerCall) => HandlerOutcome, operations: number): CountedHandlers {
  const known = new Map<string, HandlerOutcome>();
  const places = new Map<string, number>();
  let made = 0;
  let allowed = 0;
  let stopped: StoppedCall | undefined;
  return {
    operations,
    get made() {
      return made;
    },
    get stopped() {
      return stopped;
    },
    allow(calls) {
      allowed = made + calls;
    },
    handle(call) {
      const key = keyOf(call, places);
      const before = known.get(key);
      if (before) return before;
      if (made >= allowed || stopped) return undefined;
      made += 1;
      const outcome = handle(call);
      if (outcome.kind === 'stopped') stopped = outcome;
      known.set(key, outcome);
      return outcome;
    },
  };
}

function keyOf({ role, place, fields, stable, handler, args, timing }: HandlerCall, places: Map<string, number>): string {
  const number = places.get(place) ?? places.size;
  places.set(place, number);
  const storage = stable.size === 0 ? '' : JSON.stringify([...stable]);
  return `${number} ${role} ${handler} ${timing?.now} ${timing?.seed} ${args.join(' ')} ${storage} ${fields}`;
}
