/** All of a shelf, read or replaced in one transaction. */
import { canonical } from './joining.ts';
import { openRecords, settingAside, type OnBroken } from './openRecords.ts';
import type { Rows, Shelf } from './shelf.ts';
import { TABLES, type Contents, type TableName } from './tables.ts';

export const ALL_TABLES: readonly TableName[] = [
  'drafts',
  'snapshots',
  'attempts',
  'best',
  'answers',
  'lessons',
  'settings',
  'places',
  'broken',
];

/** In mode `write`, what cannot be read is set aside and comes with the rest; in mode `read` it stays where it is. */
export function readContents(shelf: Shelf, mode: 'read' | 'write'): Promise<Contents> {
  return shelf.run(mode, ALL_TABLES, (rows) => contentsOf(rows, mode === 'write' ? settingAside(rows) : async () => undefined));
}

/** Replaces what is there by what `next` makes of it. */
export function changeContents(shelf: Shelf, next: (now: Contents) => Contents): Promise<void> {
  return shelf.run('write', ALL_TABLES, async (rows) => {
    const before = await contentsOf(rows, settingAside(rows));
    const after = next(before);
    for (const table of ALL_TABLES) await replace(rows, table, before, after);
  });
}

async function contentsOf(rows: Rows, onBroken: OnBroken): Promise<Contents> {
  const records = openRecords(rows, onBroken);
  return {
    drafts: await records.all('drafts'),
    snapshots: await records.all('snapshots'),
    attempts: await records.all('attempts'),
    best: await records.all('best'),
    answers: await records.all('answers'),
    lessons: await records.all('lessons'),
    settings: await records.all('settings'),
    places: await records.all('places'),
    // Last: what could not be read above stands there now.
    broken: await records.all('broken'),
  };
}

async function replace<N extends TableName>(rows: Rows, table: N, before: Contents, after: Contents): Promise<void> {
  const { keyOf } = TABLES[table];
  const there = new Map(before[table].map((record) => [keyOf(record), canonical(record)]));
  for (const record of after[table]) {
    const key = keyOf(record);
    if (there.get(key) !== canonical(record)) await rows.put(table, key, record);
    there.delete(key);
  }
  for (const key of there.keys()) await rows.drop(table, key);
}
