/** The lessons that there are, by their slugs. */
import { readdirSync } from 'node:fs';

export const LESSONS: readonly string[] = readdirSync(new URL('../../docs/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => /[\\/].*\.mdx$/.test(name))
  .map((name) => name.replace(/^.*[\\/]|\.mdx$/g, ''));
