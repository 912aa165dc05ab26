/** Remembers which hints a learner has seen, in a file of their own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exercise } from '../checks/exercise.ts';
import type { Terminal } from './command.ts';

/** Shows the next hint, the last one again where all were seen. */
export function showNextHint({ id, hints }: Exercise, terminal: Terminal): void {
  const seen = readSeen(terminal);
  const next = Math.min(seen[id] ?? 0, hints.length - 1);
  terminal.out(`${hints[next] ?? ''}\n`);
  if ((seen[id] ?? 0) >= hints.length) terminal.err('You have seen all hints for this exercise; this is the last one again.\n');
  writeSeen(terminal, { ...seen, [id]: next + 1 });
}

/** How many hints were shown, by exercise. */
type Seen = Readonly<Record<string, number>>;

function seenFile(terminal: Terminal): string {
  return join(terminal.env.XDG_STATE_HOME ?? join(homedir(), '.local', 'state'), 'faultline', 'hints.json');
}

/** A file that is missing or damaged counts as empty: at worst a hint is shown twice. */
function readSeen(terminal: Terminal): Seen {
  try {
    const read: unknown = JSON.parse(readFileSync(seenFile(terminal), 'utf8'));
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, number] => Number.isInteger(entry[1]) && entry[1] > 0),
    );
  } catch {
    return {};
  }
}

function writeSeen(terminal: Terminal, seen: Seen): void {
  try {
    mkdirSync(dirname(seenFile(terminal)), { recursive: true });
    writeFileSync(seenFile(terminal), `${JSON.stringify(seen, undefined, 2)}\n`);
  } catch {
    terminal.err('It could not be noted that you saw this hint. The next one comes with --level.\n');
  }
}
