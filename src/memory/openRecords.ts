/** Rows of a shelf as records: what is read is looked at first, and what cannot be read is set aside. */
import { surplus } from './merge.ts';
import type { Rows } from './shelf.ts';
import { TABLES, type Records, type TableName } from './tables.ts';

export interface OpenRecords {
  readonly get: <N extends TableName>(table: N, key: string) => Promise<Records[N] | undefined>;
  readonly all: <N extends TableName>(table: N, prefix?: string) => Promise<readonly Records[N][]>;
  readonly put: <N extends TableName>(table: N, record: Records[N]) => Promise<void>;
  /** Joins it with the record that has its key, if there is one, and makes room where the table has a bound. */
  readonly add: <N extends TableName>(table: N, record: Records[N]) => Promise<void>;
  readonly drop: <N extends TableName>(table: N, record: Records[N]) => Promise<void>;
}

export type OnBroken = (table: TableName, key: string, value: unknown) => Promise<void>;

export function openRecords(rows: Rows, onBroken: OnBroken): OpenRecords {
  const records: OpenRecords = {
    async get(table, key) {
      const value = await rows.get(table, key);
      if (value === undefined) return undefined;
      if (TABLES[table].shape.fits(value)) return value;
      await onBroken(table, key, value);
      return undefined;
    },
    async all(table, prefix) {
      const { shape } = TABLES[table];
      const found = [];
      for (const [key, value] of await rows.entries(table, prefix)) {
        if (shape.fits(value)) found.push(value);
        else await onBroken(table, key, value);
      }
      return found;
    },
    put: (table, record) => rows.put(table, TABLES[table].keyOf(record), record),
    async add(table, record) {
      const { keyOf, join, bound } = TABLES[table];
      const known = await records.get(table, keyOf(record));
      await records.put(table, known === undefined ? record : join(known, record));
      if (!bound) return;
      for (const old of surplus(table, await records.all(table, `${bound.groupOf(record)}/`))) await records.drop(table, old);
    },
    drop: (table, record) => rows.drop(table, TABLES[table].keyOf(record)),
  };
  return records;
}

/** Moves a row that cannot be read to the table of broken ones. */
export function settingAside(rows: Rows): OnBroken {
  return async (table, key, value) => {
    const broken = { table, key, json: jsonOf(value) };
    await rows.put('broken', TABLES.broken.keyOf(broken), broken);
    await rows.drop(table, key);
  };
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
