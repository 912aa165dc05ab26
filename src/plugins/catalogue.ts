/**
 * Publishes the exercises as data, and a page for each.
 *
 * A page needs titles, points, hints and the starter, but not the checks with their oracles and generators: those belong to the worker
 * alone. So the catalogue is evaluated here, when the site is built, and pages import what is left of it from `@generated`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { Exercise } from '../../grader/checks/exercise.ts';
import { publish, summarise, type PublishedExercise } from '../exercises/publishedExercise.ts';
import { evaluate } from './evaluate.ts';

interface Publication {
  readonly published: PublishedExercise;
  readonly solution: string;
}

export default function catalogue({ siteDir, generatedFilesDir, baseUrl }: LoadContext): Plugin<readonly Publication[]> {
  return {
    name: 'faultline-catalogue',
    getPathsToWatch: () => [join(siteDir, 'exercises/**/*.{ts,mdx}')],
    async loadContent() {
      const exercises = await evaluateCatalogue(siteDir, generatedFilesDir);
      const lessons = await lessonIds(join(siteDir, 'docs'));
      return Promise.all(
        exercises.map(async (exercise) => {
          const textOf = (name: string) => readFile(join(siteDir, 'exercises', exercise.id, name), 'utf8');
          const published = publish(exercise, await textOf('starter.ts'), lessons.has(exercise.lesson));
          return { published, solution: await textOf('solution.ts') };
        }),
      );
    },
    async contentLoaded({ content, actions }) {
      const list = await actions.createData('index.json', JSON.stringify(content.map(({ published }) => summarise(published))));
      actions.addRoute({
        path: `${baseUrl}exercises`,
        component: '@site/src/exercises/ExerciseIndexPage.tsx',
        modules: { exercises: list },
        exact: true,
      });
      for (const { published: exercise, solution } of content) {
        // Beside the exercise and not in it: pages load it when it is asked for.
        await actions.createData(`${exercise.id}.solution.json`, JSON.stringify({ solution }));
        actions.addRoute({
          path: `${baseUrl}exercises/${exercise.id}`,
          component: '@site/src/exercises/ExercisePage.tsx',
          modules: {
            exercise: await actions.createData(`${exercise.id}.json`, JSON.stringify(exercise)),
            task: `@site/exercises/${exercise.id}/task.mdx`,
          },
          exact: true,
        });
      }
    },
  };
}

async function evaluateCatalogue(siteDir: string, generatedFilesDir: string): Promise<readonly Exercise[]> {
  const files = [join(siteDir, 'exercises/index.ts')];
  const [module] = await evaluate<{ readonly EXERCISES: readonly Exercise[] }>(files, generatedFilesDir, 'catalogue');
  return module?.EXERCISES ?? [];
}

/** The lessons that exist: a lesson's file bears its id. */
async function lessonIds(docs: string): Promise<ReadonlySet<string>> {
  const files = await readdir(docs, { recursive: true });
  return new Set(files.flatMap((file) => /([a-z0-9-]+)\.mdx$/.exec(file)?.[1] ?? []));
}
