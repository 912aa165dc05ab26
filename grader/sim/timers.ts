/** The timers that one process has set: names with the milliseconds that remain, sorted by name. Never changed once made. */
export type Timers = readonly (readonly [name: string, remainingMs: number])[];

export const NO_TIMERS: Timers = [];

export function withTimer(timers: Timers, name: string, delay: number): Timers {
  return [...withoutTimer(timers, name), [name, delay] as const].sort(([left], [right]) => (left < right ? -1 : 1));
}

export function withoutTimer(timers: Timers, name: string): Timers {
  return timers.filter(([other]) => other !== name);
}

/** Those due at once have 0 left. */
export function elapsed(timers: Timers, ms: number): Timers {
  return timers.map(([name, remaining]) => [name, Math.max(0, remaining - ms)]);
}

/** Milliseconds until the first goes off; Infinity where none is set. */
export function untilFirst(timers: Timers): number {
  let first = Infinity;
  for (const [, remaining] of timers) first = Math.min(first, remaining);
  return first;
}
