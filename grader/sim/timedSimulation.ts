/**
 * One run in simulated time: a plan and a seed decide it whole.
 *
 * At equal times come crashes and recoveries, then arrivals in the order of sending, then timers in the order of setting. All processes start at 0,
 * before anything else, in their order. A delay below 1 counts as 1, for timers and for messages.
 */
import { toCanonical } from '../base/data.ts';
import { MAX_TIMED_EVENTS } from './timedLimits.ts';
import { placeText, type Effect, type HandlerCall, type HandlerOutcome } from '../sandbox/handlerCall.ts';
import { brokenBy, GradingEnded, type Broken } from './broken.ts';
import { hash } from './chance.ts';
import type { Deviation } from './timedDeviation.ts';
import type { TimedEvent } from './timedEvent.ts';
import { newNetwork } from './timedNetwork.ts';
import type { TimedRun } from './timedProperty.ts';
import { newQueue } from './timedQueue.ts';
import type { TimedPlan } from './timedScenario.ts';

export interface TimedHandlers {
  /** Calls a handler; undefined where no more calls may be made. */
  handle(call: HandlerCall): HandlerOutcome | undefined;
  /** Operations that the whole grading may use, for a message. */
  readonly operations: number;
}

export interface Simulation {
  readonly plan: TimedPlan;
  readonly deviations: readonly Deviation[];
  /** Of the run. */
  readonly seed: number;
  /** Ends the run here at the latest. */
  readonly until?: number | undefined;
}

export interface Simulated extends TimedRun {
  /** What a handler did that ended the run. */
  readonly broken: (Broken & { readonly process: string; readonly at: number }) | undefined;
  /** Whether the run was given up because no more calls might be made, or because it had too many events. */
  readonly isCut: boolean;
}

interface Member {
  readonly number: number;
  readonly id: string;
  readonly role: string;
  readonly place: string;
  up: boolean;
  fields: string | undefined;
  /** Never changed, but replaced: calls hold on to what they were given. */
  stable: ReadonlyMap<string, string>;
  /** The timers set, by name: the number of the setting that counts. */
  readonly timers: Map<string, number>;
  /** In the next call it crashes after so many effects. */
  crashAfter: number | undefined;
  /** Calls that it had at the present time. */
  calls: { at: number; count: number };
}

type Item =
  | { readonly kind: 'crash' | 'recover'; readonly member: Member; readonly effects?: number | undefined }
  /** No call came in which the process could have crashed. */
  | { readonly kind: 'crash-at-last'; readonly member: Member }
  | { readonly kind: 'message'; readonly id: number; readonly from: Member; readonly to: Member; readonly message: string }
  | { readonly kind: 'timer'; readonly member: Member; readonly name: string; readonly setting: number };

