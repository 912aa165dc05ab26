/** Draws the rows of a diagram, one after the other. */
import { printable } from '../base/printable.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import { newArrows } from './arrows.ts';
import { cellsOf, cellsWithin } from './cells.ts';
import { newLine, type Line } from './line.ts';
import { markOf, type LocalEvent } from './marks.ts';
import type { Of, Row } from './rows.ts';
import type { Scene } from './scene.ts';
import { brokenWords } from './words.ts';
import { wrap } from './wrap.ts';

/** Draws one row after the other: its lines, most often one. */
export function newDrawing(trace: readonly TraceEvent[], scene: Scene): (row: Row) => readonly Line[] {
  const { frame, used } = scene;
  const arrows = newArrows(trace, scene);

  function drawLocal(line: Line, event: LocalEvent): void {
    const { sign, label, role } = markOf(event);
    const lane = frame.laneOf(event.process);
    const cells = cellsWithin(label, frame.gap - 3);
    // On the left where the words would hide something in flight on the right, and hide nothing on the left.
    const [right, left] = [lane + 2, lane - 1 - cells.length];
    const isFree = (from: number): boolean => line.holds(' ', from, from + cells.length - 1);
    const goesLeft = !isFree(right) && left >= frame.left && isFree(left);
    line.write(goesLeft ? left : right, cells, role);
    line.write(lane, [sign], role);
    if (event.kind === 'crash') scene.become(event.process, 'down');
    if (event.kind === 'recover') scene.become(event.process, 'up');
    if (event.kind === 'request' || event.kind === 'indicate' || event.kind === 'store' || event.kind === 'throw') used.add(event.kind);
  }

  /** A band through the diagram with a ring at its process, and under it what was promised and what happened instead. */
  function drawViolation(event: Of<'violation'>): Line[] {
    used.add('violation');
    const band = scene.line();
    for (let column = frame.left; column < frame.width; column += 1) {
      band.write(column, [band.holds(' ', column, column) ? '═' : '╪'], 'violation');
    }
    band.write(frame.laneOf(event.process), ['◎'], 'violation');
    const words = printable(brokenWords(event));
    return [band, ...wrap(words, frame.textWidth).map((text) => saidIn(frame.left, text))];
  }

  return (row) => {
    if (row.kind === 'violation') return drawViolation(row.event);
    const line = scene.line();
    switch (row.kind) {
      case 'starts':
        for (const process of row.processes) {
          scene.become(process, 'up');
          line.write(frame.laneOf(process), ['┳'], 'process');
        }
        break;
      case 'local':
        drawLocal(line, row.event);
        break;
      case 'send':
        arrows.send(line, row.event, row.stays);
        break;
      case 'arrow':
        arrows.whole(line, row.event, row.end);
        break;
      case 'end':
        arrows.end(line, row.event);
        break;
      case 'duplicate':
        arrows.duplicate(line, row.event, row.originalStays, row.copyStays);
        break;
    }
    return [line];
  };
}

function saidIn(column: number, text: string): Line {
  const line = newLine();
  line.write(column, cellsOf(text), 'violation');
  return line;
}
