import { newCourseSearch, type CourseSearch } from './courseSearch.ts';
import type { Section } from './section.ts';

let loading: Promise<CourseSearch> | undefined;

/** The search, once for the page; after a failure it is tried again. */
export function loadSearch(url: string): Promise<CourseSearch> {
  loading ??= load(url).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(url: string): Promise<CourseSearch> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const sections: readonly Section[] = await response.json();
  return newCourseSearch(sections);
}
