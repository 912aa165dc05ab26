import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { VERSION } from '../../base/version.ts';
import type { Exercise } from '../../checks/exercise.ts';
import { EXERCISE_FILES, exercisesNamed, ROOT } from '../catalogue.ts';
import { EXIT, type Command } from '../command.ts';
import { dependencyIn } from '../dependency.ts';
import { makeFolder, place, type Placed } from '../placing.ts';
import { GITHUB_WORKFLOW, githubWorkflow } from '../templates/githubWorkflow.ts';
import { GITLAB_PIPELINE, gitlabPipeline } from '../templates/gitlabPipeline.ts';
import { learnersReadme } from '../templates/learnersReadme.ts';
import { GITIGNORE_TEXT, manifestText, TARBALL } from '../templates/manifest.ts';
import { TSCONFIG_TEXT } from '../templates/tsconfig.ts';
import { commandWord, findWorkplace, refuseUngradable, type Workplace } from '../workplace.ts';

export const start: Command = {
  name: 'start',
  args: '[ID…]',
  summary: 'writes starters, and all that an editor and a repository need',
  details: [
    'Without an ID it writes the starters of all exercises. A file that is there is never overwritten without --force; package.json,',
    '.gitignore and files that it did not write are never overwritten at all. Workflows go to the root of the git repository, where',
    'GitHub and GitLab look for them, and grade the answers of the current folder.',
  ],
  options: {
    dir: { value: 'DIR', text: 'the folder for your answers (default answers)' },
    force: { text: 'overwrites what is there' },
    github: { text: `writes ${GITHUB_WORKFLOW} too, which grades on every push` },
    gitlab: { text: `writes ${GITLAB_PIPELINE} too, which grades on every push` },
  },
  async run(input, terminal) {
    const exercises = exercisesNamed(input.positionals);
    const workplace = findWorkplace(input.text('dir') ?? 'answers', process.cwd());
    const pipelines = pipelineFiles(workplace, input.has('github'), input.has('gitlab'));
    if (pipelines.length > 0) refuseUngradable(workplace);

    makeFolder(workplace.dir);
    for (const file of [...answerFiles(workplace, exercises), ...packageFiles(workplace), ...pipelines]) {
      terminal.out(place(file, input.has('force')));
    }
    terminal.out(remarks(workplace, pipelines));
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

function pipelineFiles({ answers, root, within }: Workplace, github: boolean, gitlab: boolean): Placed[] {
  const at = (path: string): string => relative('', join(root, path));
  const ci = { answers, within };
  return [
    ...(github ? [{ path: at(GITHUB_WORKFLOW), text: githubWorkflow(ci), force: 'replaces-own' } as const] : []),
    ...(gitlab ? [{ path: at(GITLAB_PIPELINE), text: gitlabPipeline(ci), force: 'replaces-own' } as const] : []),
  ];
}

/** What the list of files does not say. */
function remarks({ answers, isInside, root, hasRepository, within, manifest }: Workplace, pipelines: readonly Placed[]): string {
  const some: string[] = [];
  if (isInside && manifest === undefined && !existsSync(TARBALL)) {
    some.push(
      `package.json asks a registry for faultline ${VERSION}. If you were given it as a file, put it here and run`,
      `\`npm install --save-dev ./${TARBALL}\`: it may be committed, and then nothing else is needed to grade.`,
    );
  }
  if (pipelines.length > 0) {
    if (within !== '') {
      some.push(`The workflow is at the root of the repository, ${relative('', root)}, and grades ${within}/${answers}.`);
    }
    if (!hasRepository)
      some.push('This folder is not in a git repository yet: it has to become the root of one, for workflows to be found.');
    if (manifest !== undefined) some.push(...dependencyRemark(manifest, root));
  }
  return some.length === 0 ? '' : `\n${some.join('\n')}\n`;
}

/** What keeps a pipeline from installing what a package.json names. */
function dependencyRemark(manifest: string, root: string): string[] {
  const path = relative('', manifest);
  const dependency = dependencyIn(manifest, root);
  switch (dependency.kind) {
    case 'registry':
    case 'inside':
      return [];
    case 'outside':
      return [
        `${path} takes faultline from ${dependency.spec}, which is not in this repository. For the workflow, put the file here, run`,
        `\`npm install --save-dev ./${TARBALL}\` and commit it.`,
      ];
    case 'absent':
      return [
        `${path} does not name faultline, so the workflow could not install it. \`npm install --save-dev faultline@${VERSION}\` adds it`,
        `from a registry, \`npm install --save-dev ./${TARBALL}\` from a file.`,
      ];
  }
}

function nextSteps(id: string, path: string, only: boolean): string {
  const task = only ? `\n${readFileSync(new URL(`${id}/task.mdx`, EXERCISE_FILES), 'utf8').trim()}\n` : '';
  return `${task}\nEdit ${path}, then: faultline grade ${id} ${commandWord(path)}\n`;
}
