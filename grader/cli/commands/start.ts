import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Exercise } from '../../checks/exercise.ts';
import { EXERCISE_FILES, exercisesNamed, ROOT } from '../catalogue.ts';
import { EXIT, type Command } from '../command.ts';
import { makeFolder, place, type Placed } from '../placing.ts';
import { startRemarks } from '../startRemarks.ts';
import { GITHUB_WORKFLOW, githubWorkflow } from '../templates/githubWorkflow.ts';
import { GITLAB_PIPELINE, gitlabPipeline } from '../templates/gitlabPipeline.ts';
import { learnersReadme } from '../templates/learnersReadme.ts';
import { GITIGNORE_TEXT, manifestText, TARBALL } from '../templates/manifest.ts';
import { TSCONFIG_TEXT } from '../templates/tsconfig.ts';
import { commandWord, findCiPlace, findWorkplace, type Workplace } from '../workplace.ts';

export const start: Command = {
  name: 'start',
  args: '[ID…]',
  summary: 'writes starters, and all that an editor and a repository need',
  details: [
    'Without an ID it writes the starters of all exercises. A file that is there is kept. --force overwrites answers, types and',
    'tsconfig.json, and a README.md or a workflow that it wrote itself; package.json and .gitignore are never overwritten. Workflows go to',
    'the root of the git repository, where GitHub and GitLab look for them, and grade the answers of the current folder.',
  ],
  options: {
    dir: { value: 'DIR', text: 'the folder for your answers (default answers)' },
    force: { text: 'overwrites what is there, as told above' },
    github: { text: `writes ${GITHUB_WORKFLOW} too, which grades on every push` },
    gitlab: { text: `writes ${GITLAB_PIPELINE} too, which grades on every push` },
  },
  async run(input, terminal) {
    const exercises = exercisesNamed(input.positionals);
    const workplace = findWorkplace(input.text('dir') ?? 'answers', process.cwd());
    const pipelines = pipelineFiles(workplace, input.has('github'), input.has('gitlab'));

    makeFolder(workplace.dir);
    for (const file of [...answerFiles(workplace, exercises), ...packageFiles(workplace), ...pipelines]) {
      terminal.out(place(file, input.has('force')));
    }
    terminal.out(startRemarks(workplace, pipelines.length > 0));
    const [first] = exercises;
    if (first) terminal.out(nextSteps(first.id, join(workplace.dir, `${first.id}.ts`), exercises.length === 1));
    return EXIT.passed;
  },
};

function answerFiles({ dir, answers }: Workplace, exercises: readonly Exercise[]): Placed[] {
  const text = (path: string, base: URL): string => readFileSync(new URL(path, base), 'utf8');
  return [
    { path: join(dir, 'README.md'), text: learnersReadme(answers), force: 'replaces-own' },
    { path: join(dir, 'tsconfig.json'), text: TSCONFIG_TEXT, force: 'replaces' },
    { path: join(dir, 'faultline.d.ts'), text: text('grader/faultline.d.ts', ROOT), force: 'replaces' },
    { path: join(dir, 'console.d.ts'), text: text('grader/console.d.ts', ROOT), force: 'replaces' },
    ...exercises.map(({ id }): Placed => ({
      path: join(dir, `${id}.ts`),
      text: text(`${id}/starter.ts`, EXERCISE_FILES),
      force: 'replaces',
    })),
  ];
}

/** What `npm install` needs to bring this program, in the current folder. Answers that lie elsewhere are no reason to make it a package. */
function packageFiles({ answers, isInside, manifest }: Workplace): Placed[] {
  if (!isInside) return [];
  const path = manifest === undefined ? 'package.json' : relative('', manifest);
  return [
    { path, text: manifestText(answers, existsSync(TARBALL)), force: 'keeps' },
    { path: '.gitignore', text: GITIGNORE_TEXT, force: 'keeps' },
  ];
}

/** @throws LearnerError where no pipeline could find the answers. */
function pipelineFiles(workplace: Workplace, github: boolean, gitlab: boolean): Placed[] {
  if (!github && !gitlab) return [];
  const ci = findCiPlace(workplace, process.cwd());
  const at = (path: string): string => relative('', join(workplace.root, path));
  return [
    ...(github ? [{ path: at(GITHUB_WORKFLOW), text: githubWorkflow(ci), force: 'replaces-own' } as const] : []),
    ...(gitlab ? [{ path: at(GITLAB_PIPELINE), text: gitlabPipeline(ci), force: 'replaces-own' } as const] : []),
  ];
}

function nextSteps(id: string, path: string, only: boolean): string {
  const task = only ? `\n${readFileSync(new URL(`${id}/task.mdx`, EXERCISE_FILES), 'utf8').trim()}\n` : '';
  return `${task}\nEdit ${path}, then: faultline grade ${id} ${commandWord(path)}\n`;
}
