/**
 * The browser's database, IndexedDB, as a shelf.
 *
 * A version that adds a table adds it to `TABLES` and counts `VERSION` up: tables that are missing are made, and none is ever removed.
 */
import { openDB, type IDBPDatabase } from 'idb';
import { copyOldDrafts } from './oldDrafts.ts';
import type { Rows, Shelf } from './shelf.ts';
import { TABLES, type TableName } from './tables.ts';

const NAME = 'faultline';
const VERSION = 1;
/** Milliseconds after which a database that does not open counts as one that never will. */
const PATIENCE_MS = 4000;

/** Another tab has the database open in an older version, and does not let go of it. */
export class HeldByOtherTab extends Error {}

/** @throws where the browser has no database, or lends it to nobody. */
export async function openDatabaseShelf(onClosed: () => void): Promise<Shelf> {
  let refuse: (error: Error) => void = () => undefined;
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  const patience = setTimeout(() => refuse(new Error('the database does not open')), PATIENCE_MS);
  try {
    const opened = openDB(NAME, VERSION, {
      upgrade(database) {
        const there = new Set<string>(database.objectStoreNames);
        for (const table of Object.keys(TABLES)) if (!there.has(table)) database.createObjectStore(table);
      },
      blocked: () => refuse(new HeldByOtherTab()),
      // A newer version, in another tab, waits for this one.
      blocking(_current, _next, event) {
        if (event.target instanceof IDBDatabase) event.target.close();
        onClosed();
      },
      terminated: onClosed,
    });
    const database = await Promise.race([opened, refused]).catch((error: unknown) => {
      // Should it open after all, it must not stand in anybody's way.
      opened.then(
        (late) => late.close(),
        () => undefined,
      );
      throw error;
    });
    const shelf = shelfOf(database);
    await copyOldDrafts(shelf);
    return shelf;
  } finally {
    clearTimeout(patience);
  }
}

function shelfOf(database: IDBPDatabase): Shelf {
  return {
    async run(mode, tables, job) {
      const transaction = database.transaction([...tables], mode === 'write' ? 'readwrite' : 'readonly');
      const ended = transaction.done.then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      const store = (table: TableName) => transaction.objectStore(table);
      const rows: Rows = {
        get: async (table, key) => store(table).get(key),
        async entries(table, prefix) {
          const range = prefix === undefined ? undefined : IDBKeyRange.bound(prefix, `${prefix}\uffff`);
          const [keys, values] = await Promise.all([store(table).getAllKeys(range), store(table).getAll(range)]);
          return keys.map((key, index) => [String(key), values[index]] as const);
        },
        put: async (table, key, value) => void (await transaction.objectStore(table).put?.(value, key)),
        drop: async (table, key) => void (await transaction.objectStore(table).delete?.(key)),
      };
      try {
        const result = await job(rows);
        const failed = await ended;
        if (failed) throw failed.error;
        return result;
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // It has ended already.
        }
        throw error;
      }
    },
    close: () => database.close(),
  };
}
