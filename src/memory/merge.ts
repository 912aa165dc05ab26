/**
 * Two memories become one, and no text of a draft is lost: the newer draft of an exercise wins, and the other becomes a snapshot.
 *
 * Merging the same again changes nothing, and it does not matter which of the two comes first.
 */
import { fingerprint } from './fingerprint.ts';
import { compare } from './joining.ts';
import type { DraftRecord, Snapshot, SnapshotReason } from './records.ts';
import { TABLES, type Contents, type Records, type TableName } from './tables.ts';

export const NOTHING: Contents = {
  drafts: [],
  snapshots: [],
  attempts: [],
  best: [],
  answers: [],
  lessons: [],
  settings: [],
  places: [],
  broken: [],
};

export function merge(one: Contents, other: Contents): Contents {
  const drafts = joinAll('drafts', [...one.drafts, ...other.drafts]);
  const winners = new Map(drafts.map((draft) => [draft.exercise, draft]));
  const losers = [...one.drafts, ...other.drafts].flatMap((draft) => {
    const isOther = draft.source !== winners.get(draft.exercise)?.source;
    return isOther && !isUntouched(draft) ? [snapshotOf(draft, 'import')] : [];
  });
  return {
    drafts,
    snapshots: joinAll('snapshots', [...one.snapshots, ...other.snapshots, ...losers]),
    attempts: joinAll('attempts', [...one.attempts, ...other.attempts]),
    best: joinAll('best', [...one.best, ...other.best]),
    answers: joinAll('answers', [...one.answers, ...other.answers]),
    lessons: joinAll('lessons', [...one.lessons, ...other.lessons]),
    settings: joinAll('settings', [...one.settings, ...other.settings]),
    places: joinAll('places', [...one.places, ...other.places]),
    broken: joinAll('broken', [...one.broken, ...other.broken]),
  };
}

/** A draft in which nothing was written yet: it is the starter that it began from. */
export function isUntouched(draft: DraftRecord): boolean {
  return fingerprint(draft.source) === draft.starter;
}

/** What a draft becomes when another takes its place. */
export function snapshotOf({ exercise, source, at }: DraftRecord, why: SnapshotReason): Snapshot {
  return { exercise, source, at, why, isKept: true };
}

/** One record for each key, in the order of the keys, and no more of a group than its table keeps. */
export function joinAll<N extends TableName>(name: N, records: readonly Records[N][]): readonly Records[N][] {
  const { keyOf, join } = TABLES[name];
  const joined = new Map<string, Records[N]>();
  for (const one of records) {
    const key = keyOf(one);
    const found = joined.get(key);
    // The first is joined with itself: a list in it may be out of order in a file.
    joined.set(key, join(found ?? one, one));
  }
  const dropped = surplus(name, [...joined.values()]);
  return [...joined]
    .filter(([, one]) => !dropped.has(one))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

/** Those that a table no longer keeps: the oldest of each group beyond its bound. */
export function surplus<N extends TableName>(name: N, records: readonly Records[N][]): ReadonlySet<Records[N]> {
  const { bound } = TABLES[name];
  if (!bound) return new Set();
  const groups = new Map<string, Records[N][]>();
  for (const one of records) {
    if (!bound.isCounted(one)) continue;
    const group = groups.get(bound.groupOf(one)) ?? [];
    groups.set(bound.groupOf(one), [...group, one]);
  }
  const over = [...groups.values()].flatMap((group) => group.sort(byAge).slice(0, Math.max(0, group.length - bound.limit)));
  return new Set(over);
}

function byAge(one: object, other: object): number {
  return compare({ at: 0, ...one }, { at: 0, ...other });
}
