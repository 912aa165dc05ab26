/**
 * Writes a strict content security policy into each page, with the hashes of just that page's own inline scripts.
 *
 * It stands right after `<meta charset>`, because a policy binds only what comes after it. Hosts that send headers may
 * send the same policy once more. The development server has none.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';

export function contentSecurity(_context: LoadContext): Plugin {
  return {
    name: 'faultline-content-security',
    async postBuild({ outDir }) {
      const pages = (await readdir(outDir, { recursive: true })).filter((file) => file.endsWith('.html'));
      for (const page of pages) {
        const file = join(outDir, page);
        await writeFile(file, withPolicy(await readFile(file, 'utf8'), page));
      }
    },
  };
}

/** @throws Error where the page has no `<meta charset>`, since its policy would then bind nothing. */
export function withPolicy(html: string, page: string): string {
  const charset = /<meta charset="?utf-8"?\s*\/?>/i.exec(html);
  if (!charset) throw new Error(`${page} has no <meta charset>, so no content security policy can be written into it`);
  const end = charset.index + charset[0].length;
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">${html.slice(end)}`;
}

function policyFor(html: string): string {
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inlineScriptHashes(html)].join(' '),
    // React and Monaco set styles on elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function inlineScriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, attributes = '', code = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)) {
    const isData = /type="?application\//.test(attributes);
    if (code && !isData && !/\bsrc=/.test(attributes)) hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
  }
  return [...hashes];
}
