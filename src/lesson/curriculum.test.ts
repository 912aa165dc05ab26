/** What every lesson owes its readers. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CURRICULUM } from './curriculum.ts';
import { readLessons, type LessonFile } from './lessonFile.ts';
import { plain } from './mdxText.ts';
import { quizFaults } from './quizFaults.ts';
import { TERMS } from './terms.ts';

const WORDS_PER_MINUTE = 220;
const PARTS = {
  'What you will learn': /^## What you will learn$/m,
  'an exercise, or a link to one': /<Workbench\s|\/exercises\//,
  'a quiz': /<Quiz quiz=\{quiz\} \/>/,
  'an incident': /<Incident\s/,
  sources: /<Sources>/,
};
const ORDER = Object.keys(CURRICULUM);
const LESSONS = await readLessons();

test('each S item of the modules on what can go wrong, masking and commit is given to one lesson', () => {
  // S6 belongs to reliable multicast.
  const wanted = [...numbers(1, 5), ...numbers(7, 34), ...numbers(93, 110)].map((number) => `S${number}`);

  const given = Object.values(CURRICULUM).flatMap((duty) => duty.covers);

  expect(given.toSorted()).toEqual(wanted.toSorted());
});

test('every term is introduced by a lesson that there is', () => {
  const slugs = new Set(LESSONS.map((lesson) => lesson.slug));

  expect(Object.entries(TERMS).flatMap(([id, term]) => (slugs.has(term.lesson) ? [] : `${id}: ${term.lesson}`))).toEqual([]);
});

describe.each(LESSONS.map((lesson) => [lesson.slug, lesson] as const))('%s', (slug, lesson) => {
  test('says where it is, and in one sentence what it is about', () => {
    expect(ORDER).toContain(slug);
    expect(lesson.frontMatter['slug']).toBe(`/${slug}`);
    expect(lesson.frontMatter['description']).toMatch(/^[A-Z].*[^.]\.$/);
  });

  test.each(['covers', 'errata'] as const)('%s: those that the curriculum gives it, in words that stand on the page', (kind) => {
    const quotes = Object.entries(lesson.frontMatter[kind] ?? {});

    expect(quotes.map(([item]) => item).toSorted()).toEqual(CURRICULUM[slug]?.[kind].toSorted());
    expect(quotes.flatMap(([, quote]) => (lesson.text.includes(plain(String(quote))) ? [] : quote))).toEqual([]);
  });

  test('uses terms that it introduces itself or an earlier lesson has introduced', () => {
    const tooEarly = lesson.terms.filter((id) => !ORDER.slice(0, ORDER.indexOf(slug) + 1).includes(TERMS[id]?.lesson ?? ''));

    expect(tooEarly).toEqual([]);
  });

  test('introduces its terms in bold', () => {
    const names = Object.values(TERMS).flatMap((term) => (term.lesson === slug ? term.name : []));

    expect(names.filter((name) => !lesson.bold.some((bold) => !bold.startsWith('“') && bold.includes(plain(name).toLowerCase())))).toEqual(
      [],
    );
  });

  test('has all the parts of a lesson', () => {
    expect(lesson.figures).not.toEqual([]);
    expect(Object.entries(PARTS).flatMap(([part, written]) => (written.test(lesson.source) ? [] : part))).toEqual([]);
  });

  test('asks three questions or more, and explains every choice', () => {
    expect(quizFaults(lesson.quiz)).toEqual([]);
    expect(lesson.quiz.length).toBeGreaterThanOrEqual(3);
  });

  test('takes 8 to 20 minutes to read, and says how many', () => {
    const minutes = Number(lesson.frontMatter['minutes']);
    const { words } = lesson;

    expect(minutes).toBeGreaterThanOrEqual(8);
    expect(minutes).toBeLessThanOrEqual(20);
    expect(Math.abs(minutes - words / WORDS_PER_MINUTE), `${minutes} minutes for ${words} words`).toBeLessThanOrEqual(1.5);
  });

  test('links to what there is', () => {
    expect(lesson.links.filter((link) => !leadsSomewhere(link, lesson))).toEqual([]);
  });
});

function leadsSomewhere(link: string, from: LessonFile): boolean {
  const [path = '', anchor] = link.split('#');
  const [, folder, name = ''] = /^\/(lessons|exercises)\/([a-z0-9-]+)$/.exec(path) ?? [];
  if (folder === 'exercises') return existsSync(fileURLToPath(new URL(`../../exercises/${name}/task.mdx`, import.meta.url)));
  if (path === '/lessons' || path === '/exercises') return anchor === undefined;
  const target = path === '' ? from : LESSONS.find((lesson) => folder === 'lessons' && lesson.slug === name);
  return target !== undefined && (anchor === undefined || target.anchors.has(anchor));
}

function numbers(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
