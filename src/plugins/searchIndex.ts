/** Writes what the search reads: the sections of all built pages. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pageSections } from '../search/pageSections.ts';
import { SECTIONS_FILE } from '../search/section.ts';

export async function writeSearchIndex(outDir: string): Promise<void> {
  const pages = (await readdir(outDir, { recursive: true })).filter((file) => file.endsWith('.html') && file !== '404.html').sort();
  const sections = await Promise.all(
    pages.map(async (page) => pageSections(await readFile(join(outDir, page), 'utf8'), addressOf(page.replaceAll(sep, '/')))),
  );
  await writeFile(join(outDir, SECTIONS_FILE), JSON.stringify(sections.flat()));
}

/** As the site's own links have it. */
const addressOf = (page: string): string => page.replace(/(^|\/)index\.html$/, '').replace(/\.html$/, '');
