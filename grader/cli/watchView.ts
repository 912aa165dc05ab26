/**
 * What a learner sees while they work: the last report, a note below it, how much of the course passes, and the keys. On a terminal it is one
 * screen that is painted anew, elsewhere lines that follow each other.
 */
import type { Graded } from '../report/graded.ts';
import { text } from '../report/text.ts';
import { stylePaint } from '../report/ansi.ts';
import { briefReport } from './briefReport.ts';
import type { Terminal } from './command.ts';
import { progressBar, wrappedWords } from './watchLines.ts';

export interface WatchView {
  /** Shows a report, and forgets the note. */
  show(graded: Graded): void;
  /** Puts a note below the report. */
  say(note: string): void;
  /** Shows all checks, or the first that does not pass. */
  toggleAll(): void;
  /** Paints again: the terminal has another size, or more is known. */
  refresh(): void;
}

interface Options {
  readonly terminal: Terminal;
  readonly color: boolean;
  /** Wipes away what is in the way of painting. */
  readonly clear: () => void;
  /** How much of the course passes; undefined where one exercise is all that matters. */
  readonly course: () => Course | undefined;
}

export interface Course {
  readonly passed: number;
  readonly exercises: number;
  /** Begun, and not known yet. */
  readonly ungraded: number;
}

/** What the keys do, in a word for the last line and in a few for `?`. */
const KEYS = [
  ['r', 'run', 'grades this answer again'],
  ['h', 'hint', 'shows the next hint'],
  ['a', 'all', 'shows all checks, or the first that does not pass'],
  ['n', 'next', 'goes to the next answer; → too'],
  ['p', 'previous', 'goes to the one before; ← too'],
  ['l', 'list', 'lists the exercises'],
  ['?', 'keys', 'shows this'],
  ['q', 'quit', 'quits'],
] as const;

export const KEYS_HELP = `${KEYS.map(([key, , help]) => `${key}  ${help}`).join('\n')}\n`;
const KEYS_LINE = `Keys: ${KEYS.map(([key, word]) => `${key} ${word}`).join(', ')}. Saving an answer grades it.`;
const NO_KEYS = 'Standard input is no terminal, so keys are not read. Saving an answer grades it; Ctrl+C quits.';
const CLEAR_SCREEN = '\u001b[2J\u001b[H';

/** Columns where a terminal does not know its width. */
const USUAL_COLUMNS = 80;

export function newWatchView({ terminal, color, clear, course }: Options): WatchView {
  const paint = stylePaint(color);
  const keys = terminal.listenToKeys ? KEYS_LINE : NO_KEYS;
  let graded: Graded | undefined;
  let note = '';
  let showsAll = false;

  function body(): string {
    if (!graded) return '';
    return showsAll ? text({ graded: [graded], single: true, color }) : briefReport(graded, color, 'a shows all');
  }

  function refresh(): void {
    if (!terminal.outIsTerminal) return;
    clear();
    const columns = terminal.columns || USUAL_COLUMNS;
    const { passed, exercises, ungraded } = course() ?? { passed: 0, exercises: 0, ungraded: 0 };
    const words = `${passed} of ${exercises} exercises pass${ungraded === 0 ? '' : `, ${ungraded} not graded yet`}`;
    const bar = exercises === 0 ? [] : [progressBar(passed, exercises, words, columns)];
    const foot = [...bar, paint('quiet', wrappedWords(keys, columns))].join('\n');
    const parts = [wrappedWords(body(), columns), wrappedWords(note, columns), `${foot}\n`];
    terminal.out(`${CLEAR_SCREEN}${parts.filter((part) => part !== '').join('\n')}`);
  }

  if (!terminal.outIsTerminal) terminal.err(`${keys}\n`);
  return {
    show(next) {
      graded = next;
      note = '';
      if (terminal.outIsTerminal) refresh();
      else terminal.out(`${text({ graded: [next], single: true, color })}\n`);
    },
    say(next) {
      note = next;
      if (terminal.outIsTerminal) refresh();
      else terminal.out(next);
    },
    toggleAll() {
      showsAll = !showsAll;
      refresh();
    },
    refresh,
  };
}
