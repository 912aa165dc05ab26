/** Notices when files are saved. It looks at them again and again: editors that replace a file, and folders of a network, tell nobody else. */
import { statSync } from 'node:fs';

/** Milliseconds between two looks. A file counts as saved when two looks in a row find it the same, so that half of one is never graded. */
const LOOK_MS = 150;

/** Calls `onSave` with each of the files that was written or made since the last look. Answers how to stop looking. */
export function watchSaves(files: readonly string[], onSave: (file: string) => void): () => void {
  const known = new Map(files.map((file) => [file, stampOf(file)]));
  const changing = new Map<string, string>();
  const timer = setInterval(() => {
    for (const file of files) {
      const stamp = stampOf(file);
      const isNew = stamp !== known.get(file);
      if (isNew && stamp !== '' && stamp === changing.get(file)) {
        changing.delete(file);
        known.set(file, stamp);
        onSave(file);
      } else if (isNew) changing.set(file, stamp);
    }
  }, LOOK_MS);
  return () => clearInterval(timer);
}

/** What changes with every save; empty where there is no file. */
function stampOf(file: string): string {
  const facts = statSync(file, { throwIfNoEntry: false, bigint: true });
  return facts ? `${facts.mtimeNs} ${facts.size} ${facts.ino}` : '';
}
