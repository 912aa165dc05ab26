/** How far a grading has come, as one line at the bottom of a terminal that is written over and then wiped away. */
import type { Report } from '../base/report.ts';
import type { Exploring } from '../grade/grading.ts';
import { counted } from '../report/counted.ts';
import { checksDone, exploringText, newRate } from '../report/exploring.ts';
import type { Terminal } from './command.ts';

export interface ProgressLine {
  show(report: Report, exploring?: Exploring): void;
  /** Wipes the line away, before anything else is written. */
  clear(): void;
}

/** Milliseconds between two paints: as often as eyes follow. */
const REPAINT_MS = 100;
const BAR_CELLS = 10;

/** Shows nothing where standard error is no terminal. */
export function newProgressLine(terminal: Terminal, now: () => number = () => performance.now()): ProgressLine {
  const rateOf = newRate();
  let painted = -Infinity;
  let isShown = false;

  return {
    show(report, exploring) {
      const worldsPerSecond = rateOf(exploring, now());
      if (!terminal.errIsTerminal || now() - painted < REPAINT_MS) return;
      painted = now();
      isShown = true;
      const line = progressText(report, exploring, worldsPerSecond);
      // A terminal that does not know its width says 0.
      terminal.err(`\r${line.slice(0, (terminal.columns || 80) - 1)}\u001b[K`);
    },
    clear() {
      if (isShown) terminal.err('\r\u001b[K');
      isShown = false;
      painted = -Infinity;
    },
  };
}

/** `bully-election ████░░░░ 3 of 8 checks, agreement: 184,206 worlds, depth 23, 612,000 worlds/s`. */
export function progressText(report: Report, exploring: Exploring | undefined, worldsPerSecond: number | undefined): string {
  const { done, wanted } = checksDone(report);
  const filled = wanted === 0 ? 0 : Math.round((done / wanted) * BAR_CELLS);
  const bar = `${report.exercise} ${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)} ${done} of ${counted(wanted, 'check')}`;
  return exploring ? `${bar}, ${exploring.check}: ${exploringText(exploring, worldsPerSecond)}` : bar;
}
