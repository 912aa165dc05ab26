/** What the figure of the curve says at a reliability, or after a time. */
import { CROSSOVER, survival, tmr } from './majorityCurve.ts';

export type View = 'reliability' | 'time';

/** Where the slider stands: `percent` of certainty, and `hundredths` of a mean lifetime. */
export interface Curve {
  readonly view: View;
  readonly percent: number;
  readonly hundredths: number;
}

/** The reliability of one module where the slider stands. */
export function reliabilityAt({ view, percent, hundredths }: Curve): number {
  return view === 'reliability' ? percent / 100 : survival(hundredths / 100);
}

export function curveSentence(curve: Curve): string {
  const r = reliabilityAt(curve);
  const start =
    curve.view === 'reliability'
      ? `R = ${r.toFixed(2)}: one module is right with probability ${r.toFixed(3)}, two of three with ${tmr(r).toFixed(3)}.`
      : `After ${(curve.hundredths / 100).toFixed(2)} mean lifetimes one module still works with probability ${r.toFixed(3)}, two of three with ${tmr(r).toFixed(3)}.`;
  return `${start} ${verdict(r)}`;
}

function verdict(r: number): string {
  if (r === 0 || r === 1) return 'Voting changes nothing.';
  if (r === 0.5) return 'Here voting changes nothing. Below, it does harm.';
  if (r > 0.5) return `Out of 1,000 runs one module spoils ${failures(r)}, three that vote spoil ${failures(tmr(r))}.`;
  return 'Three are worse than one: more often than not, two of them fail.';
}

function failures(r: number): string {
  return `${Math.round(1000 * (1 - r))}`;
}

export function crossoverOf(view: View): number {
  return view === 'reliability' ? 0.5 : CROSSOVER;
}
