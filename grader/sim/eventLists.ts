/**
 * What handlings look like from outside, as lists of events with numbers. One for all scenarios of a grading: most of what happens in one of them
 * has happened in another, too.
 */
import { fromCanonical, type Data } from '../base/data.ts';
import type { Effect } from '../sandbox/handlerCall.ts';
import { newInterner } from './interner.ts';
import type { ProcessEvent } from './processEvents.ts';
import type { RunEvent } from './runEvent.ts';

export interface EventLists {
  /** Characters of all lists, and of what they were made from. */
  readonly chars: number;
  /** The number of all that one handling looks like. The numbers of wholes and of parts have nothing to do with each other. */
  whole(process: string, event: ProcessEvent, effects: readonly Effect[], crashed: boolean): number;
  /** The number of those events of a whole that are wanted. The empty list is 0; what nobody wants to see but its end is empty, too. */
  part(whole: number, isWanted: (event: RunEvent) => boolean): number;
  ofCrash(process: string, isWanted: (event: RunEvent) => boolean): number;
  events(part: number): readonly RunEvent[];
}

interface Written {
  readonly event: RunEvent;
  readonly text: string;
}

export function newEventLists(): EventLists {
  const wholeIds = newInterner();
  const wholes: (readonly Written[])[] = [];
  const partIds = newInterner();
  const parts: (readonly RunEvent[])[] = [];
  let chars = 0;

  function partOf(list: readonly Written[], isWanted: (event: RunEvent) => boolean): number {
    const wanted = list.filter(({ event }) => isWanted(event));
    const seen = wanted.every(({ event }) => event.kind === 'done') ? [] : wanted;
    const text = seen.map((one) => one.text).join('\n');
    const id = partIds.idOf(text);
    if (!parts[id]) {
      parts[id] = seen.map((one) => one.event);
      chars += text.length;
    }
    return id;
  }

  partOf([], () => true);
  return {
    get chars() {
      return chars;
    },
    whole(process, event, effects, crashed) {
      const key = keyOf(process, event, effects, crashed);
      const id = wholeIds.idOf(key);
      if (!wholes[id]) {
        const texts = textsOf(process, event, effects, crashed);
        wholes[id] = runEvents(process, event, effects, crashed).map((one, at) => ({ event: one, text: texts[at] ?? '' }));
        chars += key.length;
      }
      return id;
    },
    part: (whole, isWanted) => partOf(wholes[whole] ?? [], isWanted),
    ofCrash: (process, isWanted) => partOf([{ event: { process, kind: 'crash' }, text: `${process} crash` }], isWanted),
    events: (part) => parts[part] ?? [],
  };
}

/** A text that is the same for handlings that look the same. Timers that are set or cancelled are not seen. */
function keyOf(process: string, event: ProcessEvent, effects: readonly Effect[], crashed: boolean): string {
  let key = `${process} ${crashed ? 'crash' : 'done'} ${event.kind} ${event.args.join(' ')}`;
  for (const one of effects) {
    const text = effectText(one);
    if (text !== undefined) key += `\n${text}`;
  }
  return key;
}

/** What is seen of an effect, in a line: no canonical text, and no name of a process, has a line break; a key of storage may. */
function effectText(effect: Effect): string | undefined {
  switch (effect.kind) {
    case 'send':
      return `send ${effect.to} ${effect.message}`;
    case 'indicate':
      return `indicate ${effect.event}`;
    case 'store':
      return `store ${JSON.stringify(effect.key)} ${effect.value ?? 'nothing'}`;
    default:
      return undefined;
  }
}

/** A text for each of the `runEvents`, the same for those that are the same. */
function textsOf(process: string, event: ProcessEvent, effects: readonly Effect[], crashed: boolean): string[] {
  const cause = causeOf(process, event).map(() => `${process} ${event.kind} ${event.args.join(' ')}`);
  const seen = effects.flatMap((one) => effectText(one) ?? []).map((text) => `${process} ${text}`);
  return [...cause, ...seen, `${process} ${crashed ? 'crash' : 'done'}`];
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
