/** Writing a draft so that two tabs lose nothing: whoever finds that another has written since keeps both. */
import { isUntouched, snapshotOf } from './merge.ts';
import type { Memory } from './memory.ts';
import type { DraftRecord, Snapshot } from './records.ts';
import { LATEST } from './shape.ts';

export interface SavedDraft {
  readonly draft: DraftRecord;
  /** What another tab had written meanwhile, now a snapshot. */
  readonly other: Snapshot | undefined;
}

/** `known` is the version that this tab has read or written last; undefined where there was none. */
export function saveDraft(
  memory: Memory,
  { exercise, source, starter, known }: Pick<DraftRecord, 'exercise' | 'source' | 'starter'> & { readonly known: DraftRecord | undefined },
): Promise<SavedDraft> {
  return memory.change(['drafts', 'snapshots'], async (records) => {
    const found = await records.get('drafts', exercise);
    const isNews = found && !isSameVersion(found, known) && found.source !== source && found.source !== known?.source;
    const other = isNews && !isUntouched(found) ? snapshotOf(found, 'other-tab') : undefined;
    if (other) await records.add('snapshots', other);
    // Later than any other, even where another machine's clock was ahead.
    const at = Math.min(Math.max(memory.now(), (found?.at ?? 0) + 1), LATEST);
    const draft: DraftRecord = { exercise, source, starter, edits: (found?.edits ?? 0) + 1, tab: memory.tab, at };
    await records.put('drafts', draft);
    return { draft, other };
  });
}

export function isSameVersion(one: DraftRecord | undefined, other: DraftRecord | undefined): boolean {
  return one?.edits === other?.edits && one?.tab === other?.tab;
}
