/** The button that opens the search, and its keys. The search itself is loaded when it is first opened. */
import { lazy, Suspense, useState } from 'react';
import { useSetting } from '../memory/useSetting.ts';
import styles from './search.module.css';
import { useSearchKeys } from './useSearchKeys.ts';

const SearchDialog = lazy(() => import('./SearchDialog.tsx'));

export function SearchBar() {
  const [isOpen, setIsOpen] = useState(false);
  const [hasSlash, setHasSlash] = useSetting('search-slash', true);
  useSearchKeys({ hasSlash, onOpen: () => setIsOpen(true) });

  return (
    <>
      <button
        type="button"
        className={styles.opener}
        aria-haspopup="dialog"
        aria-keyshortcuts={hasSlash ? 'Control+K Meta+K /' : 'Control+K Meta+K'}
        title={hasSlash ? 'Ctrl+K, ⌘+K or /' : 'Ctrl+K or ⌘+K'}
        onClick={() => setIsOpen(true)}
      >
        <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden fill="none" stroke="currentColor" strokeWidth={2}>
          <circle cx={6.5} cy={6.5} r={4.5} />
          <path d="M10 10 L14.5 14.5" />
        </svg>
        <span className={styles.openerText}>Search</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <SearchDialog hasSlash={hasSlash} onSlash={setHasSlash} onClosed={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
