/**
 * The states that processes can be in, as numbers, and what each event makes of them.
 *
 * A process is a deterministic function from (fields, stable storage, event) to (fields, stable storage, ordered effects). So every
 * transition is computed once and remembered. A crash between two effects of a handler is a prefix of the effects of a transition that is known: it needs no call.
 */
import { toCanonical } from '../base/data.ts';
import { MAX_STATE_CHARS } from '../base/limits.ts';
import type { Effect, HandlerCall, HandlerOutcome, PlaceText } from '../sandbox/handlerCall.ts';
import { placeText } from '../sandbox/handlerCall.ts';
import { brokenBy, GradingEnded, STATES_TOO_LARGE, type Broken } from './broken.ts';
import { newInterner } from './interner.ts';
import type { Envelope, Mail, Network } from './network.ts';
import { newPairTable } from './pairTable.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { Scenario } from './scenario.ts';
import type { SeenLists } from './seenLists.ts';
import { choicesOf, handleSupplied, type SuppliedPlace } from './suppliedBehaviour.ts';
import { elapsed, NO_TIMERS, withoutTimer, withTimer, type Timers } from './timers.ts';

export interface ProcessState {
  /** Its place in the scenario's list of processes. */
  readonly process: number;
  readonly mode: 'unstarted' | 'up' | 'down';
  /** Canonical text; absent unless it is up. */
  readonly fields: string | undefined;
  readonly stable: ReadonlyMap<string, string>;
  readonly timers: Timers;
}

/** What an event makes of a process. The first of a list is the handler's whole work, the others end in a crash. */
export interface Outcome {
  readonly next: number;
  /** What is sent, in its order and by destination. */
  readonly envelopes: readonly Envelope[];
  readonly mail: readonly Mail[];
  /** What monitors see, as a list of `SeenLists`. */
  readonly seen: number;
  /** The effects that took place. */
  readonly effects: readonly Effect[];
  readonly crashed: boolean;
  readonly broken?: Broken;
}

export interface ProcessStates {
  state(id: number): ProcessState;
  /** A process before its start. One that is down from the beginning never starts. */
  unstarted(process: number): number;
  outcomes(id: number, event: ProcessEvent): readonly Outcome[];
  /** What is left of it after a crash. */
  crashed(id: number): number;
  afterTime(id: number, ms: number): number;
  /** Characters of all states so far. */
  chars(): number;
  /** What an adversary may do now, as canonical texts. */
  choices(id: number): readonly string[];
}

/** How handlers of learners' processes are called. */
export interface LearnerHandlers {
  handle(call: HandlerCall): HandlerOutcome;
  /** Operations of the whole grading, for a message. */
  readonly operations: number;
  /** Whether some call did not end, so that no other is answered any more. */
  readonly isStopped?: boolean;
}

