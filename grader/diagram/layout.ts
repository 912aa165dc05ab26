/**
 * Where everything of a run stands in its space-time diagram: a horizontal lane for each process, time to the right, messages as arrows.
 *
 * Pure: a trace in, places out; `svg.ts` draws them. No two labels overlap: where there is no room the diagram grows wider, and only where even
 * that does not help is a label left out (its words stand in the list of steps).
 * Source of the form: Lamport, "Time, clocks, and the ordering of events in a distributed system", 1978.
 */
import type { TraceEvent } from '../base/traceEvent.ts';
import { stepsOf } from '../trace/steps.ts';
import { newArrows, type Arrow } from './arrows.ts';
import { LANE_GAP, MARK_GAP, STEP_GAPS, TAIL, TOP } from './sizes.ts';
import { newLabels, type Box } from './labels.ts';
import { lanesFrom, type Lane } from './lanes.ts';
import { placeMark, type Mark } from './marks.ts';

export interface Layout {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly marks: readonly Mark[];
  readonly arrows: readonly Arrow[];
  /** Of each event of the trace. Never falls. */
  readonly xs: readonly number[];
  /** Where each step begins, and where it is over. */
  readonly stepStarts: readonly number[];
  readonly stepEnds: readonly number[];
  readonly violation?: { readonly x: number; readonly y: number; readonly process: string };
  /** Of all texts. */
  readonly boxes: readonly Box[];
}

export interface DiagramRun {
  readonly trace: readonly TraceEvent[];
  /** From the top. */
  readonly processes: readonly string[];
  /** Those whose lanes are drawn as an adversary's. */
  readonly adversaries?: readonly string[];
}

export function layoutOf(run: DiagramRun): Layout {
  const [first, ...wider] = STEP_GAPS;
  let layout = laidOut(run, first);
  for (const gap of wider) {
    if (layout.arrows.every((arrow) => arrow.label !== undefined)) break;
    layout = laidOut(run, gap);
  }
  return layout;
}

function laidOut({ trace, processes, adversaries = [] }: DiagramRun, stepGap: number): Layout {
  const labels = newLabels();
  const yOf = (process: string): number => TOP + Math.max(0, processes.indexOf(process)) * LANE_GAP;
  const marks: Mark[] = [];
  const xs: number[] = [];
  const stepStarts: number[] = [];
  const stepEnds: number[] = [];
  let x = 0;
  for (const { events } of stepsOf(trace)) {
    x += stepGap;
    stepStarts.push(x);
    events.forEach((event, place) => {
      const isDrawnBefore = place > 0 && event.kind !== 'violation';
      if (isDrawnBefore) x += MARK_GAP;
      const mark = placeMark(event, xs.length, x, yOf(event.process), labels);
      if (mark) marks.push(mark);
      x = mark?.x ?? x;
      xs.push(x);
    });
    stepEnds.push(x + MARK_GAP / 2);
  }
  const end = Math.max(x, labels.right) + TAIL;
  const arrows = newArrows({ trace, xs, yOf, end, labels });
  const broken = trace.findIndex((event) => event.kind === 'violation');
  const brokenIn = trace[broken]?.process ?? '';
  return {
    width: Math.ceil(Math.max(end, labels.right + TAIL)),
    height: TOP + Math.max(0, processes.length - 1) * LANE_GAP + TOP,
    lanes: lanesFrom({ trace, xs, processes, adversaries, yOf, end }),
    marks,
    arrows,
    xs,
    stepStarts,
    stepEnds,
    ...(broken < 0 ? {} : { violation: { x: xs[broken] ?? 0, y: yOf(brokenIn), process: brokenIn } }),
    boxes: labels.boxes,
  };
}