export function simulate(simulation: Simulation, handlers: TimedHandlers): Simulated {
  const { plan, deviations, seed, until = Infinity } = simulation;
  const ids = plan.processes.map(({ id }) => id);
  const group = toCanonical(ids);
  const members = plan.processes.map(({ id, role, config }, index): Member => {
    const place = placeText(id, group, toCanonical(config), ids);
    const fresh = { up: true, fields: undefined, stable: new Map(), timers: new Map(), crashAfter: undefined, calls: { at: -1, count: 0 } };
    return { number: index + 1, id, role, place, ...fresh };
  });
  const network = newNetwork(plan.network, deviations, seed);
  const queue = newQueue<Item>();
  const events: TimedEvent[] = [];
  let messages = 0;
  let settings = 0;
  let now = 0;
  let broken: Simulated['broken'];
  let isCut = false;
  /** The run goes on after the last fault, also after one that comes to nothing. */
  let lastFault = Math.max(0, ...deviations.map((one) => (one.kind === 'crash' || one.kind === 'recover' ? one.at : 0)));

  function planEnd(): number {
    const { length, network: net } = plan;
    return length.kind === 'part' ? length.until : Math.max(net.settlesAt, lastFault) + length.after;
  }

  function call(member: Member, handler: HandlerCall['handler'], args: readonly string[]): void {
    const count = member.calls.at === now ? member.calls.count + 1 : 1;
    member.calls = { at: now, count };
    const { role, place, fields, stable } = member;
    const timing = { now, seed: hash(seed, `${member.id} ${now} ${count}`) | 0 };
    const outcome = handlers.handle({ role, place, fields, stable, handler, args, timing });
    if (!outcome) {
      isCut = true;
      return;
    }
    const effects = 'effects' in outcome ? outcome.effects : [];
    // Not before the first effect of the first handler: then the process would not have started.
    const crashAfter = member.crashAfter === undefined ? Infinity : Math.max(handler === 'onStart' ? 1 : 0, member.crashAfter);
    for (const effect of effects.slice(0, crashAfter)) take(member, effect);
    if (effects.length > crashAfter) return crash(member);
    const wrong = wrongWith(outcome, member.id, handler, args);
    if (wrong) broken = { ...wrong, process: member.id, at: now };
    else if (outcome.kind === 'returned') member.fields = outcome.fields;
    if (crashAfter < Infinity && !wrong) crash(member);
  }

  function wrongWith(outcome: HandlerOutcome, process: string, handler: string, args: readonly string[]): Broken | undefined {
    try {
      return brokenBy(outcome, process, handler, args, handlers.operations);
    } catch (error) {
      if (!(error instanceof GradingEnded)) throw error;
      // State outside of instances ends this run; a budget that is used up says nothing about it.
      if (error.hidden) return { kind: 'threw', message: error.message };
      isCut = true;
      return undefined;
    }
  }

  function take(member: Member, effect: Effect): void {
    const facts = { at: now, process: member.id };
    switch (effect.kind) {
      case 'send':
        return send(member, effect.to, effect.message);
      case 'set-timer': {
        settings += 1;
        member.timers.set(effect.name, settings);
        queue.put(now + Math.max(1, effect.delay), 'timer', { kind: 'timer', member, name: effect.name, setting: settings });
        events.push({ ...facts, kind: 'set-timer', name: effect.name, delay: effect.delay });
        return;
      }
      case 'cancel-timer':
        member.timers.delete(effect.name);
        events.push({ ...facts, kind: 'cancel-timer', name: effect.name });
        return;
      case 'store':
        member.stable = stored(member.stable, effect.key, effect.value);
        events.push({ ...facts, kind: 'store', key: effect.key, value: effect.value });
        return;
      case 'indicate':
        events.push({ ...facts, kind: 'indicate', event: effect.event });
    }
  }

  function send(from: Member, name: string, message: string): void {
    const to = members.find(({ id }) => id === name);
    if (!to) return;
    messages += 1;
    events.push({ at: now, process: from.id, kind: 'send', id: messages, to: to.id, message });
    const arrival = network.arrival(from.number, to.number, now);
    if (arrival === undefined) events.push({ at: now, process: to.id, kind: 'lose', id: messages, from: from.id });
    else queue.put(arrival, 'arrival', { kind: 'message', id: messages, from, to, message });
  }

  function crash(member: Member): void {
    member.up = false;
    member.fields = undefined;
    member.timers.clear();
    member.crashAfter = undefined;
    lastFault = Math.max(lastFault, now);
    events.push({ at: now, process: member.id, kind: 'crash' });
  }

  function happen(item: Item): void {
    switch (item.kind) {
      case 'crash':
        if (item.effects === undefined) {
          if (item.member.up) crash(item.member);
        } else {
          item.member.crashAfter = item.effects;
          queue.put(now + plan.network.period, 'fault', { kind: 'crash-at-last', member: item.member });
        }
        return;
      case 'crash-at-last':
        if (item.member.up && item.member.crashAfter !== undefined) crash(item.member);
        return;
      case 'recover':
        if (item.member.up) return;
        item.member.up = true;
        lastFault = Math.max(lastFault, now);
        network.recovered(item.member.number, now);
        events.push({ at: now, process: item.member.id, kind: 'recover' });
        return call(item.member, 'onRecover', []);
      case 'message': {
        const { id, from, to, message } = item;
        if (!to.up) {
          events.push({ at: now, process: to.id, kind: 'lose', id, from: from.id });
          return;
        }
        events.push({ at: now, process: to.id, kind: 'receive', id, from: from.id, message });
        return call(to, 'onMessage', [JSON.stringify(from.id), message]);
      }
      case 'timer': {
        const { member, name, setting } = item;
        if (member.timers.get(name) !== setting) return;
        member.timers.delete(name);
        events.push({ at: now, process: member.id, kind: 'timer', name });
        return call(member, 'onTimer', [JSON.stringify(name)]);
      }
    }
  }

  const isGoingOn = (): boolean => !broken && !isCut;

  for (const deviation of deviations) {
    if (deviation.kind !== 'crash' && deviation.kind !== 'recover') continue;
    const member = members[deviation.process - 1];
    if (!member) continue;
    const effects = deviation.kind === 'crash' ? deviation.effects : undefined;
    // A crash at the start is one within it: what comes before its first effect has not happened.
    if (deviation.kind === 'crash' && deviation.at === 0) member.crashAfter = effects ?? 1;
    else queue.put(deviation.at, 'fault', { kind: deviation.kind, member, effects });
  }
  for (const member of members) {
    if (!isGoingOn()) break;
    events.push({ at: 0, process: member.id, kind: 'start' });
    call(member, 'onStart', []);
  }
  while (isGoingOn()) {
    const due = queue.take();
    if (!due || due.at > Math.min(planEnd(), until)) break;
    now = due.at;
    happen(due.item);
    if (events.length > MAX_TIMED_EVENTS) isCut = true;
  }
  const isWhole = isGoingOn() && plan.length.kind === 'whole' && planEnd() <= until;
  return { plan, events, end: isGoingOn() ? Math.min(planEnd(), until) : now, isWhole, broken, isCut };
}

/** Storage with another value for a key; without it where there is none. Its keys are in order, so that the same storage makes the same call. */
function stored(stable: ReadonlyMap<string, string>, key: string, value: string | undefined): ReadonlyMap<string, string> {
  const next = new Map(stable);
  if (value === undefined) next.delete(key);
  else next.set(key, value);
  return stable.has(key) || value === undefined ? next : new Map([...next].sort(([left], [right]) => (left < right ? -1 : 1)));
}
