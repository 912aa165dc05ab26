/**
 * Keeps what is written in one editor, and tells it what others have written.
 *
 * An editor whose text is all kept follows another tab. One with a change that is not kept yet keeps its own text, and the other's as a
 * snapshot. A starter that has changed since the draft began is told, and nothing is replaced until the learner says so.
 */
import { isSameVersion, saveDraft } from './draftSaving.ts';
import { fingerprint } from './fingerprint.ts';
import type { Memory } from './memory.ts';
import { isUntouched } from './merge.ts';
import type { DraftRecord, SnapshotReason } from './records.ts';

/** Milliseconds of quiet after an edit before it is written: one write for a burst of keys. */
const QUIET_MS = 200;

type DraftNotice =
  /** Another tab had written something else, which is a snapshot now. */
  | { readonly kind: 'kept-both'; readonly other: string }
  /** The editor has followed another tab: what stood in it had been kept, and that tab knew it. */
  | { readonly kind: 'followed' }
  | { readonly kind: 'new-starter' };

export interface DraftState {
  /** The text to open the editor with; undefined until it is known. */
  readonly initial: string | undefined;
  readonly notice: DraftNotice | undefined;
}

export interface DraftKeeper {
  readonly state: () => DraftState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Called at every edit. */
  readonly keep: (source: string) => void;
  /** Writes at once what waits to be written. */
  readonly flush: () => Promise<void>;
  readonly snapshot: (source: string, why: SnapshotReason) => void;
  /** Puts another text into the editor; what stands there becomes a snapshot. */
  readonly replace: (source: string, why: SnapshotReason) => void;
  readonly keepMine: () => void;
  readonly dismiss: () => void;
  /** `listener` puts a text into the editor, if it is open. */
  readonly onShow: (listener: Show) => () => void;
  /** Begins to read and to listen. Answers how to end it, which writes what waits; it can be opened again. */
  readonly open: () => () => void;
}

type Show = (source: string) => void;

interface KeeperParts {
  /** Asked for once it is opened: a page is drawn before there is a browser. */
  readonly memory: () => Memory;
  readonly exercise: string;
  readonly starter: string;
}

export function newDraftKeeper({ memory: memoryOf, exercise, starter }: KeeperParts): DraftKeeper {
  const listeners = new Set<() => void>();
  const editors = new Set<Show>();
  const starterNow = fingerprint(starter);
  let state: DraftState = { initial: undefined, notice: undefined };
  let known: DraftRecord | undefined;
  /** What stands in the editor, and is kept unless it waits. */
  let text = starter;
  let begunFrom = starterNow;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;

  function set(next: Partial<DraftState>): void {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function show(source: string): void {
    for (const editor of editors) editor(source);
  }

  async function look(): Promise<void> {
    const found = (await memoryOf().list('drafts', exercise)).find((draft) => draft.exercise === exercise);
    const isFirst = state.initial === undefined;
    if (isFirst) return begin(found);
    // What waits to be written settles it when it is.
    if (!found || timer !== undefined || isSaving || isSameVersion(found, known)) return undefined;
    known = found;
    if (isUntouched(found) && found.starter !== starterNow) return undefined;
    begunFrom = found.starter;
    if (found.source === text) return undefined;
    text = found.source;
    set({ initial: text, notice: found.tab === memoryOf().tab ? state.notice : { kind: 'followed' } });
    show(text);
    return undefined;
  }

  function begin(found: DraftRecord | undefined): void {
    known = found;
    const isOwn = found && !isUntouched(found) && found.source !== starter;
    text = isOwn ? found.source : starter;
    begunFrom = isOwn ? found.starter : starterNow;
    set({ initial: text, notice: begunFrom === starterNow ? undefined : { kind: 'new-starter' } });
  }

  async function flush(): Promise<void> {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    isSaving = true;
    const { draft, other } = await saveDraft(memoryOf(), { exercise, source: text, starter: begunFrom, known });
    known = draft;
    isSaving = false;
    // Another tab may have written while this one did.
    void look();
    if (other) set({ notice: { kind: 'kept-both', other: other.source } });
  }

  function write(source: string): void {
    text = source;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), QUIET_MS);
  }

  function snapshot(source: string, why: SnapshotReason): void {
    if (source === starter) return;
    const isKept = why === 'other-tab' || why === 'starter' || why === 'import';
    const memory = memoryOf();
    void memory.add('snapshots', { exercise, source, at: memory.now(), why, isKept });
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onShow(listener) {
      editors.add(listener);
      return () => editors.delete(listener);
    },
    keep(source) {
      if (source === text) return;
      write(source);
      if (state.notice?.kind === 'followed') set({ notice: undefined });
    },
    flush,
    snapshot,
    replace(source, why) {
      snapshot(text, why);
      if (source === starter) begunFrom = starterNow;
      write(source);
      set({ initial: source, notice: undefined });
      show(source);
    },
    keepMine() {
      begunFrom = starterNow;
      write(text);
      set({ notice: undefined });
    },
    dismiss: () => set({ notice: undefined }),
    open() {
      const stop = memoryOf().subscribe((tables) => {
        if (tables.includes('drafts')) void look();
      });
      void look();
      return () => {
        stop();
        void flush();
      };
    },
  };
}
