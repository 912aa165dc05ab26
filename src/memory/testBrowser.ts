/** For tests: tabs of one browser, with one database and word between them. */
import * as fakeDatabase from 'fake-indexeddb';
import { openDatabaseShelf } from './databaseShelf.ts';
import { newMemory, type Memory } from './memory.ts';
import type { Shelf } from './shelf.ts';
import type { TableName } from './tables.ts';

export interface Browser {
  readonly newTab: (open?: () => Promise<Shelf>) => Memory;
  /** Sets the clock of all tabs. */
  readonly setTime: (at: number) => void;
}

/** The database of a browser, as Node has none: with nothing in it. */
export function emptyDatabase(): void {
  Object.assign(globalThis, fakeDatabase, { indexedDB: new fakeDatabase.IDBFactory() });
}

export function newBrowser(): Browser {
  const tabs: Memory[] = [];
  let at = 1000;
  return {
    setTime(next) {
      at = next;
    },
    newTab(open = () => openDatabaseShelf(() => undefined)) {
      const tell = (tables: readonly TableName[]): void => {
        for (const other of tabs) if (other !== tab) setTimeout(() => other.hear(tables));
      };
      const tab: Memory = newMemory({ open, tab: `tab${tabs.length + 1}`, now: () => at++, post: tell });
      tabs.push(tab);
      return tab;
    },
  };
}
