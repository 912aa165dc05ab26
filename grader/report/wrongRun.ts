/** A run that breaks a promise, for a person at a terminal: every event in aligned columns, and how to see it again. */
import { grouped } from '../base/grouped.ts';
import type { Evidence, WrongRun } from '../base/report.ts';
import { stepsOf } from '../trace/steps.ts';
import { traceWords } from '../trace/words.ts';
import { counted } from './counted.ts';

/** Events of a long run that are shown: its beginning, and more of its end, where the promise breaks. The replay shows all. */
const SHOWN_FIRST = 15;
const SHOWN_LAST = 45;

/** `p2  store  phase = 'READY'`, a line an event. */
export function runLines({ trace }: WrongRun): string[] {
  const words = traceWords(trace);
  const processes = Math.max(0, ...words.map((one) => one.process.length));
  const verbs = Math.max(0, ...words.map((one) => one.verb.length));
  const lines = words.map(({ process, verb, object }) => `${process.padEnd(processes)}  ${verb.padEnd(verbs)}  ${object}`.trimEnd());
  const left = lines.length - SHOWN_FIRST - SHOWN_LAST;
  if (left <= 0) return lines;
  return [...lines.slice(0, SHOWN_FIRST), `… ${counted(left, 'more event')} …`, ...lines.slice(-SHOWN_LAST)];
}

/** `9 steps, shrunk from 41`. What an exhaustive search finds is the shortest already. */
export function runLength({ trace, foundSteps }: WrongRun, { method }: Evidence): string {
  const steps = stepsOf(trace).length;
  const isShrunk = method === 'sampled' && foundSteps > steps;
  return `${counted(steps, 'step')}${isShrunk ? `, shrunk from ${grouped(foundSteps)}` : ''}`;
}

/** What to type to see a run as a diagram. */
export function replayCommand(exercise: string, file: string, schedule: string): string {
  return `faultline replay ${exercise} ${shellWord(file)} --schedule ${shellWord(schedule)}`;
}

/** A word as shells read it: in quotes where it holds anything that they could take for more than a letter. */
function shellWord(text: string): string {
  return /^[\w./:@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
