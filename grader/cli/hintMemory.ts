/** Remembers which hints a learner has seen, in a file of their own. */
import type { Exercise } from '../checks/exercise.ts';
import type { Terminal } from './command.ts';
import { readState, writeState } from './stateFile.ts';

const FILE = 'hints.json';

/** Shows the next hint, the last one again where all were seen. */
export function showNextHint(exercise: Exercise, terminal: Pick<Terminal, 'out' | 'err' | 'env'>): void {
  const { id, hints } = exercise;
  const seen = readSeen(terminal.env);
  const next = Math.min(seen[id] ?? 0, hints.length - 1);
  terminal.out(`${hints[next] ?? ''}\n`);
  if ((seen[id] ?? 0) >= hints.length) terminal.err('You have seen all hints for this exercise; this is the last one again.\n');
  if (!writeState(FILE, terminal.env, { ...seen, [id]: next + 1 })) {
    terminal.err('It could not be noted that you saw this hint. The next one comes with --level.\n');
  }
}

/** How many hints were shown, by exercise. */
type Seen = Readonly<Record<string, number>>;

/** A file that is missing or damaged counts as empty: at worst a hint is shown twice. */
function readSeen(env: Terminal['env']): Seen {
  const read = readState(FILE, env);
  if (typeof read !== 'object' || read === null) return {};
  return Object.fromEntries(Object.entries(read).filter((entry): entry is [string, number] => Number.isInteger(entry[1]) && entry[1] > 0));
}
