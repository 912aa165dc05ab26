/** The events of one process, each a sign on its lane with a few words beside it. */
import type { TraceEvent } from '../base/traceEvent.ts';
import { markOf, type LocalEvent } from '../trace/marks.ts';
import type { Label, Labels } from './labels.ts';

export interface Mark {
  readonly kind: LocalEvent['kind'];
  /** Its place in the trace. */
  readonly event: number;
  readonly x: number;
  readonly y: number;
  readonly label: Label | undefined;
}

/** Rows for labels, from the lane: the first two above it, the others below. */
const ROWS_ABOVE = [-20, -36];
const ROWS_BELOW = [20, 36];
/** Half of a sign. */
const SIGN = 8;

/** Places an event at `x`, or further right where its label has no room; undefined for events that are drawn otherwise. */
export function placeMark(event: TraceEvent, place: number, x: number, y: number, labels: Labels): Mark | undefined {
  if (!isLocal(event)) return undefined;
  const text = markOf(event).label;
  const blockSign = (middle: number): void => labels.block({ left: middle - SIGN, right: middle + SIGN, top: y - SIGN, bottom: y + SIGN });
  if (text === '' || event.kind === 'cancel-timer') {
    blockSign(x);
    return { kind: event.kind, event: place, x, y, label: undefined };
  }
  const rows = event.kind === 'request' ? [...ROWS_BELOW, ...ROWS_ABOVE] : [...ROWS_ABOVE, ...ROWS_BELOW];
  const label = labels.place(text, placesFor(rows, x, y));
  const shift = label ? Math.max(0, label.x + SIGN / 2 - x) : 0;
  blockSign(x + shift);
  return { kind: event.kind, event: place, x: x + shift, y, label };
}

/** In every row at once, then a little further right, and so on. */
function* placesFor(rows: readonly number[], x: number, y: number): Iterable<{ x: number; y: number }> {
  for (let shift = 0; shift < MAX_SHIFT; shift += 10) for (const row of rows) yield { x: x - SIGN / 2 + shift, y: y + row };
}

/** Pixels: more than four rows of labels that are full. */
const MAX_SHIFT = 400;

function isLocal(event: TraceEvent): event is LocalEvent {
  return !['send', 'receive', 'lose', 'duplicate', 'violation'].includes(event.kind);
}
