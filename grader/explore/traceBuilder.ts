/** Writes down a run as it happens: the events of its trace, with the broken promises in their places. */
import { MAX_TRACE_EVENTS } from '../base/limits.ts';
import { traceText } from '../base/traceData.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import type { Effect } from '../sandbox/handlerCall.ts';
import type { MoveKind } from '../sim/moves.ts';
import type { Envelope } from '../sim/network.ts';
import type { ProcessEvent } from '../sim/processEvents.ts';
import type { Outcome } from '../sim/processStates.ts';
import { Violation, type Property, type RunEnd } from '../sim/property.ts';
import type { RunEvent } from '../sim/runEvent.ts';
import { runEvents } from '../sim/eventLists.ts';
import { isSeenBy } from '../sim/watchers.ts';
import type { Data } from '../base/data.ts';

/** A promise with the check that it belongs to. */
export interface Promised {
  readonly check: string;
  readonly property: Property;
}

/** What stands for a check in the promise that the exercise's work is done. */
export const WORK = 'work';

export interface TraceBuilder {
  readonly trace: TraceEvent[];
  /** Every promise broken so far, in their order. */
  readonly violations: { readonly check: string; readonly message: string }[];
  take(
    kind: MoveKind,
    process: number,
    outcome: Outcome | undefined,
    event: ProcessEvent | undefined,
    envelope: Envelope | undefined,
  ): void;
  /** What is no longer in flight although nobody took it out was lost at a process that is down. */
  reconcile(inFlight: readonly Envelope[]): void;
  end(end: RunEnd, unfinished: string | undefined): void;
}

