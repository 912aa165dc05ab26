/** Writes the service worker with the list of all that it keeps. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';
import { isKept, keptFiles, WORKER_FILE } from '../offline/keptFiles.ts';

/** Returns in words how much is kept. */
export async function writeServiceWorker(outDir: string, siteDir: string): Promise<string> {
  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(outDir, join(parentPath, name)));
  const paths = names.map((name) => name.replaceAll(sep, '/')).filter(isKept);
  const files = await Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(outDir, path)) })));
  const kept = keptFiles(files);
  const { outputFiles } = await build({
    entryPoints: [join(siteDir, 'src/offline/serviceWorker.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { KEPT_FILES: JSON.stringify(kept), 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    write: false,
  });
  await writeFile(join(outDir, WORKER_FILE), outputFiles[0]?.text ?? '');

  const zipped = await Promise.all(files.map(({ content }) => promisify(gzip)(content)));
  const size = files.reduce((sum, { content }) => sum + content.length, 0);
  const zippedSize = zipped.reduce((sum, { length }) => sum + length, 0);
  return `Kept for use offline: ${kept.length} files, ${inMegabytes(size)} (${inMegabytes(zippedSize)} gzipped).`;
}

const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
