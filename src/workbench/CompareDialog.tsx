/** Another version of the answer beside mine: the solution, an earlier version, the code of a link. It only shows; what replaces is a button. */
import { useEffect, useId, useRef, useState } from 'react';
import type { Comparison } from './compare.ts';
import { ScrollText } from './ScrollText.tsx';
import styles from './workbench.module.css';

interface CompareDialogProps {
  readonly comparison: Comparison;
  readonly dark: boolean;
  /** Whether Monaco is at hand. */
  readonly hasMonaco: boolean;
  readonly onTake: (source: string) => void;
  readonly onClose: () => void;
}

export default function CompareDialog({ comparison, dark, hasMonaco, onTake, onClose }: CompareDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  return (
    <dialog ref={dialog} className={styles.compare} aria-labelledby={titleId} onClose={onClose}>
      <p id={titleId} className={styles.dialogTitle}>
        {comparison.title}
      </p>
      {comparison.question === undefined ? (
        <Versions key={comparison.title} comparison={comparison} dark={dark} hasMonaco={hasMonaco} />
      ) : (
        <Question question={comparison.question} onYes={comparison.onYes} />
      )}
      <div className={styles.dialogButtons}>
        {comparison.take !== undefined && comparison.question === undefined && (
          <button type="button" className={styles.quiet} onClick={() => onTake(comparison.other)}>
            {comparison.take}
          </button>
        )}
        <button type="button" className={styles.main} onClick={onClose}>
          {comparison.question === undefined ? 'Close' : 'Keep trying'}
        </button>
      </div>
    </dialog>
  );
}

function Question({ question, onYes }: { readonly question: string; readonly onYes: (() => void) | undefined }) {
  return (
    <>
      <p>{question}</p>
      <button type="button" className={styles.quiet} onClick={onYes}>
        Show the solution
      </button>
    </>
  );
}

function Versions({ comparison, dark, hasMonaco }: Pick<CompareDialogProps, 'dark' | 'hasMonaco'> & { readonly comparison: Comparison }) {
  const host = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(!hasMonaco);
  const { mine, other, otherName } = comparison;

  useEffect(() => {
    const place = host.current;
    if (failed || !place) return undefined;
    let close: (() => void) | undefined;
    let isWanted = true;
    import('./monacoDiff.ts').then(
      ({ openDiff }) => {
        if (isWanted) close = openDiff({ host: place, mine, other, dark });
      },
      () => setFailed(true),
    );
    return () => {
      isWanted = false;
      close?.();
    };
  }, [failed, mine, other, dark]);

  if (failed) return <ScrollText className={styles.otherVersion} name={otherName} text={other} />;
  return (
    <>
      <p className={styles.versionNames}>
        <span>Mine</span>
        <span>{otherName}</span>
      </p>
      <div className={styles.diff} ref={host} />
    </>
  );
}