export function newTraceBuilder(names: readonly string[], promises: readonly Promised[]): TraceBuilder {
  const trace: TraceEvent[] = [];
  const violations: { check: string; message: string }[] = [];
  let inFlight: { id: number; envelope: Envelope }[] = [];
  const states: (Data | undefined)[] = promises.map(({ property }) => property.first);
  let sent = 0;

  const nameOf = (process: number): string => names[process] ?? '';
  const write = (event: TraceEvent): void => {
    if (trace.length < MAX_TRACE_EVENTS || event.kind === 'violation' || event.kind === 'throw') trace.push(event);
  };
  const violate = (place: number, { process, message }: Violation): void => {
    const check = promises[place]?.check ?? '';
    states[place] = undefined;
    if (violations.some((one) => one.check === check)) return;
    violations.push({ check, message });
    write({ at: 0, process, kind: 'violation', check, message });
  };
  const watch = (event: RunEvent): void => {
    promises.forEach(({ property }, place) => {
      const state = states[place];
      if (state === undefined || !isSeenBy(property, event)) return;
      const next = property.observe(state, event);
      if (next instanceof Violation) violate(place, next);
      else states[place] = next;
    });
  };

  function put(envelope: Envelope): number {
    sent += 1;
    inFlight.push({ id: sent, envelope });
    return sent;
  }

  function takeOut(envelope: Envelope): number {
    const at = inFlight.findIndex((one) => one.envelope === envelope);
    const [taken] = inFlight.splice(at, 1);
    return taken?.id ?? 0;
  }

  /** An effect as it stands in the trace. */
  function effectOf(process: number, effect: Effect, envelopes: readonly Envelope[]): TraceEvent {
    const base = { at: 0, process: nameOf(process) };
    switch (effect.kind) {
      case 'send': {
        const envelope = envelopes.find((one) => nameOf(one.to) === effect.to && one.message === effect.message);
        return { ...base, kind: 'send', id: envelope ? put(envelope) : 0, to: effect.to, message: read(effect.message) };
      }
      case 'set-timer':
        return { ...base, kind: 'set-timer', name: effect.name, delay: effect.delay };
      case 'cancel-timer':
        return { ...base, kind: 'cancel-timer', name: effect.name };
      case 'store':
        return { ...base, kind: 'store', key: effect.key, value: effect.value === undefined ? undefined : read(effect.value) };
      case 'indicate':
        return { ...base, kind: 'indicate', event: read(effect.event) };
    }
  }

  function causeOf(kind: MoveKind, process: number, event: ProcessEvent | undefined, envelope: Envelope | undefined): TraceEvent[] {
    const base = { at: 0, process: nameOf(process) };
    switch (kind) {
      case 'start':
        return [{ ...base, kind: 'start' }];
      case 'request':
        return [{ ...base, kind: 'request', request: read(event?.args[0] ?? '') }];
      case 'timer':
        return [{ ...base, kind: 'timer', name: event?.name ?? '' }];
      case 'recover':
        return [{ ...base, kind: 'recover' }];
      case 'crash':
        return [{ ...base, kind: 'crash' }];
      case 'deliver':
        if (!envelope) return [];
        if (!event) return [{ ...base, kind: 'lose', id: takeOut(envelope) }];
        return [{ ...base, kind: 'receive', id: takeOut(envelope), from: nameOf(envelope.from), message: read(envelope.message) }];
      case 'lose':
        return envelope ? [{ ...base, kind: 'lose', id: takeOut(envelope) }] : [];
      case 'duplicate': {
        const id = inFlight.find((one) => one.envelope === envelope)?.id ?? 0;
        return envelope ? [{ ...base, kind: 'duplicate', id, copy: put(envelope) }] : [];
      }
      default:
        return [];
    }
  }

  return {
    trace,
    violations,
    take(kind, process, outcome, event, envelope) {
      for (const one of causeOf(kind, process, event, envelope)) write(one);
      if (kind === 'crash') watch({ process: nameOf(process), kind: 'crash' });
      if (!outcome || !event) return;
      const seen = runEvents(nameOf(process), event, outcome.effects, outcome.crashed);
      const isEffect = (one: RunEvent): boolean => one.kind === 'send' || one.kind === 'indicate' || one.kind === 'store';
      let next = 0;
      while (
        next < seen.length &&
        !isEffect(seen[next] ?? { process: '', kind: 'done' }) &&
        seen[next]?.kind !== 'done' &&
        seen[next]?.kind !== 'crash'
      ) {
        watch(seen[next] ?? { process: '', kind: 'done' });
        next += 1;
      }
      const envelopes = outcome.envelopes;
      for (const effect of outcome.effects) {
        write(effectOf(process, effect, envelopes));
        const one = seen[next];
        if (effect.kind === 'set-timer' || effect.kind === 'cancel-timer' || !one) continue;
        watch(one);
        next += 1;
      }
      if (outcome.crashed) write({ at: 0, process: nameOf(process), kind: 'crash' });
      if (outcome.broken) {
        const { message, line } = outcome.broken;
        write({ at: 0, process: nameOf(process), kind: 'throw', message, ...(line === undefined ? {} : { line }) });
        promises.forEach((_, place) => {
          if (states[place] !== undefined) violate(place, new Violation(nameOf(process), message));
        });
        return;
      }
      const last = seen.at(-1);
      if (last) watch(last);
    },
    reconcile(now) {
      const left = [...now];
      inFlight = inFlight.filter((one) => {
        const at = left.indexOf(one.envelope);
        if (at >= 0) {
          left.splice(at, 1);
          return true;
        }
        write({ at: 0, process: nameOf(one.envelope.to), kind: 'lose', id: one.id });
        return false;
      });
    },
    end(end, unfinished) {
      promises.forEach(({ property }, place) => {
        const state = states[place];
        if (state === undefined || !property.atEnd) return;
        const violation = property.atEnd(state, end);
        if (violation) violate(place, violation);
        else if (unfinished !== undefined) violate(place, new Violation(names[0] ?? '', unfinished));
      });
    },
  };
}

function read(text: string): unknown {
  return traceText(text);
}
