import { useId, type RefObject } from 'react';
import styles from './workbench.module.css';

interface ResetDialogProps {
  readonly dialogRef: RefObject<HTMLDialogElement | null>;
  readonly onReset: () => void;
}

export function ResetDialog({ dialogRef, onReset }: ResetDialogProps) {
  const titleId = useId();
  const close = (): void => dialogRef.current?.close();
  return (
    <dialog ref={dialogRef} className={styles.dialog} aria-labelledby={titleId}>
      <p id={titleId} className={styles.dialogTitle}>
        Put the starter back?
      </p>
      <p>It replaces all that you wrote in this editor. “Undo reset” brings your code back until you edit the starter.</p>
      <div className={styles.dialogButtons}>
        <button type="button" className={styles.quiet} onClick={close}>
          Keep my code
        </button>
        <button
          type="button"
          className={styles.main}
          onClick={() => {
            close();
            onReset();
          }}
        >
          Put the starter back
        </button>
      </div>
    </dialog>
  );
}
