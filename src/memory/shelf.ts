/** Where tables stand: in the browser's database, or, where there is none, in this page alone. It knows keys, not records. */
import type { TableName } from './tables.ts';

export interface Shelf {
  /**
   * One transaction over these tables: all of it happens or nothing, and no other comes between. Inside, only promises of `rows` may be
   * waited for: a database ends a transaction that waits for something else.
   *
   * @throws where the browser refuses.
   */
  readonly run: <R>(mode: 'read' | 'write', tables: readonly TableName[], job: (rows: Rows) => Promise<R>) => Promise<R>;
  readonly close: () => void;
}

export interface Rows {
  readonly get: (table: TableName, key: string) => Promise<unknown>;
  /** Of all keys, or of those that begin with `prefix`. */
  readonly entries: (table: TableName, prefix?: string) => Promise<readonly (readonly [key: string, value: unknown])[]>;
  readonly put: (table: TableName, key: string, value: unknown) => Promise<void>;
  readonly drop: (table: TableName, key: string) => Promise<void>;
}

/** A shelf that lasts as long as the page. */
export function pageShelf(): Shelf {
  const tables = new Map<TableName, Map<string, unknown>>();
  let last: Promise<unknown> = Promise.resolve();

  function rowsOf(table: TableName): Map<string, unknown> {
    const rows = tables.get(table) ?? new Map<string, unknown>();
    tables.set(table, rows);
    return rows;
  }

  const open: Rows = {
    get: async (table, key) => rowsOf(table).get(key),
    entries: async (table, prefix = '') => [...rowsOf(table)].filter(([key]) => key.startsWith(prefix)),
    put: async (table, key, value) => void rowsOf(table).set(key, value),
    drop: async (table, key) => void rowsOf(table).delete(key),
  };

  return {
    run(_mode, _tables, job) {
      const done = last.then(() => job(open));
      last = done.catch(() => undefined);
      return done;
    },
    close: () => undefined,
  };
}
