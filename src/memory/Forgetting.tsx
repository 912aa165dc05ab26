import { useId, useRef, useState } from 'react';
import { pageMemory } from './pageMemory.ts';
import styles from './progress.module.css';
import { saveProgress } from './TakeAlong.tsx';

/** Takes everything back that the page has kept, after it has asked. */
export function Forgetting() {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [words, setWords] = useState('');

  const close = (): void => dialog.current?.close();
  const forget = async (): Promise<void> => {
    close();
    try {
      await pageMemory().forget();
      setWords('Everything is forgotten.');
    } catch {
      setWords('This browser did not let the page delete what it keeps. Its settings have a place to clear the data of a site.');
    }
  };

  return (
    <section className={styles.module}>
      <h2>Forget everything</h2>
      <p>
        This deletes all that this page keeps in this browser, your code included. It cannot be undone, except with a file that you saved.
      </p>
      <button type="button" className={styles.danger} onClick={() => dialog.current?.showModal()}>
        Forget everything …
      </button>
      <output className={styles.status}>{words}</output>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId}>
        <p id={titleId} className={styles.dialogTitle}>
          Forget all your code and progress?
        </p>
        <p>It cannot be undone. With a file you could bring it back later.</p>
        <div className={styles.buttons}>
          <button type="button" className={styles.main} onClick={close}>
            Keep it
          </button>
          <button type="button" onClick={() => void saveProgress()}>
            Save a file first
          </button>
          <button type="button" className={styles.danger} onClick={() => void forget()}>
            Forget everything
          </button>
        </div>
      </dialog>
    </section>
  );
}
