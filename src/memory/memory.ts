/**
 * What the page remembers of its learner, over visits and over tabs.
 *
 * Every change is one transaction. Where the browser refuses, the page goes on with what it has in a shelf of its own and says so; as
 * soon as the browser accepts again, that is merged into what is kept, by the same rules as an imported file.
 */
import { merge, NOTHING } from './merge.ts';
import { openRecords, settingAside, type OpenRecords } from './openRecords.ts';
import { pageShelf, type Shelf } from './shelf.ts';
import { ALL_TABLES, changeContents, readContents } from './shelfContents.ts';
import type { Contents, Records, TableName } from './tables.ts';

export interface Memory {
  /** Tells this tab's writing from that of others. */
  readonly tab: string;
  readonly now: () => number;
  /** Why nothing is kept at the moment: whatever the browser threw. */
  readonly problem: () => unknown;
  readonly list: <N extends TableName>(table: N, prefix?: string) => Promise<readonly Records[N][]>;
  readonly contents: () => Promise<Contents>;
  readonly add: <N extends TableName>(table: N, record: Records[N]) => Promise<void>;
  /** One transaction over these tables. */
  readonly change: <R>(tables: readonly TableName[], job: (records: OpenRecords) => Promise<R>) => Promise<R>;
  readonly absorb: (other: Contents) => Promise<void>;
  /** @throws where the browser refuses. */
  readonly forget: () => Promise<void>;
  /** Tells which tables have changed, here or in another tab; none where only `problem` has. */
  readonly subscribe: (listener: Listener) => () => void;
  /** Another tab has changed these. */
  readonly hear: Listener;
}

type Listener = (tables: readonly TableName[]) => void;

export interface MemoryParts {
  readonly open: (onClosed: () => void) => Promise<Shelf>;
  readonly tab: string;
  readonly now: () => number;
  /** Tells the other tabs. */
  readonly post: Listener;
}

/** Milliseconds between two tries to write what the browser has refused. */
const RETRY_MS = 10_000;

export function newMemory({ open, tab, now, post }: MemoryParts): Memory {
  const listeners = new Set<Listener>();
  let database: Promise<Shelf> | undefined;
  /** Where the page writes while the browser refuses. */
  let refuge: { readonly shelf: Shelf; readonly problem: unknown; readonly triedAt: number } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function opened(): Promise<Shelf> {
    const opening = (database ??= open(() => (database = undefined)));
    opening.catch(() => database === opening && (database = undefined));
    return opening;
  }

  function tell(tables: readonly TableName[]): void {
    for (const listener of listeners) listener(tables);
  }

  function tellAll(): void {
    tell(ALL_TABLES);
    post(ALL_TABLES);
  }

  async function run<R>(job: (shelf: Shelf) => Promise<R>): Promise<R> {
    if (refuge && now() - refuge.triedAt >= RETRY_MS) await comeBack(refuge.shelf);
    if (refuge) return job(refuge.shelf);
    try {
      return await job(await opened());
    } catch (problem) {
      // Also what can still be read is needed there.
      const readable = await database?.then((kept) => readContents(kept, 'read')).catch(() => NOTHING);
      const shelf = pageShelf();
      await changeContents(shelf, () => readable ?? NOTHING);
      refuge = { shelf, problem, triedAt: now() };
      tell([]);
      return job(shelf);
    }
  }

  async function comeBack(from: Shelf): Promise<void> {
    try {
      const written = await readContents(from, 'read');
      await changeContents(await opened(), (kept) => merge(kept, written));
      refuge = undefined;
      tellAll();
    } catch (problem) {
      refuge = { shelf: from, problem, triedAt: now() };
    }
  }

  /** One after the other, so that what is asked for later sees what was asked for before. */
  function inTurn<R>(job: () => Promise<R>): Promise<R> {
    const done = last.then(job);
    last = done.catch(() => undefined);
    return done;
  }

  async function change<R>(tables: readonly TableName[], job: (records: OpenRecords) => Promise<R>): Promise<R> {
    const result = await inTurn(() =>
      run((shelf) =>
        shelf.run('write', [...new Set([...tables, 'broken' as const])], (rows) => job(openRecords(rows, settingAside(rows)))),
      ),
    );
    tell(tables);
    if (!refuge) post(tables);
    return result;
  }

  return {
    tab,
    now,
    change,
    problem: () => refuge?.problem,
    async list(table, prefix) {
      let isBroken = false;
      const onBroken = async (): Promise<void> => {
        isBroken = true;
      };
      const found = await inTurn(() =>
        run((shelf) => shelf.run('read', [table], (rows) => openRecords(rows, onBroken).all(table, prefix))),
      );
      return isBroken ? change([table], (records) => records.all(table, prefix)) : found;
    },
    contents: () => inTurn(() => run((shelf) => readContents(shelf, 'write'))),
    add: (table, record) => change([table], (records) => records.add(table, record)),
    async absorb(other) {
      await inTurn(() => run((shelf) => changeContents(shelf, (kept) => merge(kept, other))));
      tellAll();
    },
    async forget() {
      await inTurn(async () => {
        if (refuge) await changeContents(refuge.shelf, () => NOTHING);
        await changeContents(await opened(), () => NOTHING);
      });
      tellAll();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear: tell,
  };
}
