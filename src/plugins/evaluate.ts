/**
 * Runs TypeScript of this project while the site is built.
 *
 * It is bundled first, so that a change while the development server runs is seen: Node would keep the modules it has.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What each of `files` exports. `name` is that of the bundle, which is left in `folder`. */
export async function evaluate<Exports>(files: readonly string[], folder: string, name: string): Promise<readonly Exports[]> {
  const { outputFiles } = await build({
    stdin: {
      contents: files.map((file, at) => `export * as file${at} from ${JSON.stringify(file)};`).join('\n'),
      resolveDir: folder,
      loader: 'ts',
    },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    write: false,
  });
  await mkdir(folder, { recursive: true });
  const bundle = join(folder, `${name}.mjs`);
  await writeFile(bundle, outputFiles[0]?.text ?? '');
  const module = (await import(`${pathToFileURL(bundle).href}?${Date.now()}`)) as Readonly<Record<string, Exports>>;
  return files.flatMap((_file, at) => module[`file${at}`] ?? []);
}
