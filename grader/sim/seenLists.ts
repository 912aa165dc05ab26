/** Lists of events that monitors see together, because one step causes them, as numbers. The empty list is 0. */
import type { Effect } from '../sandbox/handlerCall.ts';
import type { EventLists } from './eventLists.ts';
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
export function newSeenLists(processes: readonly string[], isSeen: (event: RunEvent) => boolean, lists: EventLists): SeenLists {
  /** By the number of a whole. */
  const parts: number[] = [];
  return {
    of(process, event, effects, crashed) {
      const whole = lists.whole(processes[process] ?? '', event, effects, crashed);
      return (parts[whole] ??= lists.part(whole, isSeen));
    },
    ofCrash: (process) => lists.ofCrash(processes[process] ?? '', isSeen),
    events: lists.events,
  };
}
