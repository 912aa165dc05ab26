/** The lanes: when each process was up and when it was down. */
import type { TraceEvent } from '../base/traceEvent.ts';

export interface Lane {
  readonly process: string;
  readonly y: number;
  readonly isAdversary: boolean;
  readonly spans: readonly Span[];
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: 'up' | 'down';
}

interface LanesRequest {
  readonly trace: readonly TraceEvent[];
  readonly xs: readonly number[];
  readonly processes: readonly string[];
  readonly adversaries: readonly string[];
  readonly end: number;
  yOf(process: string): number;
}

export function lanesFrom({ trace, xs, processes, adversaries, end, yOf }: LanesRequest): readonly Lane[] {
  return processes.map((process) => {
    const spans: Span[] = [];
    const acts = trace.some((event) => event.process === process && event.kind !== 'lose');
    let kind: Span['kind'] = acts ? 'up' : 'down';
    let from = 0;
    const until = (to: number, next: Span['kind']): void => {
      if (to > from) spans.push({ from, to, kind });
      from = to;
      kind = next;
    };
    trace.forEach((event, place) => {
      if (event.process !== process) return;
      if (event.kind === 'crash') until(xs[place] ?? 0, 'down');
      if (event.kind === 'recover') until(xs[place] ?? 0, 'up');
    });
    until(end, kind);
    return { process, y: yOf(process), isAdversary: adversaries.includes(process), spans };
  });
}
