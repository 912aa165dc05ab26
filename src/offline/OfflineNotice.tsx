/** Tells at the foot of the window that the course works offline, or that there is a new version of it. */
import styles from './offlineNotice.module.css';
import { useOffline } from './useOffline.ts';

const WORDS = {
  kept: { says: 'The whole course is now kept in this browser. It works without a network.', later: 'All right' },
  newer: { says: 'A new version of the course is here.', take: 'Take it now', later: 'Later' },
  'taken-elsewhere': {
    says: 'Another tab has taken a new version of the course. This page is of the old one.',
    take: 'Load it here too',
    later: 'Later',
  },
} as const;

export function OfflineNotice() {
  const { news, take, dismiss } = useOffline();
  const words = news && WORDS[news];
  return (
    <div aria-live="polite" className={styles.place}>
      {words && (
        <div className={styles.notice} data-offline={news}>
          <p>{words.says}</p>
          {'take' in words && (
            <button type="button" onClick={take}>
              {words.take}
            </button>
          )}
          <button type="button" onClick={dismiss}>
            {words.later}
          </button>
        </div>
      )}
    </div>
  );
}
