import { MAX_CONSOLE_CHARS, MAX_PRINTED_CHARS, MAX_PRINTED_CROSSING_CHARS, MAX_RUN_OPERATIONS } from '../base/limits.ts';

/** What one grading has used up and printed so far, over all its sandboxes. */
export interface Meter {
  /** Operations of learner code, in whole interrupts. */
  operations: number;
  /** How many operations all sandboxes may use together. */
  readonly maxOperations: number;
  /** How often as much as the limits say may be printed. */
  readonly printTimes: number;
  /** Characters printed, kept or not. */
  printed: number;
  /** Characters of the canonical texts of what was printed, whose values are cut only when they are shown. */
  printedCrossing: number;
  /** The first characters printed, up to the report's limit. */
  kept: string;
}

export function newMeter(maxOperations: number = MAX_RUN_OPERATIONS, printTimes = 1): Meter {
  return { operations: 0, maxOperations, printTimes, printed: 0, printedCrossing: 0, kept: '' };
}

/** Notes a printed line, which crossed the border as a text of so many characters. Returns whether more may be printed. */
export function notePrinted(meter: Meter, line: string, crossingChars: number): boolean {
  const text = `${line}\n`;
  meter.printed += text.length;
  meter.printedCrossing += crossingChars;
  if (meter.kept.length < MAX_CONSOLE_CHARS) meter.kept += text.slice(0, MAX_CONSOLE_CHARS - meter.kept.length);
  const { printed, printedCrossing, printTimes } = meter;
  return printed <= printTimes * MAX_PRINTED_CHARS && printedCrossing <= printTimes * MAX_PRINTED_CROSSING_CHARS;
}

/** What the report's `console` says: what was kept and, where that is not all, a line that tells how much was cut. */
export function consoleText(meter: Meter): string {
  const cut = meter.printed - meter.kept.length;
  if (cut === 0) return meter.kept;
  // Half of a surrogate pair at the cut is not text.
  const whole = meter.kept.replace(/[\ud800-\udbff]$/, '');
  return `${whole}\n… ${cut + meter.kept.length - whole.length} more characters were cut.\n`;
}
