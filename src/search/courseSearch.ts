/** Finds sections of the course by their words: also by the beginning of a word, and by a word with a letter wrong. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { excerpt, type Piece } from './excerpt.ts';
import type { Section } from './section.ts';

export interface Found {
  readonly section: Section;
  readonly excerpt: readonly Piece[];
}

export interface CourseSearch {
  /** The best first. With all words of the query; where there is no such section, with some of them. */
  readonly find: (query: string) => readonly Found[];
}

const OPTIONS: SearchOptions = {
  boost: { page: 3, heading: 4 },
  prefix: (term) => term.length > 1,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  combineWith: 'AND',
};

export async function newCourseSearch(sections: readonly Section[]): Promise<CourseSearch> {
  const engine = new MiniSearch<Section & { readonly id: number }>({ fields: ['page', 'heading', 'text'], searchOptions: OPTIONS });
  // In parts, so that keys are answered meanwhile.
  await engine.addAllAsync(sections.map((section, id) => ({ ...section, id })));
  return {
    find(query) {
      const withAll = engine.search(query);
      const results = withAll.length > 0 ? withAll : engine.search(query, { combineWith: 'OR' });
      return results.flatMap(({ id, terms }) => {
        const section = sections[Number(id)];
        return section ? [{ section, excerpt: excerpt(section.text, terms) }] : [];
      });
    },
  };
}
