/** What the learner compares the answer with, if anything. */
import { useCallback, useEffect, useState } from 'react';
import type { Snapshot } from '../memory/records.ts';
import type { Comparison } from './compare.ts';
import { readFragment } from './sharedCode.ts';

export interface Comparing {
  readonly comparison: Comparison | undefined;
  readonly close: () => void;
  /** `isSolved`: then nothing is asked first. */
  readonly withSolution: (mine: string, isSolved: boolean) => void;
  readonly withEarlier: (mine: string, snapshot: Snapshot) => void;
  readonly withLink: (mine: string, source: string) => void;
}

export function useComparison(exercise: string): Comparing {
  const [comparison, setComparison] = useState<Comparison>();
  const close = useCallback(() => setComparison(undefined), []);

  async function withSolution(mine: string, isSolved: boolean): Promise<void> {
    const { solution } = await import(`@generated/faultline-catalogue/default/${exercise}.solution.json`).then(
      (module: { default: { solution: string } }) => module.default,
      () => ({ solution: '// The solution could not be loaded. Look again when you are online.\n' }),
    );
    const shown: Comparison = { title: 'Mine and the solution', mine, other: solution, otherName: 'A solution' };
    const question = 'You have not solved it yet. What you find yourself stays longer, and the hints give away less. Look all the same?';
    setComparison(isSolved ? shown : { ...shown, question, onYes: () => setComparison(shown) });
  }

  return {
    comparison,
    close,
    withSolution: (mine, isSolved) => void withSolution(mine, isSolved),
    withEarlier: (mine, { source }) =>
      setComparison({
        title: 'Mine and an earlier version',
        mine,
        other: source,
        otherName: 'The earlier version',
        take: 'Take the earlier version',
      }),
    withLink: (mine, source) =>
      setComparison({
        title: 'Mine and the code of the link',
        mine,
        other: source,
        otherName: 'The code of the link',
        take: 'Take the code of the link',
      }),
  };
}

/** The code that the page's link carries: for the exercise's own page. */
export function useLinkedCode(isWanted: boolean): {
  readonly linked: Awaited<ReturnType<typeof readFragment>>;
  readonly forget: () => void;
} {
  const [linked, setLinked] = useState<Awaited<ReturnType<typeof readFragment>>>();
  useEffect(() => {
    if (!isWanted) return undefined;
    const read = (): void => void readFragment(location.hash).then(setLinked);
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, [isWanted]);
  const forget = useCallback(() => {
    history.replaceState(history.state, '', location.pathname + location.search);
    setLinked(undefined);
  }, []);
  return { linked, forget };
}
