import { useId, type RefObject } from 'react';
import styles from './workbench.module.css';

/** The keys of the workbench, as `useKeys.ts` has them. */
const KEYS: readonly (readonly [string, string])[] = [
  ['Ctrl Enter, ⌘ Enter', 'run the checks'],
  ['Ctrl . , ⌘ .', 'stop'],
  ['F8, Shift F8', 'next failure, previous failure'],
  ['← →', 'in a diagram: one step back, one forward'],
  ['Ctrl M', 'in the editor: let Tab leave it, or not any more'],
  ['Escape', 'in the results: back into the editor'],
  ['?', 'outside of the editor: this list'],
];

export function KeysDialog({ dialogRef }: { readonly dialogRef: RefObject<HTMLDialogElement | null> }) {
  const titleId = useId();
  return (
    <dialog ref={dialogRef} className={styles.dialog} aria-labelledby={titleId}>
      <p id={titleId} className={styles.dialogTitle}>
        Keys
      </p>
      <dl className={styles.keyList}>
        {KEYS.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.dialogButtons}>
        <button type="button" className={styles.main} onClick={() => dialogRef.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
