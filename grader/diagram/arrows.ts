/** Messages as arrows, from where they were sent to where they arrived, or to where they got lost. */
import type { TraceEvent } from '../base/traceEvent.ts';
import { dataLabel } from '../trace/dataWords.ts';
import { printable } from '../base/printable.ts';
import { envelopesOf } from '../trace/envelopes.ts';
import type { Label, Labels } from './labels.ts';
import { LABEL_HEIGHT, LANE_GAP, TOP } from './sizes.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Arrow {
  readonly id: number;
  /** The place of its end in the trace; of its beginning while it is under way. */
  readonly event: number;
  /** `dead`: it arrived at a process that was down. `pending`: it is in flight when the trace ends. */
  readonly kind: 'arrived' | 'lost' | 'dead' | 'pending';
  readonly isCopy: boolean;
  readonly from: Point;
  readonly to: Point;
  /** A message to oneself is an arc above the lane. */
  readonly isLoop: boolean;
  readonly label: Label | undefined;
}

interface ArrowsRequest {
  readonly trace: readonly TraceEvent[];
  readonly xs: readonly number[];
  readonly end: number;
  readonly labels: Labels;
  yOf(process: string): number;
}

/** A lost message is cut here on its way; one in flight is drawn until the end of the diagram, but no further than this. */
const LOST_AT = 0.55;
const PENDING_AT = 0.8;
/** Parts of its way at which a label may stand: the middle first. */
const LABEL_AT = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

export function newArrows({ trace, xs, end, labels, yOf }: ArrowsRequest): readonly Arrow[] {
  const envelopes = envelopesOf(trace);
  const starts = new Map<number, number>();
  const ends = new Map<number, { place: number; kind: 'arrived' | 'lost' | 'dead' }>();
  const down = new Set<string>();
  trace.forEach((event, place) => {
    if (event.kind === 'crash') down.add(event.process);
    if (event.kind === 'recover') down.delete(event.process);
    if (event.kind === 'send') starts.set(event.id, place);
    // A copy leaves where the original left.
    if (event.kind === 'duplicate') starts.set(event.copy, starts.get(event.id) ?? place);
    if (event.kind === 'receive') ends.set(event.id, { place, kind: 'arrived' });
    if (event.kind === 'lose') ends.set(event.id, { place, kind: down.has(event.process) ? 'dead' : 'lost' });
  });
  return [...starts].flatMap(([id, start]): Arrow[] => {
    const envelope = envelopes.get(id);
    if (!envelope) return [];
    const from = { x: xs[start] ?? 0, y: yOf(envelope.from) };
    const over = ends.get(id);
    const kind = over?.kind ?? 'pending';
    const target = { x: over ? (xs[over.place] ?? 0) : end, y: yOf(envelope.to) };
    const part = kind === 'lost' ? LOST_AT : kind === 'pending' ? PENDING_AT : 1;
    const to = along(from, target, part);
    const isLoop = envelope.from === envelope.to;
    const text = `${printable(dataLabel(envelope.message)).replace(/[\n\t]/g, ' ')}${envelope.isCopy ? '′' : ''}`;
    const label = labels.place(text, placesOn(from, to, labels.widthOf(text), isLoop));
    return [{ id, event: over?.place ?? start, kind, isCopy: envelope.isCopy, from, to, isLoop, label }];
  });
}

function* placesOn(from: Point, to: Point, width: number, isLoop: boolean): Iterable<Point> {
  // On the lane of a third process it could be taken for something of that process.
  const onArrow = LABEL_AT.map((part) => along(from, to, part));
  for (const { x, y } of [...onArrow.filter((one) => !isOnLane(one)), ...onArrow.filter(isOnLane)]) {
    yield { x: x - width / 2, y: isLoop ? y - LOOP_HEIGHT - 10 : y };
  }
  // Beside the arrow.
  for (const part of LABEL_AT) {
    const { x, y } = along(from, to, part);
    yield { x: x + 6, y };
    yield { x: x - width - 6, y };
  }
}

function isOnLane({ y }: Point): boolean {
  const above = (y - TOP + LANE_GAP / 2) % LANE_GAP;
  return Math.abs(above - LANE_GAP / 2) < LABEL_HEIGHT;
}

/** Pixels above the lane. */
export const LOOP_HEIGHT = 24;

function along(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
