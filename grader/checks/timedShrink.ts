/**
 * Makes a run that breaks a promise shorter: leaves out deviations, whole groups first, for as long as the promise is still broken in the same way;
 * then makes windows of time narrower, and ends the run where the promise breaks.
 *
 * Unless the calls that it may make run out, nothing is left that could be left out alone.
 */
import type { Deviation } from '../sim/timedDeviation.ts';
import type { Break, SeededRun } from './timedJudge.ts';

export interface Shrunk {
  readonly run: SeededRun;
  readonly found: Break;
}

/** `attempt` runs a candidate: how it breaks the promise, or undefined if it keeps it. */
export function shrink(first: Shrunk, attempt: (run: SeededRun) => Break | undefined): Shrunk {
  let best = first;

  /** What comes after the break is no part of it, and what is seen early need not be run to the end. */
  function trimmed({ run, found }: Shrunk): Shrunk {
    if (found.atEnd) return { run, found };
    const until = Math.ceil(found.at);
    return { run: { ...run, until, deviations: run.deviations.filter((one) => beginning(one) <= found.at) }, found };
  }

  function tryWith(deviations: readonly Deviation[]): boolean {
    const run = { ...best.run, deviations };
    const found = attempt(run);
    if (found?.way !== best.found.way) return false;
    best = trimmed({ run, found });
    return true;
  }

  function tryWithout(group: readonly Deviation[]): boolean {
    const left = best.run.deviations.filter((one) => !group.includes(one));
    return left.length < best.run.deviations.length && tryWith(left);
  }

  best = trimmed(best);
  tryWithout(best.run.deviations);
  for (const group of groupsOf(best.run.deviations)) tryWithout(group);
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    for (const one of best.run.deviations) isShorter = tryWithout([one]) || isShorter;
  }
  for (const one of best.run.deviations) {
    let current = one;
    for (let simpler = simplerThan(current); ; simpler = simplerThan(current)) {
      const next = simpler.find((candidate) => tryWith(best.run.deviations.map((other) => (other === current ? candidate : other))));
      if (!next) break;
      current = next;
    }
  }
  return best;
}

function beginning(deviation: Deviation): number {
  if ('since' in deviation) return deviation.since;
  return 'at' in deviation ? deviation.at : 0;
}

/** Deviations that may be of no importance together: all of the network, all of a link, all of a process. */
function groupsOf(deviations: readonly Deviation[]): Deviation[][] {
  const groups = new Map<string, Deviation[]>([['network', []]]);
  for (const one of deviations) {
    const names = 'from' in one ? ['network', `link ${one.from}-${one.to}`] : [`process ${one.process}`];
    for (const name of names) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The halves of a window; a crash that does not fall into a handler. */
function simplerThan(deviation: Deviation): Deviation[] {
  if (deviation.kind === 'crash' && deviation.effects !== undefined && deviation.at > 0) {
    return [{ kind: 'crash', process: deviation.process, at: deviation.at }];
  }
  if (!('since' in deviation)) return [];
  const middle = Math.round((deviation.since + deviation.until) / 2);
  if (middle === deviation.since || middle === deviation.until) return [];
  return [
    { ...deviation, since: middle },
    { ...deviation, until: middle },
  ];
}
