/** Where things stand in a diagram: the columns of its lanes, and how wide it is. */
import type { TraceEvent } from '../base/traceEvent.ts';
import { cellsOf } from './cells.ts';
import { dataLabel } from './dataWords.ts';
import { markOf } from './marks.ts';

export interface Frame {
  /** Columns before the first lane: numbers and times. */
  readonly left: number;
  /** Columns from one lane to the next. */
  readonly gap: number;
  readonly width: number;
  /** Columns for sentences, from `left` on: they may be longer than the lanes are wide. */
  readonly textWidth: number;
  /** The lanes in their order, and those of processes that nobody announced. */
  readonly processes: readonly string[];
  /** The column of a process's lane. A process that has none lies beyond the last. */
  laneOf(process: string): number;
}

/** Columns that an arrow needs beside its label: dashes, a bend with a neighbour, and the head. */
const ARROW_COLUMNS = 12;
/** Columns that an event or a name needs beside its words: its sign, and a space on both sides and before the next lane. */
const EVENT_COLUMNS = 4;
const MIN_GAP = 18;
/** Columns of a sentence that is read with ease. */
const SENTENCE = 76;

/** The narrowest frame in which labels stand whole, if `width` lets them. */
export function frameFor(trace: readonly TraceEvent[], named: readonly string[], left: number, width: number): Frame {
  const processes = [...new Set([...named, ...trace.map((event) => event.process)])];
  const longest = Math.max(0, ...trace.map(columnsFor), ...processes.map((process) => process.length + EVENT_COLUMNS));
  const widest = Math.floor((width - left) / Math.max(1, processes.length));
  const gap = Math.max(Math.min(MIN_GAP, widest), Math.min(longest, widest));
  const lanes = gap * processes.length;
  return {
    left,
    gap,
    width: left + lanes,
    textWidth: Math.max(lanes, Math.min(SENTENCE, width - left)),
    processes,
    laneOf(process) {
      const at = processes.indexOf(process);
      return left + gap * (at < 0 ? processes.length : at);
    },
  };
}

/** The gap in which an event's words stand whole. */
function columnsFor(event: TraceEvent): number {
  switch (event.kind) {
    case 'send':
      return cellsOf(dataLabel(event.message)).length + ARROW_COLUMNS;
    case 'receive':
    case 'lose':
    case 'duplicate':
    case 'violation':
      return 0;
    default:
      return cellsOf(markOf(event).label).length + EVENT_COLUMNS;
  }
}
