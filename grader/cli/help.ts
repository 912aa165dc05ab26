import { VERSION } from '../base/version.ts';
import type { Command } from './command.ts';

/** The help of the whole program. */
export function programHelp(commands: readonly Command[]): string {
  const rows = [
    ...commands.map((command) => [`faultline ${command.name} ${command.args}`.trim(), command.summary] as const),
    ['faultline help COMMAND', 'tells more about one of them'] as const,
  ];
  return `Faultline ${VERSION}: exercises on fault tolerance, graded by running them.

${table(rows)}

Exit codes: 0 all passed, 1 some did not, 2 wrong usage or unreadable input, 3 a fault in Faultline itself.
`;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [`--${name}${option.value === undefined ? '' : ` ${option.value}`}`, option.text] as const,
  );
  const details = command.details === undefined ? '' : `\n${command.details.join('\n')}\n`;
  return `faultline ${`${command.name} ${command.args}`.trim()}

${command.summary}
${details}${options.length === 0 ? '' : `\n${table(options)}\n`}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
