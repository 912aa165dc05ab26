/** The columns between lanes in which messages that are in flight run downwards. */
import type { Frame } from './frame.ts';

export interface Tracks {
  /** A column beside a lane for a message whose stroke has `length` cells before it bends; undefined where all are taken. */
  take(id: number, lane: number, isRight: boolean, length: number): number | undefined;
  columnOf(id: number): number | undefined;
  free(id: number): void;
  columns(): Iterable<number>;
}

/** Columns from the next lane to the nearest message: a dash and an arrow's head stand between. */
const FROM_NEXT_LANE = 3;
/** The shortest stroke whose label still says something. */
const SHORT_STROKE = 8;

export function newTracks({ gap }: Pick<Frame, 'gap'>): Tracks {
  const taken = new Map<number, number>();

  return {
    take(id, lane, isRight, length) {
      const farthest = gap - FROM_NEXT_LANE;
      // Beside a lane stand the words of its events: what runs down there keeps to the other half where it can.
      const wished = Math.min(farthest, Math.max(length + 1, isRight ? Math.ceil(gap / 2) : 0));
      const shortest = Math.min(length + 1, SHORT_STROKE);
      const distances = [...range(wished, farthest, 1), ...range(wished - 1, shortest, -1)];
      const isFree = (column: number): boolean => ![...taken.values()].includes(column);
      const columns = distances.map((distance) => (isRight ? lane + distance : lane - distance)).filter(isFree);
      const column = columns.find((one) => isFree(one - 1) && isFree(one + 1)) ?? columns[0];
      if (column !== undefined) taken.set(id, column);
      return column;
    },
    columnOf: (id) => taken.get(id),
    free: (id) => taken.delete(id),
    columns: () => taken.values(),
  };
}

function range(from: number, to: number, by: 1 | -1): number[] {
  const count = Math.max(0, (to - from) * by + 1);
  return Array.from({ length: count }, (_, at) => from + at * by);
}
