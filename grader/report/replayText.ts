/** One run, for a person at a terminal: its diagram, its steps in words, and what it shows. */
import { printable } from '../base/printable.ts';
import type { TraceEvent } from '../base/traceEvent.ts';
import { spaceTime } from '../trace/spaceTime.ts';
import { stepLines } from '../trace/stepWords.ts';
import { brokenWords } from '../trace/words.ts';
import { rolePaint, stylePaint } from './ansi.ts';

/** A run that was replayed. */
export interface ReplayedRun {
  readonly exercise: string;
  /** As its owner named it. */
  readonly file: string;
  readonly schedule: string;
  /** The fault plan, in words. */
  readonly plan: string;
  /** From the left lane to the right. */
  readonly processes: readonly string[];
  readonly trace: readonly TraceEvent[];
  readonly violation: { readonly check: string; readonly message: string } | undefined;
}

interface Look {
  readonly color: boolean;
  /** Columns at the most. */
  readonly width: number;
}

export function replayText(run: ReplayedRun, { color, width }: Look): string {
  const paint = stylePaint(color);
  const last = run.trace.at(-1);
  const isSaid = run.violation !== undefined && last?.kind === 'violation' && last.check === run.violation.check;
  const parts = [
    `${paint('strong', `${run.exercise}  ${run.file}`)}\nSchedule ${run.schedule}: ${run.plan}\n`,
    spaceTime(run.trace, run.processes, { width, paint: rolePaint(color) }),
    `${stepLines(run.trace).join('\n')}\n`,
    ...(isSaid ? [] : [`${outcomeOf(run)}\n`]),
  ];
  return parts.join('\n');
}

/** What a run shows, in a sentence. */
export function outcomeOf({ violation }: ReplayedRun): string {
  return violation ? printable(brokenWords(violation)) : 'No promise is broken in this run.';
}
