/** What a command is, and how its arguments are read: help and errors come from the same table. */
import { parseArgs } from 'node:util';
import { LearnerError } from '../base/learnerError.ts';

interface Option {
  /** The name of its value in the help; absent for a switch. */
  readonly value?: string;
  readonly repeatable?: boolean;
  readonly text: string;
}

export interface Command {
  readonly name: string;
  /** The arguments, as in `ID FILE`. */
  readonly args: string;
  /** One line. */
  readonly summary: string;
  /** More for `faultline help COMMAND`. */
  readonly details?: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** Answers the exit code. @throws UsageError; LearnerError for input that cannot be read. */
  run(input: Input, terminal: Terminal): Promise<number>;
}

export interface Input {
  readonly positionals: readonly string[];
  /** Given switches and values by the option's name. */
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  has(name: string): boolean;
}

export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  /** How wide standard output is, where it is a terminal. */
  readonly columns: number | undefined;
  /** Tells each key as it is pressed, until the function that it answers is called. Undefined where nobody can press keys. */
  readonly listenToKeys: ((onKey: (key: string) => void) => () => void) | undefined;
}

/** The exit codes of `cli.md`. */
export const EXIT = { passed: 0, notPassed: 1, usage: 2, fault: 3 } as const;

/** The command line itself is wrong. */
export class UsageError extends LearnerError {}

export function parseInput(command: Command, args: readonly string[]): Input {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [
      name,
      { type: option.value === undefined ? ('boolean' as const) : ('string' as const), multiple: option.repeatable ?? false },
    ]),
  );
  const { values, positionals } = readArgs(command, args, options);
  const texts = (name: string): readonly string[] => [values[name]].flat().filter((value) => typeof value === 'string');
  return {
    positionals,
    text: (name) => texts(name).at(-1),
    texts,
    has: (name) => values[name] === true,
  };
}

type ArgOptions = Record<string, { type: 'boolean' | 'string'; multiple: boolean }>;

function readArgs(command: Command, args: readonly string[], options: ArgOptions) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const known = Object.keys(command.options).map((name) => `--${name}`);
    const unknown = /Unknown option '([^']+)'/.exec(String(error))?.[1];
    const takes = known.length === 0 ? 'no options' : known.join(', ');
    if (unknown !== undefined) throw new UsageError(`\`faultline ${command.name}\` has no option ${unknown}. It takes ${takes}.`);
    const option = /Option '(?:-\w, )?(--[\w-]+)/.exec(String(error))?.[1];
    if (option === undefined) throw error;
    const value = command.options[option.slice(2)]?.value;
    throw new UsageError(value === undefined ? `${option} takes no value.` : `${option} needs a value: ${option} ${value}.`);
  }
}
