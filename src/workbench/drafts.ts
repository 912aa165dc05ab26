/** Drafts of answers, in IndexedDB, by exercise. */
import { createStore, del, get, set, type UseStore } from 'idb-keyval';

interface Draft {
  readonly version: 1;
  readonly source: string;
  /** The starter that it began from, to tell a draft of an older one. */
  readonly starter: string;
}

let store: UseStore | undefined;

export async function loadDraft(exercise: string): Promise<string | undefined> {
  return (await get<Draft>(exercise, drafts()))?.source;
}

/** An answer that is the starter is no draft. */
export async function saveDraft(exercise: string, source: string, starter: string): Promise<void> {
  if (source === starter) return del(exercise, drafts());
  const draft: Draft = { version: 1, source, starter };
  return set(exercise, draft, drafts());
}

function drafts(): UseStore {
  store ??= createStore('faultline-drafts', 'drafts');
  return store;
}
