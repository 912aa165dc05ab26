import { useSyncExternalStore } from 'react';
import { HeldByOtherTab } from './databaseShelf.ts';
import { pageMemory } from './pageMemory.ts';

const subscribe = (listener: () => void): (() => void) => pageMemory().subscribe(listener);

/** Why the learner's work is not being kept, in sentences; undefined while all is well. */
export function useProblem(): string | undefined {
  const problem = useSyncExternalStore(
    subscribe,
    () => pageMemory().problem(),
    () => undefined,
  );
  return problem === undefined ? undefined : `Your work is not being kept: ${reasonOf(problem)}. Download it before you close this page.`;
}

function reasonOf(problem: unknown): string {
  if (problem instanceof HeldByOtherTab) return 'another tab has an older version of Faultline open, and has to be closed first';
  if (problem instanceof DOMException && problem.name === 'QuotaExceededError') return 'the storage that this browser has for it is full';
  return 'this browser does not let the page store anything';
}
