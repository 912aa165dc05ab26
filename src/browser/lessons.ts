/** The pages of text that there are. */
import { readdirSync } from 'node:fs';

/** The lessons by their slugs. */
export const LESSONS: readonly string[] = readdirSync(new URL('../../docs/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => /[\\/].*\.mdx$/.test(name))
  .map((name) => name.replace(/^.*[\\/]|\.mdx$/g, ''));

/** The addresses of the pages for teachers. */
export const TEACHING: readonly string[] = readdirSync(new URL('../teach/pages/', import.meta.url))
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => `/teach/${name.replace(/\.mdx$/, '')}`.replace(/\/index$/, ''));
