/** Publishes the map of the course: its modules and lessons in order, as `sidebars.ts` has them, with what their front matter says. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';
import type { CourseModule } from '../lesson/course.ts';
import { evaluate } from './evaluate.ts';

interface Sidebars {
  readonly default: { readonly lessons: readonly { readonly type: string; readonly label?: string; readonly items?: readonly string[] }[] };
}

export default function course({ siteDir, generatedFilesDir }: LoadContext): Plugin<readonly CourseModule[]> {
  return {
    name: 'faultline-course',
    getPathsToWatch: () => [join(siteDir, 'docs/**/*.mdx')],
    async loadContent() {
      const [sidebars] = await evaluate<Sidebars>([join(siteDir, 'sidebars.ts')], generatedFilesDir, 'sidebars');
      const categories = sidebars?.default.lessons.filter((item) => item.type === 'category') ?? [];
      return Promise.all(
        categories.map(async ({ label = '', items = [] }) => ({
          label,
          lessons: await Promise.all(items.map((item) => lessonOf(join(siteDir, 'docs', `${item}.mdx`)))),
        })),
      );
    },
    contentLoaded: async ({ content, actions }) => void (await actions.createData('course.json', JSON.stringify(content))),
  };
}

async function lessonOf(file: string): Promise<CourseModule['lessons'][number]> {
  const id = basename(file, '.mdx');
  const [, front = ''] = (await readFile(file, 'utf8')).split(/^---$/m, 2);
  const minutes = /^minutes: *(\d+)/m.exec(front)?.[1];
  const title = /^title: *(["']?)(.+?)\1 *$/m.exec(front)?.[2] ?? id;
  const description = /^description: *(["']?)(.+?)\1 *$/m.exec(front)?.[2] ?? '';
  return { id, title, description, ...(minutes !== undefined && { minutes: Number(minutes) }) };
}
