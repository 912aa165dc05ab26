import { EXERCISES } from '../../../exercises/index.ts';
import { EXIT, UsageError, type Command } from '../command.ts';

export const list: Command = {
  name: 'list',
  args: '',
  summary: 'shows the exercises: id, level, points, core or optional, title',
  options: { json: { text: 'as JSON' } },
  async run(input, terminal) {
    if (input.positionals.length > 0) throw new UsageError('`faultline list` takes no arguments.');
    const rows = EXERCISES.map(({ id, title, level, core, checks }) => ({
      id,
      title,
      level,
      points: checks.reduce((sum, check) => sum + check.points, 0),
      core,
    }));
    if (input.has('json')) {
      terminal.out(`${JSON.stringify(rows, undefined, 2)}\n`);
      return EXIT.passed;
    }
    const width = Math.max(...rows.map((row) => row.id.length));
    for (const { id, title, level, points, core } of rows) {
      terminal.out(`${id.padEnd(width)}  ${level.padEnd(6)}  ${points} points  ${core ? 'core    ' : 'optional'}  ${title}\n`);
    }
    return EXIT.passed;
  },
};
