import { UsageError, type Input, type Terminal } from './command.ts';

/** The option `--color` of every command that prints results. */
export const COLOR_OPTION = { value: 'WHEN', text: 'auto, always or never (default auto)' };

/** Whether results are coloured. @throws UsageError */
export function wantsColor(input: Input, terminal: Terminal): boolean {
  const when = input.text('color') ?? 'auto';
  if (when === 'always') return true;
  if (when === 'never') return false;
  if (when !== 'auto') throw new UsageError(`--color is auto, always or never, not ${JSON.stringify(when)}.`);
  return terminal.outIsTerminal && (terminal.env.NO_COLOR ?? '') === '' && terminal.env.TERM !== 'dumb';
}
