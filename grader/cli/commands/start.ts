import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LearnerError } from '../../base/learnerError.ts';
import { EXERCISE_FILES, exercisesNamed, ROOT } from '../catalogue.ts';
import { EXIT, type Command } from '../command.ts';

/** What an editor needs to check answers as the sandbox runs them: the language's own library, and nothing of a browser or of Node. */
const TSCONFIG = {
  compilerOptions: {
    target: 'ES2023',
    lib: ['ES2023'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ['*.ts'],
};

export const start: Command = {
  name: 'start',
  args: '[ID…]',
  summary: 'writes starters, a tsconfig.json and the types that an editor needs',
  details: ['Without an ID it writes the starters of all exercises. A file that is there is never overwritten without --force.'],
  options: {
    dir: { value: 'DIR', text: 'the folder for your answers (default answers)' },
    force: { text: 'overwrites what is there' },
  },
  async run(input, terminal) {
    const exercises = exercisesNamed(input.positionals);
    const dir = input.text('dir') ?? 'answers';
    makeFolder(dir);
    const files = new Map([
      ['tsconfig.json', `${JSON.stringify(TSCONFIG, undefined, 2)}\n`],
      ['faultline.d.ts', readFileSync(new URL('grader/faultline.d.ts', ROOT), 'utf8')],
      ['console.d.ts', readFileSync(new URL('grader/console.d.ts', ROOT), 'utf8')],
      ...exercises.map(({ id }) => [`${id}.ts`, readFileSync(new URL(`${id}/starter.ts`, EXERCISE_FILES), 'utf8')] as const),
    ]);
    for (const [name, text] of files) {
      const path = join(dir, name);
      const exists = existsSync(path);
      if (exists && !input.has('force')) {
        if (readFileSync(path, 'utf8') !== text) terminal.out(`kept     ${path}  (it is there already; --force replaces it)\n`);
        continue;
      }
      write(path, text);
      terminal.out(`${exists ? 'replaced' : 'wrote   '} ${path}\n`);
    }
    const [first] = exercises;
    if (first) terminal.out(nextSteps(first.id, join(dir, `${first.id}.ts`), exercises.length === 1));
    return EXIT.passed;
  },
};

function nextSteps(id: string, path: string, only: boolean): string {
  const task = only ? `\n${readFileSync(new URL(`${id}/task.mdx`, EXERCISE_FILES), 'utf8').trim()}\n` : '';
  return `${task}\nEdit ${path}, then: faultline grade ${id} ${path}\n`;
}

function makeFolder(dir: string): void {
  if (existsSync(dir) && !statSync(dir).isDirectory()) {
    throw new LearnerError(`${dir} is a file, so no answers can be written into it. Name another folder with --dir.`);
  }
  try {
    mkdirSync(dir, { recursive: true });
  } catch {
    throw new LearnerError(`The folder ${dir} cannot be made. Name another one with --dir.`);
  }
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    throw new LearnerError(`${path} cannot be written. Check who may write there, or name another folder with --dir.`);
  }
}