export function newProcessStates(scenario: Scenario, learner: LearnerHandlers, network: Network, seenLists: SeenLists): ProcessStates {
  const plans = scenario.processes;
  const ids = plans.map((plan) => plan.id);
  const group = toCanonical(scenario.group);
  const places: PlaceText[] = plans.map((plan) => placeText(plan.id, group, toCanonical(plan.config ?? null), ids));
  const suppliedPlaces: SuppliedPlace[] = plans.map(({ id, config }) => ({ id, group: scenario.group, config: config ?? null }));
  const states: ProcessState[] = [];
  const texts = newInterner();
  const rows = newInterner();
  /** Of all states. */
  let chars = 0;
  const lists: (readonly Outcome[])[] = [];
  const known = newPairTable();
  const crashedIds: number[] = [];
  const later = new Map<string, number>();
  const choices = new Map<number, readonly string[]>();

  function idOf(one: ProcessState): number {
    const { process, mode, fields = '', stable, timers } = one;
    // By the numbers of its texts, of which few are new: a text of the whole would be long, and made for every outcome of every event.
    let row = `${process} ${mode} ${texts.idOf(fields)}`;
    for (const [key, value] of stable) row += ` ${texts.idOf(key)}=${texts.idOf(value)}`;
    for (const [name, remaining] of timers) row += ` ${texts.idOf(name)}@${remaining}`;
    const id = rows.idOf(row);
    if (!states[id]) {
      states[id] = one;
      chars += JSON.stringify([process, mode, fields, [...stable].flat(), timers]).length;
      if (chars > MAX_STATE_CHARS) throw new GradingEnded(STATES_TOO_LARGE);
    }
    return id;
  }

  function state(id: number): ProcessState {
    const found = states[id];
    if (!found) throw new Error(`no process state has the number ${id}`);
    return found;
  }

  function crashed(id: number): number {
    const { process, stable } = state(id);
    return (crashedIds[id] ??= idOf({ process, mode: 'down', fields: undefined, stable, timers: NO_TIMERS }));
  }

  function call(before: ProcessState, event: ProcessEvent): { fields: string; effects: readonly Effect[]; broken?: Broken } {
    const plan = plans[before.process];
    const anew = event.kind === 'start' || event.kind === 'recover';
    const fields = anew ? undefined : before.fields;
    const { handler, args } = event;
    if (plan?.kind === 'supplied') {
      const place = suppliedPlaces[before.process] ?? { id: plan.id, group: [], config: null };
      return handleSupplied({ behaviour: plan.behaviour, place, fields, stable: before.stable, handler, args });
    }
    if (plan?.kind !== 'learner' || handler === 'onRound' || handler === 'onChoice') return { fields: before.fields ?? '', effects: [] };
    const outcome = learner.handle({ role: plan.role, place: places[before.process] ?? '', fields, stable: before.stable, handler, args });
    const broken = brokenBy(outcome, plan.id, handler, args, learner.operations);
    if (broken) return { fields: '', effects: 'effects' in outcome ? outcome.effects : [], broken };
    return outcome.kind === 'returned' ? outcome : { fields: '', effects: [] };
  }

  function compute(id: number, event: ProcessEvent): readonly Outcome[] {
    const before = state(id);
    const { fields, effects, broken } = call(before, event);
    const base = event.kind === 'timer' ? withoutTimer(before.timers, event.name) : event.kind === 'recover' ? NO_TIMERS : before.timers;
    const after = (count: number, crashes: boolean): Outcome => {
      const done = effects.slice(0, count);
      const stable = storageAfter(before.stable, done);
      const next = crashes
        ? { process: before.process, mode: 'down' as const, fields: undefined, stable, timers: NO_TIMERS }
        : { process: before.process, mode: 'up' as const, fields, stable, timers: timersAfter(base, done) };
      const envelopes = done.flatMap((one) =>
        one.kind === 'send' ? [network.envelope(before.process, ids.indexOf(one.to), one.message)] : [],
      );
      return {
        next: idOf(next),
        envelopes,
        mail: network.mail(envelopes),
        seen: seenLists.of(before.process, event, done, crashes),
        effects: done,
        crashed: crashes,
      };
    };
    const whole = after(effects.length, false);
    if (broken) return [{ ...whole, broken }];
    // A handler that does much would have many prefixes: only where there is a use for them.
    if ((scenario.faults.crashes?.[ids[before.process] ?? ''] ?? 0) === 0) return [whole];
    const last = after(effects.length, true);
    const outcomes = [whole];
    const seen = new Set([identity(last)]);
    // A request whose handler crashes before its first effect is used up. Everywhere else that is a crash before the event.
    for (let count = event.kind === 'request' ? 0 : 1; count < effects.length; count += 1) {
      const prefix = after(count, true);
      if (seen.has(identity(prefix))) continue;
      seen.add(identity(prefix));
      outcomes.push(prefix);
    }
    // Patient time passes only in quiet, so there a crash after the last effect stands beside the others; see `world.ts`.
    if (scenario.timers === 'patient') outcomes.push(last);
    return outcomes;
  }

  return {
    state,
    crashed,
    chars: () => chars,
    unstarted: (process) =>
      idOf({
        process,
        mode: plans[process]?.kind === 'down' ? 'down' : 'unstarted',
        fields: undefined,
        stable: new Map(),
        timers: NO_TIMERS,
      }),
    outcomes(id, event) {
      const at = known.get(id, event.id);
      if (at >= 0) return lists[at] ?? [];
      const list = compute(id, event);
      known.set(id, event.id, lists.length);
      lists.push(list);
      return list;
    },
    afterTime(id, ms) {
      const key = `${id} ${ms}`;
      let next = later.get(key);
      if (next === undefined) {
        const before = state(id);
        const { process, mode, fields, stable, timers } = before;
        next = timers.length === 0 ? id : idOf({ process, mode, fields, stable, timers: elapsed(timers, ms) });
        later.set(key, next);
      }
      return next;
    },
    choices(id) {
      let list = choices.get(id);
      if (!list) {
        const { process, mode, fields } = state(id);
        const plan = plans[process];
        const place = suppliedPlaces[process];
        list = plan?.kind === 'supplied' && mode === 'up' && place && fields !== undefined ? choicesOf(plan.behaviour, place, fields) : [];
        choices.set(id, list);
      }
      return list;
    },
  };
}

function identity({ next, mail, seen }: Outcome): string {
  return `${next} ${mail.map((one) => one.bundle).join()} ${seen}`;
}

function storageAfter(stable: ReadonlyMap<string, string>, effects: readonly Effect[]): ReadonlyMap<string, string> {
  if (!effects.some((one) => one.kind === 'store')) return stable;
  const next = new Map(stable);
  for (const one of effects) {
    if (one.kind !== 'store') continue;
    if (one.value === undefined) next.delete(one.key);
    else next.set(one.key, one.value);
  }
  return new Map([...next].sort(([left], [right]) => (left < right ? -1 : 1)));
}

function timersAfter(timers: Timers, effects: readonly Effect[]): Timers {
  return effects.reduce((now, one) => {
    if (one.kind === 'set-timer') return withTimer(now, one.name, one.delay);
    return one.kind === 'cancel-timer' ? withoutTimer(now, one.name) : now;
  }, timers);
}
