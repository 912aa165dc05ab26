/** What a learner has to be told of the code in the editor, each in a sentence with a way to act on it. */
import { useEffect, useRef } from 'react';
import { ScrollText } from '../workbench/ScrollText.tsx';
import { download } from './download.ts';
import type { Draft } from './useDraft.ts';
import styles from './draftNotices.module.css';

interface DraftNoticesProps {
  readonly draft: Draft;
  readonly exercise: string;
  readonly starter: string;
  /** What stands in the editor. */
  readonly sourceNow: () => string;
  /** Puts a text into the editor that does not come from its keys: another tab's, the new starter, an earlier version. */
  readonly show: (source: string) => void;
}

export function DraftNotices({ draft: { keeper, notice, problem }, exercise, starter, sourceNow, show }: DraftNoticesProps) {
  const region = useRef<HTMLDivElement>(null);
  const latestShow = useRef(show);
  useEffect(() => {
    latestShow.current = show;
  });
  useEffect(() => keeper.onShow((source) => latestShow.current(source)), [keeper]);

  /** The button that was pressed is gone then: the focus stays in its place. */
  const act = (action: () => void) => (): void => {
    action();
    region.current?.focus();
  };

  return (
    <div ref={region} className={styles.notices} aria-live="polite" tabIndex={-1}>
      {problem !== undefined && (
        <div className={styles.notice} data-notice="not-kept">
          <p>{problem}</p>
          <button type="button" onClick={() => download(`${exercise}.ts`, sourceNow(), 'text/plain')}>
            Download my code
          </button>
        </div>
      )}
      {notice?.kind === 'new-starter' && (
        <div className={styles.notice} data-notice="new-starter">
          <p>The starter has changed since you began. Your code is as you left it; whichever you take, the other one is kept.</p>
          <button type="button" onClick={act(keeper.keepMine)}>
            Keep mine
          </button>
          <button type="button" onClick={act(() => keeper.replace(starter, 'starter'))}>
            Show the new starter
          </button>
        </div>
      )}
      {notice?.kind === 'followed' && (
        <div className={styles.notice} data-notice="followed">
          <p>This code was changed in another tab. You see what stands there now.</p>
          <button type="button" onClick={act(keeper.dismiss)}>
            All right
          </button>
        </div>
      )}
      {notice?.kind === 'kept-both' && (
        <div className={styles.notice} data-notice="kept-both">
          <p>Another tab had changed this code too. What you wrote here is kept, and the other version as well.</p>
          <details>
            <summary>Show the other version</summary>
            <ScrollText className={styles.other} name="The version of the other tab" text={notice.other} />
            <button type="button" onClick={act(() => keeper.replace(notice.other, 'replace'))}>
              Take it into the editor
            </button>
          </details>
          <button type="button" onClick={act(keeper.dismiss)}>
            All right
          </button>
        </div>
      )}
    </div>
  );
}
