import { useState } from 'react';
import { TextWithCode } from '../lesson/TextWithCode.tsx';
import styles from './workbench.module.css';

/** One hint at a time. How many there are stays untold: nobody should wait for the last. */
export function Hints({ hints }: { readonly hints: readonly string[] }) {
  const [shown, setShown] = useState(0);
  if (hints.length === 0) return undefined;
  const isOver = shown >= hints.length;
  return (
    <div className={styles.hints}>
      <ol aria-live="polite" aria-label="Hints">
        {hints.slice(0, shown).map((hint) => (
          <li key={hint}>
            <TextWithCode text={hint} />
          </li>
        ))}
        {isOver && <li>That was the last hint.</li>}
      </ol>
      {!isOver && (
        <button type="button" className={styles.quiet} onClick={() => setShown(shown + 1)}>
          {shown === 0 ? 'Show a hint' : 'Another hint'}
        </button>
      )}
    </div>
  );
}
