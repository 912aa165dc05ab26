/**
 * Writes into the head of each page what is known only when all is built: its content security policy, which fonts to fetch before the
 * styles ask for them, and when its programs run.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withScriptsAfterPaint } from './afterPaint.ts';
import { policyFor } from './contentSecurity.ts';

/** What every page shows at once: its text and its headings. */
const EARLY_FONTS = /^(atkinson|bricolage).*\.woff2$/;

export async function writePageHeads(outDir: string, baseUrl: string): Promise<void> {
  const fonts = (await readdir(join(outDir, 'assets/fonts'))).filter((file) => EARLY_FONTS.test(file));
  const preloads = fonts.map(
    (font) => `<link rel="preload" href="${baseUrl}assets/fonts/${font}" as="font" type="font/woff2" crossorigin>`,
  );
  const pages = (await readdir(outDir, { recursive: true })).filter((file) => file.endsWith('.html'));
  for (const page of pages) {
    const file = join(outDir, page);
    const html = withScriptsAfterPaint(await readFile(file, 'utf8'));
    const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`;
    await writeFile(file, afterCharset(html, page, `${policy}${preloads.join('')}`));
  }
}

/**
 * A policy binds only what comes after it, so it stands as early as a page allows.
 * @throws Error where the page has no `<meta charset>`.
 */
function afterCharset(html: string, page: string, more: string): string {
  const charset = /<meta charset="?utf-8"?\s*\/?>/i.exec(html);
  if (!charset) throw new Error(`${page} has no <meta charset>, so no content security policy can be written into it`);
  const end = charset.index + charset[0].length;
  return `${html.slice(0, end)}${more}${html.slice(end)}`;
}
