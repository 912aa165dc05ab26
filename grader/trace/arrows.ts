/** Draws messages. One that is in flight for a while leaves its sender, runs down in a column between the lanes, and goes on to its receiver. */
import { printable } from '../base/printable.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import { cellsOf, cellsWithin } from './cells.ts';
import { dataLabel } from './dataWords.ts';
import { envelopesOf } from './envelopes.ts';
import type { Line } from './line.ts';
import type { Of } from './rows.ts';
import type { Scene } from './scene.ts';

type End = Of<'receive' | 'lose'>;

export interface Arrows {
  /** `stays`: nothing more is heard of the message. */
  send(line: Line, event: Of<'send'>, stays: boolean): void;
  /** A message that arrives, or is lost, at once. */
  whole(line: Line, event: Of<'send'>, end: End): void;
  end(line: Line, event: End): void;
  duplicate(line: Line, event: Of<'duplicate'>, originalStays: boolean, copyStays: boolean): void;
}

/** Cells of the dashes around a label: two before it and one behind. */
const DASHES = 3;

/** Events after which the label of a message is said again where it arrives. */
const IN_SIGHT = 2;

export function newArrows(trace: readonly TraceEvent[], { frame, tracks, used, isDown }: Scene): Arrows {
  const envelopes = envelopesOf(trace);
  const place = new Map(trace.map((event, at) => [event, at]));
  const sentAt = new Map<number, TraceEvent>();

  function labelOf(id: number): string {
    const envelope = envelopes.get(id);
    return envelope ? `${messageLabel(envelope.message)}${envelope.isCopy ? '′' : ''}` : '?';
  }

  /** To the right of its lane, where a message to oneself goes too. */
  function goesRight(from: string, to: string): boolean {
    return frame.laneOf(to) >= frame.laneOf(from);
  }

  /** The first `length` cells of an arrow, with as much of its label as fits. Answers the column behind them. */
  function begin(line: Line, { process, to, message }: Of<'send'>, length: number): number {
    const lane = frame.laneOf(process);
    const label = cellsWithin(messageLabel(message), length - DASHES);
    used.add('send');
    line.write(lane, ['●'], 'message');
    if (goesRight(process, to)) {
      line.stroke(lane + 1, lane + length);
      line.write(lane + DASHES, label, 'message');
      return lane + length + 1;
    }
    line.stroke(lane - 1, lane - length);
    line.write(lane - DASHES + 1 - label.length, label, 'message');
    return lane - length - 1;
  }

  /** From a column to the lane of the receiver. */
  function arrive(line: Line, from: number, { process, kind }: End): void {
    const lane = frame.laneOf(process);
    const back = lane >= from ? -1 : 1;
    const [right, left] = kind === 'lose' ? ['▷', '◁'] : ['►', '◄'];
    line.stroke(from, lane + back);
    line.write(lane + back, [(back < 0 ? right : left) ?? ''], kind === 'lose' ? 'quiet' : 'message');
    if (kind === 'lose') used.add('late');
    else line.write(lane, ['●'], 'message');
  }

  function cross(line: Line, column: number): void {
    used.add('lost');
    line.write(column, ['╳'], 'quiet');
  }

  const isLostOnTheWay = ({ kind, process }: End): boolean => kind === 'lose' && !isDown(process);

  /** The label once more: as near to the arrow's head as it has a stretch that nothing crosses. */
  function repeatLabel(line: Line, from: number, lane: number, id: number): void {
    const label = cellsOf(labelOf(id));
    const back = lane >= from ? -1 : 1;
    for (let near = lane + back * 2; (near - from) * -back > label.length + 1; near += back) {
      const far = near + back * (label.length + 1);
      if (!line.holds('─', Math.min(near, far), Math.max(near, far))) continue;
      line.write(Math.min(near, far) + 1, label, 'message');
      return;
    }
  }

  return {
    send(line, event, stays) {
      sentAt.set(event.id, event);
      const { id, process, to } = event;
      const length = cellsOf(messageLabel(event.message)).length + DASHES;
      const column = stays ? undefined : tracks.take(id, frame.laneOf(process), goesRight(process, to), length);
      if (column !== undefined) {
        begin(line, event, Math.abs(column - frame.laneOf(process)) - 1);
        line.write(column, [goesRight(process, to) ? '╮' : '╭'], 'message');
        return;
      }
      const end = begin(line, event, Math.min(length, frame.gap - 4));
      line.stroke(end, goesRight(process, to) ? end + 1 : end - 1, '┄');
      if (stays) used.add('flight');
    },
    whole(line, event, end) {
      const length = Math.min(cellsOf(messageLabel(event.message)).length + DASHES, frame.gap - 2);
      const column = begin(line, event, length);
      if (isLostOnTheWay(end)) cross(line, column);
      else arrive(line, column, end);
    },
    end(line, event) {
      const { id, process } = event;
      const lane = frame.laneOf(process);
      const column = tracks.columnOf(id);
      tracks.free(id);
      if (column !== undefined) {
        if (isLostOnTheWay(event)) return cross(line, column);
        line.write(column, [lane > column ? '╰' : '╯'], 'message');
        arrive(line, lane > column ? column + 1 : column - 1, event);
        const sent = sentAt.get(id);
        if (!sent || (place.get(event) ?? 0) - (place.get(sent) ?? 0) > IN_SIGHT) repeatLabel(line, column, lane, id);
        return undefined;
      }
      // It had no column of its own: only its last stretch is drawn.
      const sender = envelopes.get(id)?.from;
      const away = sender === undefined || goesRight(process, sender) ? 1 : -1;
      const label = cellsWithin(labelOf(id), frame.gap - 6);
      const from = lane + away * (label.length + 5);
      line.stroke(from, from - away, '┄');
      if (isLostOnTheWay(event)) cross(line, lane + away * 2);
      else arrive(line, from - away * 2, event);
      line.write(away < 0 ? from + 2 : lane + 4, label, 'message');
      return undefined;
    },
    duplicate(line, { id, copy, process }, originalStays, copyStays) {
      used.add('duplicate');
      if (originalStays || copyStays) used.add('flight');
      const { from: sender, to: receiver } = envelopes.get(id) ?? { from: process, to: process };
      const lane = frame.laneOf(sender);
      const isRight = goesRight(sender, receiver);
      const original = tracks.columnOf(id);
      const column = copyStays ? undefined : tracks.take(copy, lane, isRight, cellsOf(labelOf(id)).length + DASHES);
      const from = original ?? lane;
      const to = column ?? from + (isRight ? 3 : -3);
      const isBranchRight = to > from;
      line.stroke(from + (isBranchRight ? 1 : -1), to + (isBranchRight ? -1 : 1), column === undefined ? '┄' : '─');
      const fork = originalStays ? '╰╯' : '├┤';
      line.write(from, [original === undefined ? '●' : (fork[isBranchRight ? 0 : 1] ?? '')], 'message');
      if (column !== undefined) line.write(column, [isBranchRight ? '╮' : '╭'], 'message');
      const prime = Math.floor((from + to) / 2);
      if (line.holds('─', prime, prime)) line.write(prime, ['′'], 'message');
      if (originalStays) tracks.free(id);
    },
  };
}

function messageLabel(message: unknown): string {
  return printable(dataLabel(message)).replace(/[\n\t]/g, ' ');
}
