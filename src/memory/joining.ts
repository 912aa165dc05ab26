/** Orders of records that do not depend on who asks: where the times are equal, the text decides. */
interface Timed {
  readonly at: number;
  readonly edits?: number;
}

export function later<T extends Timed>(one: T, other: T): T {
  return compare(one, other) >= 0 ? one : other;
}

export function earlier<T extends Timed>(one: T, other: T): T {
  return compare(one, other) <= 0 ? one : other;
}

/** For sorting, the oldest first. */
export function compare(one: Timed, other: Timed): number {
  return one.at - other.at || (one.edits ?? 0) - (other.edits ?? 0) || compareText(canonical(one), canonical(other));
}

export function minOf(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

interface PassedCheck {
  readonly id: string;
  readonly at: number;
}

/** Each check once, with the earlier time, in the order of their names. */
export function joinChecks(one: readonly PassedCheck[], other: readonly PassedCheck[]): readonly PassedCheck[] {
  const firstAt = new Map<string, number>();
  for (const { id, at } of [...one, ...other]) firstAt.set(id, Math.min(at, firstAt.get(id) ?? at));
  return [...firstAt].map(([id, at]) => ({ id, at })).sort((a, b) => compareText(a.id, b.id));
}

/** The same for records with the same fields, whatever order they stand in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareText(a, b)));
  });
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
