/**
 * Drafts of before the memory: a database of their own, written by idb-keyval. They are copied over, and then it is deleted, which waits
 * for pages of the old version that still stand open.
 */
import { openDB } from 'idb';
import { fingerprint } from './fingerprint.ts';
import type { DraftRecord } from './records.ts';
import { id, record, shapeOf, text } from './shape.ts';
import type { Shelf } from './shelf.ts';

const NAME = 'faultline-drafts';
const STORE = 'drafts';
const oldDraft = record<{ version: 1; source: string; starter: string }>({
  version: shapeOf('1', (value) => value === 1),
  source: text,
  starter: text,
});

export async function copyOldDrafts(shelf: Shelf, now: () => number = Date.now): Promise<void> {
  if (!(await isThere())) return;
  const old = await readOld();
  await shelf.run('write', ['drafts', 'broken'], async (rows) => {
    const at = now();
    for (const [exercise, value] of old) {
      if ((await rows.get('drafts', exercise)) !== undefined) continue;
      if (id.fits(exercise) && oldDraft.fits(value)) {
        const draft: DraftRecord = { exercise, source: value.source, starter: fingerprint(value.starter), edits: 1, tab: 'old', at };
        await rows.put('drafts', exercise, draft);
      } else {
        await rows.put('broken', `drafts/${exercise}/old`, { table: 'drafts', key: exercise, json: JSON.stringify(value) ?? '' });
      }
    }
  });
  indexedDB.deleteDatabase(NAME);
}

/** Not every browser can say: then opening it makes it, empty, and it is deleted again. */
async function isThere(): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

async function readOld(): Promise<readonly (readonly [string, unknown])[]> {
  const database = await openDB(NAME);
  try {
    if (!database.objectStoreNames.contains(STORE)) return [];
    const [keys, values] = await Promise.all([database.getAllKeys(STORE), database.getAll(STORE)]);
    return keys.map((key, index) => [String(key), values[index]] as const);
  } finally {
    database.close();
  }
}
