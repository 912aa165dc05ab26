import type { TraceEvent } from '../base/traceEvent.ts';
import { stepsOf } from './steps.ts';
import { traceWords } from './words.ts';

export interface StepWords {
  /** The number beside which it stands in the diagram. */
  readonly number: number;
  /** What was chosen, then what the handler did: a sentence each. */
  readonly sentences: readonly string[];
}

/** The steps of a run, said in full. */
export function stepWords(trace: readonly TraceEvent[]): readonly StepWords[] {
  const sentences = new Map(traceWords(trace).map(({ event, sentence }) => [event, sentence]));
  return stepsOf(trace).map(({ number, events }) => ({ number, sentences: events.map((event) => sentences.get(event) ?? '') }));
}

/** The same as lines, the numbers in a column. */
export function stepLines(trace: readonly TraceEvent[]): string[] {
  const steps = stepWords(trace);
  const width = String(steps.length).length;
  return steps.flatMap(({ number, sentences }) =>
    sentences.map((sentence, at) => `${(at === 0 ? String(number) : '').padStart(width)}  ${sentence}`),
  );
}
