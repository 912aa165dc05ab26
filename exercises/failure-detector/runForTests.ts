import { toCanonical } from '../../grader/base/data.ts';
import type { TimedEvent } from '../../grader/sim/timedEvent.ts';
import type { TimedRun } from '../../grader/sim/timedProperty.ts';
import { CALM, detectorPlan, type DetectorPlan } from './detectorPlan.ts';

/**
 * A run from text, an event a line: `@300 p1 timer p2`, `p1 suspect p2`, `p2 send 7 p1`, `p1 receive 7 p2`, `p2 crash`.
 *
 * A line without a time happens at the time of the one before. All processes named start at 0; the run is whole, and calm with periods of 100 ms and a timeout of 300 ms.
 */
export function runFrom(text: string, end: number, plan: Partial<DetectorPlan> = {}, isWhole = true): TimedRun {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const count = Math.max(...[...text.matchAll(/p(\d)/g)].map(([, number]) => Number(number)));
  const events: TimedEvent[] = Array.from({ length: count }, (_, index) => ({ at: 0, process: `p${index + 1}`, kind: 'start' }));
  let at = 0;
  for (const line of lines) {
    const [, time, process = '', kind = '', first = '', second = ''] = /^(?:@(\d+) )?(\S+) (\S+) ?(\S*) ?(\S*)$/.exec(line) ?? [];
    if (time !== undefined) at = Number(time);
    events.push(eventFrom({ at, process }, kind, first, second));
  }
  return { plan: detectorPlan({ processes: count, period: 100, timeout: 3, ...CALM, deviations: [], ...plan }), events, end, isWhole };
}

function eventFrom(facts: { readonly at: number; readonly process: string }, kind: string, first: string, second: string): TimedEvent {
  switch (kind) {
    case 'crash':
    case 'recover':
      return { ...facts, kind };
    case 'timer':
      return { ...facts, kind, name: first };
    case 'send':
      return { ...facts, kind, id: Number(first), to: second, message: 'null' };
    case 'receive':
      return { ...facts, kind, id: Number(first), from: second, message: 'null' };
    case 'suspect':
    case 'trust':
      return { ...facts, kind: 'indicate', event: toCanonical({ type: kind, process: first }) };
    default:
      return { ...facts, kind: 'indicate', event: toCanonical({ [kind]: first }) };
  }
}
