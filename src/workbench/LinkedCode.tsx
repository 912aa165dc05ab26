import type { SharedCode } from './sharedCode.ts';
import styles from './workbench.module.css';

interface LinkedCodeProps {
  readonly linked: SharedCode | undefined;
  readonly onLook: (source: string) => void;
  readonly onForget: () => void;
}

/** Tells that the link carries code. It has not run, and nothing was replaced. */
export function LinkedCode({ linked, onLook, onForget }: LinkedCodeProps) {
  if (!linked) return undefined;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an `output` may not hold paragraphs
    <div className={styles.linked} role="status" data-part="linked">
      {linked.kind === 'unreadable' ? (
        <p>The link carries code that cannot be read. It was most likely cut off on its way: ask for it once more, or for the file.</p>
      ) : (
        <p>The link carries code of somebody, {linked.source.split('\n').length} lines. It has not run, and your own is as it was.</p>
      )}
      {linked.kind === 'code' && (
        <button type="button" className={styles.quiet} onClick={() => onLook(linked.source)}>
          Look at it
        </button>
      )}
      <button type="button" className={styles.quiet} onClick={onForget}>
        Ignore it
      </button>
    </div>
  );
}
