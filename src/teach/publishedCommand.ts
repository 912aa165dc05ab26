import type { Command } from '../../grader/cli/command.ts';

/** What the reference says of a command. */
export interface PublishedCommand {
  readonly name: string;
  /** As it is typed: `faultline grade ID FILE | DIR`. */
  readonly usage: string;
  readonly summary: string;
  readonly details: string;
  readonly options: readonly { readonly usage: string; readonly text: string }[];
}

export function publishCommand({ name, args, summary, details = [], options }: Command): PublishedCommand {
  return {
    name,
    usage: `faultline ${name} ${args}`.trim(),
    summary,
    details: details.join(' '),
    options: Object.entries(options).map(([option, { value, text }]) => ({
      usage: `--${option}${value === undefined ? '' : ` ${value}`}`,
      text,
    })),
  };
}
