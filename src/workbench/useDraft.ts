import { useCallback, useEffect, useRef, useState } from 'react';
import type { PublishedExercise } from '../exercises/publishedExercise.ts';
import { loadDraft, saveDraft } from './drafts.ts';

/** Milliseconds of quiet after an edit before it is written: one write for a burst of keys. */
const QUIET_MS = 200;

export interface Draft {
  /** The draft of an earlier visit, or the starter; undefined until it is known. */
  readonly initial: string | undefined;
  /** What is wrong with storage, a sentence. */
  readonly problem: string | undefined;
  readonly keep: (source: string) => void;
}

export function useDraft(exercise: PublishedExercise): Draft {
  const { id, starter } = exercise;
  const [initial, setInitial] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const pending = useRef<{ source: string; timer: number }>(undefined);

  useEffect(() => {
    let current = true;
    loadDraft(id).then(
      (source) => current && setInitial(source ?? starter),
      () => {
        if (!current) return;
        setInitial(starter);
        setProblem('This browser does not let the page store anything, so your code is lost when you leave. Copy it before you do.');
      },
    );
    return () => {
      current = false;
    };
  }, [id, starter]);

  const flush = useCallback(() => {
    const wanted = pending.current;
    if (!wanted) return;
    clearTimeout(wanted.timer);
    pending.current = undefined;
    saveDraft(id, wanted.source, starter).then(
      () => setProblem(undefined),
      () =>
        setProblem('Your last change could not be stored in this browser: its storage is full or closed. Copy your code before you leave.'),
    );
  }, [id, starter]);

  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') flush();
    };
    addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      flush();
      removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [flush]);

  const keep = useCallback(
    (source: string) => {
      clearTimeout(pending.current?.timer);
      pending.current = { source, timer: window.setTimeout(flush, QUIET_MS) };
    },
    [flush],
  );

  return { initial, problem, keep };
}
