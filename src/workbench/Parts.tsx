import { clsx } from 'clsx';
import styles from './workbench.module.css';

export type Part = 'task' | 'code' | 'results';

interface PartsProps {
  readonly shown: Part;
  readonly onShow: (part: Part) => void;
  /** What stands beside “Results”: how many checks failed. */
  readonly badge: string;
}

const NAMES: readonly (readonly [Part, string])[] = [
  ['task', 'Task'],
  ['code', 'Code'],
  ['results', 'Results'],
];

/** Where the screen is narrow, one part is shown at a time. */
export function Parts({ shown, onShow, badge }: PartsProps) {
  return (
    <nav className={styles.parts} aria-label="Parts of the workbench">
      {NAMES.map(([part, name]) => (
        <button
          key={part}
          type="button"
          className={clsx(part === shown && styles.shownPart)}
          aria-current={part === shown ? 'true' : undefined}
          onClick={() => onShow(part)}
        >
          {name}
          {part === 'results' && badge !== '' && <span className={styles.badge}>{badge}</span>}
        </button>
      ))}
    </nav>
  );
}
