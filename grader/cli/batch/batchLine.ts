/** How far a batch has come: one line at the bottom of a terminal, and what is said meanwhile above it. */
import { counted } from '../../report/counted.ts';
import type { Terminal } from '../command.ts';
import type { DoneAnswer } from './gradeClass.ts';

export interface BatchLine {
  readonly onSubmission: () => void;
  readonly onAnswer: (answer: DoneAnswer) => void;
  /** Says something without disturbing the line. */
  readonly say: (text: string) => void;
  readonly clear: () => void;
  /** How many answers were graded and kept. */
  readonly totalText: () => string;
}

/** Milliseconds between two paints. */
const REPAINT_MS = 100;
const BAR_CELLS = 20;

export function newBatchLine(terminal: Terminal, submissions: number, now: () => number = () => performance.now()): BatchLine {
  const startedMs = now();
  let paintedMs = -Infinity;
  let isShown = false;
  let begun = 0;
  let graded = 0;
  let kept = 0;
  let errors = 0;

  function clear(): void {
    if (isShown) terminal.err('\r\u001b[K');
    isShown = false;
  }

  function paint(): void {
    if (!terminal.errIsTerminal || now() - paintedMs < REPAINT_MS) return;
    paintedMs = now();
    isShown = true;
    const seconds = (paintedMs - startedMs) / 1000;
    const filled = submissions === 0 ? 0 : Math.round((begun / submissions) * BAR_CELLS);
    const rate = seconds > 1 ? `, ${(graded / seconds).toFixed(1)} a second` : '';
    const left = seconds > 1 && begun > 0 ? `, ${timeText((seconds / begun) * (submissions - begun))} left` : '';
    const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_CELLS - filled)}`;
    const trouble = errors === 0 ? '' : `, ${errors} could not be graded`;
    const text = `${bar} ${begun} of ${counted(submissions, 'submission')}, ${counted(graded + kept, 'answer')}${trouble}${rate}${left}`;
    terminal.err(`\r${text.slice(0, (terminal.columns || 80) - 1)}\u001b[K`);
  }

  return {
    onSubmission() {
      begun += 1;
      paint();
    },
    onAnswer({ report, isKept }) {
      if (isKept) kept += 1;
      else graded += 1;
      if (report.verdict === 'error') errors += 1;
      paint();
    },
    say(text) {
      clear();
      terminal.err(`${text}\n`);
    },
    clear,
    totalText: () => `${counted(graded, 'answer')} graded, ${kept} kept from before.\n`,
  };
}

function timeText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
