/**
 * The focus of a world: which steps it has left.
 *
 * Where a step is put right before the one that it is for (see `steps.ts`), the world between them has no other steps. The focus is a number of its
 * row: on the start of process p it is 2 + p, on process p that is down 2 + n + p, on the arrival of envelope e 2 + 2n + e.
 */
import type { Scenario } from './scenario.ts';

/** Every step. */
export const ALL = 0;
/** Losses and crashes, and then faults stop. */
export const STOPPING = 1;
/** None: a handler broke. */
export const BROKEN = -1;

const FIRST = 2;

export type Focus =
  | { readonly kind: 'all' | 'stopping' | 'broken' }
  | { readonly kind: 'start' | 'down'; readonly process: number }
  | { readonly kind: 'arrival'; readonly envelope: number };

function onStart(process: number): number {
  return FIRST + process;
}

export function onDown(process: number, processes: number): number {
  return FIRST + processes + process;
}

export function onArrival(envelope: number, processes: number): number {
  return FIRST + 2 * processes + envelope;
}

export function readFocus(focus: number, processes: number): Focus {
  if (focus === ALL) return { kind: 'all' };
  if (focus === STOPPING) return { kind: 'stopping' };
  if (focus === BROKEN) return { kind: 'broken' };
  const number = focus - FIRST;
  if (number < processes) return { kind: 'start', process: number };
  if (number < 2 * processes) return { kind: 'down', process: number - processes };
  return { kind: 'arrival', envelope: number - 2 * processes };
}

/** The focus where two processes have changed places: undefined where there is none, because processes start in their order or a handler broke. */
export function exchangedFocus(
  focus: number,
  processes: number,
  processOf: (process: number) => number,
  envelopeOf: (envelope: number) => number,
): number | undefined {
  if (focus === ALL || focus === STOPPING) return focus;
  if (focus < onDown(0, processes)) return undefined;
  if (focus < onArrival(0, processes)) return onDown(processOf(focus - onDown(0, processes)), processes);
  return onArrival(envelopeOf(focus - onArrival(0, processes)), processes);
}

/** Whether faults may stop there. Asked of every world, so without making a `Focus`. */
export function mayStopAt(focus: number, processes: number): boolean {
  return focus === ALL || focus === STOPPING || (focus >= onDown(0, processes) && focus < onArrival(0, processes));
}

/** The focus on the first process from `from` on that is ever started; every step where none is left. */
export function nextStart({ processes }: Scenario, from: number): number {
  const next = processes.findIndex((plan, process) => process >= from && plan.kind !== 'down');
  return next < 0 ? ALL : onStart(next);
}
