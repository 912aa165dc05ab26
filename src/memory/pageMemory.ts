/** The memory of this page: in the browser's database, with word from and to the other tabs. Only to be asked for in a browser. */
import { openDatabaseShelf } from './databaseShelf.ts';
import { newMemory, type Memory } from './memory.ts';
import { ALL_TABLES } from './shelfContents.ts';
import type { TableName } from './tables.ts';

const CHANNEL = 'faultline-memory';

let shared: Memory | undefined;

export function pageMemory(): Memory {
  shared ??= begin();
  return shared;
}

function begin(): Memory {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL);
  const memory = newMemory({
    open: openDatabaseShelf,
    tab: newTabId(),
    now: Date.now,
    post: (tables) => channel?.postMessage(tables),
  });
  const known = new Set<string>(ALL_TABLES);
  const isTables = (data: unknown): data is readonly TableName[] => Array.isArray(data) && data.every((name) => known.has(String(name)));
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => isTables(data) && memory.hear(data));
  // A page that comes back from the browser's store of pages has heard nothing meanwhile.
  addEventListener('pageshow', (event) => event.persisted && memory.hear(ALL_TABLES));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !channel) memory.hear(ALL_TABLES);
  });
  return memory;
}

function newTabId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
