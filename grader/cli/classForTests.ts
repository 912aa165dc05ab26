/** A folder for one test file, and what the tests of classes do there. */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultline } from './programForTests.ts';

const exercises = fileURLToPath(new URL('../../exercises/', import.meta.url));

export function openClassForTests() {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-batch-'));
  return {
    folder,
    run: (...args: string[]) => faultline(folder, args),
    /** Puts files into the folder: an exercise's `solution` or `starter`, or the text itself. */
    put(files: Readonly<Record<string, string>>): void {
      for (const [path, what] of Object.entries(files)) {
        const file = join(folder, path);
        mkdirSync(dirname(file), { recursive: true });
        if (what === 'solution' || what === 'starter') copyFileSync(join(exercises, 'hamming', `${what}.ts`), file);
        else writeFileSync(file, what);
      }
    },
    readJson: <T>(path: string): T => JSON.parse(readFileSync(join(folder, path), 'utf8')) as T,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
