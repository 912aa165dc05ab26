/** The records of a table, as they are now, whichever tab changes them. */
import { useSyncExternalStore } from 'react';
import { pageMemory } from './pageMemory.ts';
import type { Records, TableName } from './tables.ts';

interface Watched<N extends TableName> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly now: () => readonly Records[N][] | undefined;
}

const WATCHED: { readonly [N in TableName]: Watched<N> } = {
  drafts: watch('drafts'),
  snapshots: watch('snapshots'),
  attempts: watch('attempts'),
  best: watch('best'),
  answers: watch('answers'),
  lessons: watch('lessons'),
  settings: watch('settings'),
  places: watch('places'),
  broken: watch('broken'),
};

/** Undefined until it is known: on the server, and for a moment after. */
export function useTable<N extends TableName>(table: N): readonly Records[N][] | undefined {
  const { subscribe, now } = WATCHED[table];
  return useSyncExternalStore(subscribe, now, () => undefined);
}

function watch<N extends TableName>(table: N): Watched<N> {
  const listeners = new Set<() => void>();
  let records: readonly Records[N][] | undefined;
  let stop: (() => void) | undefined;

  async function load(): Promise<void> {
    records = await pageMemory().list(table);
    for (const listener of listeners) listener();
  }

  return {
    now: () => records,
    subscribe(listener) {
      listeners.add(listener);
      if (!stop) {
        stop = pageMemory().subscribe((tables) => tables.includes(table) && void load());
        void load();
      }
      return () => listeners.delete(listener);
    },
  };
}
