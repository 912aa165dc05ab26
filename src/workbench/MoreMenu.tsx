/** What is wanted now and then: the solution, earlier versions, a link, a file, the keys. */
import { useState } from 'react';
import { download } from '../memory/download.ts';
import { useTable } from '../memory/useTable.ts';
import type { Snapshot } from '../memory/records.ts';
import { fragmentFor } from './sharedCode.ts';
import styles from './workbench.module.css';

interface MoreMenuProps {
  readonly exercise: string;
  readonly sourceNow: () => string;
  readonly onSolution: () => void;
  readonly onEarlier: (snapshot: Snapshot) => void;
  readonly onKeys: () => void;
}

export function MoreMenu({ exercise, sourceNow, onSolution, onEarlier, onKeys }: MoreMenuProps) {
  const [said, setSaid] = useState('');

  async function copyLink(): Promise<void> {
    const fragment = await fragmentFor(sourceNow());
    if (fragment === undefined) {
      setSaid('This code is too long for a link. Download it as a file instead.');
      return;
    }
    const link = `${location.origin}${location.pathname.replace(/\/lessons\/.*/, `/exercises/${exercise}`)}${fragment}`;
    try {
      await navigator.clipboard.writeText(link);
      setSaid('The link is copied. Whoever opens it can look at your code; it runs nothing by itself.');
    } catch {
      setSaid(`The link could not be copied, so here it is: ${link}`);
    }
  }

  return (
    <details className={styles.more}>
      <summary>More</summary>
      <div className={styles.moreItems}>
        <button type="button" onClick={onSolution}>
          Compare with the solution
        </button>
        <button type="button" onClick={() => void copyLink()}>
          Copy link
        </button>
        <button type="button" onClick={() => download(`${exercise}.ts`, sourceNow(), 'text/plain')}>
          Download file
        </button>
        <button type="button" onClick={onKeys}>
          Keys
        </button>
        <output className={styles.said}>{said}</output>
        <Earlier exercise={exercise} onEarlier={onEarlier} />
      </div>
    </details>
  );
}

function Earlier({ exercise, onEarlier }: Pick<MoreMenuProps, 'exercise' | 'onEarlier'>) {
  const snapshots = useTable('snapshots')
    ?.filter((one) => one.exercise === exercise)
    .toSorted((one, other) => other.at - one.at);
  if (!snapshots || snapshots.length === 0) return <p className={styles.note}>Earlier versions: none yet. One is kept at each Run.</p>;
  return (
    <>
      <p className={styles.note}>Earlier versions</p>
      <ul>
        {snapshots.map((one) => (
          <li key={`${one.at} ${one.source.length}`}>
            <button type="button" onClick={() => onEarlier(one)}>
              {whenOf(one)}, {one.source.split('\n').length} lines ({WHY[one.why]})
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const WHY: Readonly<Record<Snapshot['why'], string>> = {
  run: 'at a run',
  reset: 'before a reset',
  replace: 'before it was replaced',
  import: 'from a file',
  'other-tab': 'from another tab',
  starter: 'before the new starter',
};

function whenOf({ at }: Snapshot): string {
  return new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
