import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LearnerError } from '../../base/learnerError.ts';
import { exercisesNamed } from '../catalogue.ts';
import { COLOR_OPTION, wantsColor } from '../colorChoice.ts';
import { EXIT, UsageError, type Command } from '../command.ts';
import { openGrader } from '../openGrader.ts';
import { submissionFile } from '../submissions.ts';
import { watchSession } from '../watchSession.ts';
import { commandWord } from '../workplace.ts';

export const watch: Command = {
  name: 'watch',
  args: '[ID]',
  summary: 'grades again whenever you save',
  details: [
    'It begins with the first answer that does not pass yet, and goes on to the next when that one passes. Keys: r runs again,',
    'h shows a hint, a shows all checks, n and p go to the next answer and the one before, l lists them, ? tells more, q quits.',
    'What passed before and was not changed is remembered, and not graded again.',
  ],
  options: { dir: { value: 'DIR', text: 'the folder of your answers (default answers)' }, color: COLOR_OPTION },
  async run(input, terminal) {
    if (input.positionals.length > 1) throw new UsageError('Name one exercise (faultline watch hamming), or none for all.');
    const color = wantsColor(input, terminal);
    const dir = input.text('dir') ?? 'answers';
    const answers = exercisesNamed(input.positionals).map((exercise) => {
      const { file, read } = submissionFile(exercise.id, join(dir, `${exercise.id}.ts`));
      return { exercise, file, read, isBegun: () => existsSync(file) };
    });
    const [first] = answers;
    if (!existsSync(dir)) throw new LearnerError(`There is no folder ${dir}. \`faultline start\` writes starters into one.`);
    if (first && !answers.some((answer) => answer.isBegun())) {
      const what = answers.length === 1 ? `There is no file ${first.file}` : `${dir} holds no answers`;
      throw new LearnerError(`${what}. \`faultline start ${first.exercise.id}${dirOption(dir)}\` writes one to begin with.`);
    }
    const grader = openGrader();
    try {
      await watchSession({ terminal, grader, color, answers });
    } finally {
      grader.stop();
    }
    return EXIT.passed;
  },
};

function dirOption(dir: string): string {
  return dir === 'answers' ? '' : ` --dir ${commandWord(dir)}`;
}
