#!/usr/bin/env node
/** The program `faultline`. Results go to standard output, everything else to standard error; the exit code is the verdict. */
// First: it starts what takes longest.
import { dropEarlyThread } from './earlyThread.ts';
import { LearnerError } from '../base/learnerError.ts';
import { VERSION } from '../base/version.ts';
import { shownText } from '../report/safeText.ts';
import { EXIT, parseInput, UsageError, type Command, type Terminal } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, programHelp } from './help.ts';
import { listenToKeys } from './keys.ts';
import { nearest } from './nearest.ts';

const terminal: Terminal = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  env: process.env,
  outIsTerminal: process.stdout.isTTY === true,
  errIsTerminal: process.stderr.isTTY === true,
  get columns() {
    return process.stdout.columns;
  },
  listenToKeys: process.stdin.isTTY ? listenToKeys : undefined,
};

let hasReader = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave early, as `head` does. What is under way still decides the exit code.
  if (error.code === 'EPIPE') hasReader = false;
  if (!hasReader) return;
  terminal.err(`Standard output cannot be written (${error.code}). Check that the disk has room.\n`);
  process.exit(EXIT.usage);
});
process.stderr.on('error', () => undefined);

process.exitCode = await run(process.argv.slice(2));
dropEarlyThread();

async function run([first, ...rest]: readonly string[]): Promise<number> {
  try {
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') return help(rest);
    if (first === '--version' || first === '-v') {
      terminal.out(`${VERSION}\n`);
      return EXIT.passed;
    }
    const command = commandNamed(first);
    if (rest.includes('--help') || rest.includes('-h')) return help([command.name]);
    return await command.run(parseInput(command, rest), terminal);
  } catch (error) {
    if (error instanceof LearnerError) {
      terminal.err(`${shownText(error.message)}\n`);
      return EXIT.usage;
    }
    terminal.err(
      `This is a fault of Faultline, not of your answer. Please report it:\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    return EXIT.fault;
  }
}

function help([name]: readonly string[]): number {
  terminal.out(name === undefined ? programHelp(COMMANDS) : commandHelp(commandNamed(name)));
  return EXIT.passed;
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name);
  if (command) return command;
  const guess = nearest(
    name,
    COMMANDS.map((one) => one.name),
  );
  throw new UsageError(
    `There is no command ${JSON.stringify(name)}. ${guess === undefined ? '`faultline help` shows them all.' : `Did you mean ${guess}?`}`,
  );
}
