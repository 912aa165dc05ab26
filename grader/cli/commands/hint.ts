import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { exerciseNamed } from '../catalogue.ts';
import { EXIT, UsageError, type Command, type Terminal } from '../command.ts';

export const hint: Command = {
  name: 'hint',
  args: 'ID',
  summary: 'shows the next hint for an exercise',
  details: ['It remembers which hints you have seen. The hints go from a question to a worked fragment of a neighbouring problem.'],
  options: { level: { value: 'N', text: 'hint number N, from 1' } },
  async run(input, terminal) {
    const [id, ...rest] = input.positionals;
    if (id === undefined || rest.length > 0) throw new UsageError('Name one exercise: faultline hint hamming.');
    const { hints } = exerciseNamed(id);
    const level = input.text('level');
    if (level !== undefined) {
      const chosen = /^[1-9]\d*$/.test(level) ? hints[Number(level) - 1] : undefined;
      if (chosen === undefined) throw new UsageError(`There is no hint ${level} for ${id}. Hints are numbered from 1.`);
      terminal.out(`${chosen}\n`);
      return EXIT.passed;
    }
    const seen = readSeen(terminal);
    const next = Math.min(seen[id] ?? 0, hints.length - 1);
    terminal.out(`${hints[next] ?? ''}\n`);
    if ((seen[id] ?? 0) >= hints.length) terminal.err('You have seen all hints for this exercise; this is the last one again.\n');
    writeSeen(terminal, { ...seen, [id]: next + 1 });
    return EXIT.passed;
  },
};

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
