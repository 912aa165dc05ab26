import type { ReactNode } from 'react';
import styles from './workbench.module.css';

interface ToolbarProps {
  readonly isRunning: boolean;
  readonly canUndoReset: boolean;
  readonly onRun: () => void;
  readonly onStop: () => void;
  readonly onReset: () => void;
  readonly onUndoReset: () => void;
  /** The menu behind the buttons. */
  readonly children: ReactNode;
}

export function Toolbar({ isRunning, canUndoReset, onRun, onStop, onReset, onUndoReset, children }: ToolbarProps) {
  return (
    <div className={styles.toolbar}>
      {/* Never `disabled`: that would drop the focus of whoever has just pressed it. */}
      <button type="button" className={styles.main} aria-disabled={isRunning} onClick={onRun} title="Ctrl+Enter, or ⌘+Enter">
        Run
      </button>
      <button type="button" className={styles.quiet} disabled={!isRunning} onClick={onStop}>
        Stop
      </button>
      <button type="button" className={styles.quiet} onClick={onReset}>
        Reset
      </button>
      {canUndoReset && (
        <button type="button" className={styles.quiet} onClick={onUndoReset}>
          Undo reset
        </button>
      )}
      {children}
      <span className={styles.keys} aria-hidden="true">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd>
      </span>
    </div>
  );
}
