/** Lists of events that monitors see together, because one step causes them, as numbers. The empty list is 0. */
import { fromCanonical, toCanonical, type Data } from '../base/data.ts';
import type { Effect } from '../sandbox/handlerCall.ts';
import { newInterner } from './interner.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { RunEvent } from './runEvent.ts';

export interface SeenLists {
  /** What is seen when a process handles an event with these effects, and crashes then or not. */
  of(process: number, event: ProcessEvent, effects: readonly Effect[], crashed: boolean): number;
  /** What is seen when a process crashes between two handlers. */
  ofCrash(process: number): number;
  events(id: number): readonly RunEvent[];
}

/** `isSeen`: whether some monitor wants to see an event; all others are left out, so that more lists are equal. */
export function newSeenLists(processes: readonly string[], isSeen: (event: RunEvent) => boolean): SeenLists {
  const ids = newInterner();
  const lists: (readonly RunEvent[])[] = [];

  function idOf(events: readonly RunEvent[]): number {
    const wanted = events.filter(isSeen);
    const seen = wanted.every((one) => one.kind === 'done') ? [] : wanted;
    const id = ids.idOf(seen.map((one) => toCanonical({ ...one })).join('\n'));
    lists[id] ??= seen;
    return id;
  }

  idOf([]);
  return {
    of: (process, event, effects, crashed) => idOf(runEvents(processes[process] ?? '', event, effects, crashed)),
    ofCrash: (process) => idOf([{ process: processes[process] ?? '', kind: 'crash' }]),
    events: (id) => lists[id] ?? [],
  };
}

/** All that one handling looks like from outside, in its order. */
export function runEvents(process: string, event: ProcessEvent, effects: readonly Effect[], crashed: boolean): RunEvent[] {
  const last: RunEvent = { process, kind: crashed ? 'crash' : 'done' };
  return [...causeOf(process, event), ...effects.flatMap((one) => effectEvent(process, one)), last];
}

function causeOf(process: string, event: ProcessEvent): RunEvent[] {
  const [first = '', second = ''] = event.args;
  switch (event.kind) {
    case 'request':
      return [{ process, kind: 'request', request: dataOf(first) }];
    case 'message':
      return [{ process, kind: 'receive', from: event.name, message: dataOf(second) }];
    case 'timer':
      return [{ process, kind: 'timer', name: event.name }];
    case 'recover':
      return [{ process, kind: 'recover' }];
    default:
      return [];
  }
}

function effectEvent(process: string, effect: Effect): RunEvent[] {
  switch (effect.kind) {
    case 'send':
      return [{ process, kind: 'send', to: effect.to, message: dataOf(effect.message) }];
    case 'indicate':
      return [{ process, kind: 'indicate', event: dataOf(effect.event) }];
    case 'store':
      return [{ process, kind: 'store', key: effect.key, ...(effect.value === undefined ? {} : { value: dataOf(effect.value) }) }];
    default:
      return [];
  }
}

/** What crossed the border was refused there unless it was data. */
function dataOf(text: string): Data {
  return fromCanonical(text) as Data;
}
