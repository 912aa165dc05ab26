/**
 * Makes a run that breaks a promise shorter: leaves out deviations, whole groups first, for as long as the promise is still broken in the same way;
 * then makes windows of time narrower, and ends the run where the promise breaks.
 *
 * Unless the calls that it may make run out, nothing is left that could be left out alone.
 */
import type { Deviation } from '../sim/timedDeviation.ts';
import { planOf, type Break, type SeededRun } from './timedJudge.ts';

export interface Shrunk {
  readonly run: SeededRun;
  readonly found: Break;
}

/** Runs a candidate: how it breaks the promise, or undefined if it keeps it. */
type Attempt = (run: SeededRun) => Break | undefined;

/**
 * What is seen only at the end of a whole run is first made shorter in hurried runs, which cost a seventh; the result is then confirmed in a whole one,
 * and so is that nothing can be left out.
 */
export function shrink(first: Shrunk, attempt: Attempt): Shrunk {
  if (!first.found.atEnd) return simplified(shortened(first, attempt), attempt);
  const hurried = { ...first.run, isHurried: true };
  const early = attempt(hurried);
  if (early?.way !== first.found.way) return shortened(first, attempt);
  const short = simplified(shortened({ run: hurried, found: early }, attempt), attempt);
  const whole = { ...short.run, isHurried: false };
  const found = attempt(whole);
  return withoutSingles(found?.way === first.found.way ? { run: whole, found } : first, attempt);
}

/** What comes after the break is no part of it, and what is seen early need not be run to the end. */
function trimmed({ run, found }: Shrunk): Shrunk {
  if (found.atEnd) return { run, found };
  const until = Math.ceil(found.at);
  return { run: { ...run, until, deviations: run.deviations.filter((one) => beginning(one) <= found.at) }, found };
}

/** The same break with these deviations, if they still bring it about. */
function tried({ run, found }: Shrunk, deviations: readonly Deviation[], attempt: Attempt): Shrunk | undefined {
  const next = { ...run, deviations };
  const again = attempt(next);
  return again?.way === found.way ? trimmed({ run: next, found: again }) : undefined;
}

function without(shrunk: Shrunk, group: readonly Deviation[], attempt: Attempt): Shrunk | undefined {
  const left = shrunk.run.deviations.filter((one) => !group.includes(one));
  return left.length < shrunk.run.deviations.length ? tried(shrunk, left, attempt) : undefined;
}

function shortened(first: Shrunk, attempt: Attempt): Shrunk {
  let best = trimmed(first);
  best = without(best, best.run.deviations, attempt) ?? best;
  for (const group of groupsOf(best)) best = without(best, group, attempt) ?? best;
  return withoutSingles(best, attempt);
}

function withoutSingles(first: Shrunk, attempt: Attempt): Shrunk {
  let best = first;
  for (let isShorter = true; isShorter;) {
    isShorter = false;
    for (const one of best.run.deviations) {
      const next = without(best, [one], attempt);
      isShorter ||= next !== undefined;
      best = next ?? best;
    }
  }
  return best;
}

/** With simpler deviations in the place of those that are left. */
function simplified(first: Shrunk, attempt: Attempt): Shrunk {
  let best = first;
  for (const one of first.run.deviations) {
    let current = one;
    for (let isSimpler = true; isSimpler;) {
      isSimpler = false;
      for (const candidate of simplerThan(current)) {
        const next = tried(
          best,
          best.run.deviations.map((other) => (other === current ? candidate : other)),
          attempt,
        );
        if (!next) continue;
        [best, current, isSimpler] = [next, candidate, true];
        break;
      }
    }
  }
  return best;
}

function beginning(deviation: Deviation): number {
  if ('since' in deviation) return deviation.since;
  return 'at' in deviation ? deviation.at : 0;
}

/** Deviations that may be of no importance together: those of links that do not matter, all of the network, all of a process, all of a link. */
function groupsOf({ run, found }: Shrunk): Deviation[][] {
  const names = planOf(run).processes.map(({ id }) => id);
  const matters = (one: { readonly from: number; readonly to: number }): boolean =>
    found.links.some(({ from, to }) => names[one.from - 1] === from && names[one.to - 1] === to);
  const groups = new Map<string, Deviation[]>(['elsewhere', 'network'].map((name) => [name, []]));
  for (const one of run.deviations) {
    const link =
      'from' in one ? [...(matters(one) ? [] : ['elsewhere']), 'network', `link ${one.from}-${one.to}`] : [`process ${one.process}`];
    for (const name of link) groups.set(name, [...(groups.get(name) ?? []), one]);
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
