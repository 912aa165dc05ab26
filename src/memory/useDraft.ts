/** The draft of one exercise, for its editor. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { PublishedExercise } from '../exercises/publishedExercise.ts';
import { newDraftKeeper, type DraftKeeper, type DraftState } from './draftKeeper.ts';
import { pageMemory } from './pageMemory.ts';
import { useProblem } from './useProblem.ts';

/** `initial` is the draft of an earlier visit, or the starter. */
export interface Draft extends DraftState, Pick<DraftKeeper, 'keep' | 'snapshot'> {
  /** Why nothing is kept, in sentences. */
  readonly problem: string | undefined;
  readonly keeper: DraftKeeper;
}

export function useDraft({ id, starter }: PublishedExercise): Draft {
  const keeper = useMemo(() => newDraftKeeper({ memory: pageMemory, exercise: id, starter }), [id, starter]);

  useEffect(() => {
    const close = keeper.open();
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    const onLeave = (): void => void keeper.flush();
    addEventListener('pagehide', onLeave);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      close();
      removeEventListener('pagehide', onLeave);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [keeper]);

  const state = useSyncExternalStore(keeper.subscribe, keeper.state, keeper.state);
  return { ...state, keep: keeper.keep, snapshot: keeper.snapshot, problem: useProblem(), keeper };
}
