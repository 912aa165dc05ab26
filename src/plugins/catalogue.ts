/**
 * Publishes the exercises as data, and a page for each.
 *
 * A page needs titles, points, hints and the starter, but not the checks with their oracles and generators: those belong to the worker
 * alone. So the catalogue is evaluated here, when the site is built, and pages import what is left of it from `@generated`.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadContext, Plugin } from '@docusaurus/types';
import { build } from 'esbuild';
import type { Exercise } from '../../grader/checks/exercise.ts';
import { publish, summarise, type PublishedExercise } from '../exercises/publishedExercise.ts';

export default function catalogue({ siteDir, generatedFilesDir, baseUrl }: LoadContext): Plugin<readonly PublishedExercise[]> {
  return {
    name: 'faultline-catalogue',
    getPathsToWatch: () => [join(siteDir, 'exercises/**/*.{ts,mdx}')],
    async loadContent() {
      const exercises = await evaluateCatalogue(siteDir, generatedFilesDir);
      const lessons = await lessonIds(join(siteDir, 'docs'));
      return Promise.all(
        exercises.map(async (exercise) => {
          const starter = await readFile(join(siteDir, 'exercises', exercise.id, 'starter.ts'), 'utf8');
          return publish(exercise, starter, lessons.has(exercise.lesson));
        }),
      );
    },
    async contentLoaded({ content, actions }) {
      const list = await actions.createData('index.json', JSON.stringify(content.map(summarise)));
      actions.addRoute({
        path: `${baseUrl}exercises`,
        component: '@site/src/exercises/ExerciseIndexPage.tsx',
        modules: { exercises: list },
        exact: true,
      });
      for (const exercise of content) {
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

/** Bundled first, so that a change while the development server runs is seen: Node would keep the modules it has. */
async function evaluateCatalogue(siteDir: string, generatedFilesDir: string): Promise<readonly Exercise[]> {
  const { outputFiles } = await build({
    entryPoints: [join(siteDir, 'exercises/index.ts')],
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  await mkdir(generatedFilesDir, { recursive: true });
  const file = join(generatedFilesDir, 'catalogue.mjs');
  await writeFile(file, code);
  const module = (await import(`${pathToFileURL(file).href}?${Date.now()}`)) as { EXERCISES: readonly Exercise[] };
  return module.EXERCISES;
}

/** The lessons that exist: a lesson's file bears its id. */
async function lessonIds(docs: string): Promise<ReadonlySet<string>> {
  const files = await readdir(docs, { recursive: true });
  return new Set(files.flatMap((file) => /([a-z0-9-]+)\.mdx$/.exec(file)?.[1] ?? []));
}
