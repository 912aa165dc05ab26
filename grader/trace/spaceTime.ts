/**
 * A run as a space-time diagram in text: a lane for each process, time downwards, messages as arrows from send to receive.
 *
 * A message that is in flight for a while runs down between the lanes, so that it is seen to outlive a crash of its sender. Labels that
 * are too long are shortened; `traceWords` has them in full. The number of a step stands where it begins.
 * Source of the form: Lamport, "Time, clocks, and the ordering of events in a distributed system", 1978.
 */
import type { TraceEvent } from '../base/traceEvent.ts';
import { cellsWithin } from './cells.ts';
import { newDrawing } from './drawing.ts';
import { frameFor, type Frame } from './frame.ts';
import { legendOf } from './legend.ts';
import { newLine, type Line } from './line.ts';
import { withoutPaint, type Paint } from './paint.ts';
import { rowsOf, type Row } from './rows.ts';
import { newScene } from './scene.ts';

export interface DiagramLook {
  /** Columns at the most. */
  readonly width?: number;
  readonly paint?: Paint;
}

const DEFAULT_WIDTH = 100;

/** The diagram of a trace and what its signs mean: lines without trailing spaces, each ended by a newline. `processes`: the lanes, from the left. */
export function spaceTime(trace: readonly TraceEvent[], processes: readonly string[], look: DiagramLook = {}): string {
  const { width = DEFAULT_WIDTH, paint = withoutPaint } = look;
  const rows = rowsOf(trace);
  const margin = marginOf(rows);
  const frame = frameFor(trace, processes, margin.width, width);
  const scene = newScene(trace, frame);
  const draw = newDrawing(trace, scene);

  const lines: Line[] = [headOf(frame)];
  for (const row of rows) {
    const [first, ...rest] = draw(row);
    first?.write(0, [...margin.textOf(row)], 'quiet');
    lines.push(...(first ? [first, ...rest] : []));
  }
  const texts = lines.map((line) => line.toText(paint));
  const legend = legendOf(scene.used, width).map((words) => paint('quiet', words));
  return [...texts, ...(legend.length === 0 ? [] : ['', ...legend])].map((text) => `${text}\n`).join('');
}

/** The columns before the lanes: numbers of steps, and the time where there is one and it goes on. */
function marginOf(rows: readonly Row[]): { readonly width: number; textOf(row: Row): string } {
  const numbers = Math.max(0, ...rows.map((row) => row.steps.length));
  const latest = Math.max(0, ...rows.map((row) => row.at));
  const times = latest === 0 ? 0 : `  ${latest} ms`.length;
  let shown: number | undefined;
  return {
    width: numbers + times + 2,
    textOf({ steps, at }) {
      const time = at === shown || latest === 0 ? '' : `${at} ms`.padStart(times);
      shown = at;
      return `${steps.padStart(numbers)}${time}`;
    },
  };
}

function headOf(frame: Frame): Line {
  const line = newLine();
  for (const process of frame.processes) line.write(frame.laneOf(process), cellsWithin(process, frame.gap - 2), 'process');
  return line;
}
