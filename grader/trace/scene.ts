/** What stands in a diagram at one moment: lanes that are up, down or not begun, and messages that run down beside them. */
import type { TraceEvent } from '../base/traceEvent.ts';
import type { Frame } from './frame.ts';
import type { Sign } from './legend.ts';
import { newLine, type Line } from './line.ts';
import { stepsOf } from './steps.ts';
import { newTracks, type Tracks } from './tracks.ts';

export interface Scene {
  readonly frame: Frame;
  readonly tracks: Tracks;
  /** The signs drawn so far, for the legend. */
  readonly used: Set<Sign>;
  isDown(process: string): boolean;
  become(process: string, state: 'up' | 'down'): void;
  /** A new line with the lanes and what is in flight. */
  line(): Line;
}

type LaneState = 'up' | 'down' | 'unborn';

const LANE: Readonly<Record<LaneState, string>> = { up: '┃', down: '┊', unborn: ' ' };

export function newScene(trace: readonly TraceEvent[], frame: Frame): Scene {
  const lanes = new Map(frame.processes.map((process) => [process, firstState(trace, process)]));
  const tracks = newTracks(frame);
  const used = new Set<Sign>();
  return {
    frame,
    tracks,
    used,
    isDown: (process) => lanes.get(process) === 'down',
    become: (process, state) => lanes.set(process, state),
    line() {
      const line = newLine();
      for (const [process, state] of lanes) {
        if (state === 'down') used.add('down');
        line.write(frame.laneOf(process), [LANE[state]], state === 'down' ? 'quiet' : 'process');
      }
      for (const column of tracks.columns()) line.write(column, ['│'], 'message');
      return line;
    },
  };
}

/** A process that does not start before the first thing that happens when all starts are over is down from the beginning. */
function firstState(trace: readonly TraceEvent[], process: string): LaneState {
  const own = trace.filter((event) => event.process === process && event.kind !== 'lose');
  if (own.some((event) => event.kind === 'start')) return 'unborn';
  if (own.length > 0 || !trace.some((event) => event.kind === 'start')) return 'up';
  return stepsOf(trace).at(-1)?.events[0]?.kind === 'start' ? 'unborn' : 'down';
}
