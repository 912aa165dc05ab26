import { useState } from 'react';
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
          <li key={hint}>{withCode(hint)}</li>
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

/** Hints mark code as Markdown does; every second piece between backticks is code. */
function withCode(text: string) {
  // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text never move
  return text.split('`').map((piece, at) => (at % 2 === 1 ? <code key={at}>{piece}</code> : piece));
}
