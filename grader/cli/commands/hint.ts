import { exerciseNamed } from '../catalogue.ts';
import { EXIT, UsageError, type Command } from '../command.ts';
import { showNextHint } from '../hintMemory.ts';

export const hint: Command = {
  name: 'hint',
  args: 'ID',
  summary: 'shows the next hint for an exercise',
  details: ['It remembers which hints you have seen. The hints go from a question to a worked fragment of a neighbouring problem.'],
  options: { level: { value: 'N', text: 'hint number N, from 1' } },
  async run(input, terminal) {
    const [id, ...rest] = input.positionals;
    if (id === undefined || rest.length > 0) throw new UsageError('Name one exercise: faultline hint hamming.');
    const exercise = exerciseNamed(id);
    const level = input.text('level');
    if (level === undefined) {
      showNextHint(exercise, terminal);
      return EXIT.passed;
    }
    const chosen = /^[1-9]\d*$/.test(level) ? exercise.hints[Number(level) - 1] : undefined;
    if (chosen === undefined) throw new UsageError(`There is no hint ${level} for ${id}. Hints are numbered from 1.`);
    terminal.out(`${chosen}\n`);
    return EXIT.passed;
  },
};
