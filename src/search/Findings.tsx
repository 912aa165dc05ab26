/** What a search has found, and how much that is. */
import Link from '@docusaurus/Link';
import type { Found } from './courseSearch.ts';
import styles from './search.module.css';
import type { SearchState } from './useSearch.ts';

/** How many places are shown: whoever needs more needs another word. */
const SHOWN = 20;

interface FindingsProps {
  readonly state: SearchState;
  readonly onFollow: () => void;
}

export function Findings({ state, onFollow }: FindingsProps) {
  const found = state.kind === 'ready' ? state.found : undefined;
  return (
    <div className={styles.findings}>
      <output className={styles.count}>{sentence(state)}</output>
      {state.kind === 'failed' && (
        <button type="button" className={styles.retry} onClick={state.retry}>
          Try again
        </button>
      )}
      {found && found.length > 0 && (
        <ol aria-label="Places found">
          {found.slice(0, SHOWN).map((one) => (
            <li key={one.section.path}>
              <Place found={one} onFollow={onFollow} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Place({ found: { section, excerpt }, onFollow }: { readonly found: Found; readonly onFollow: () => void }) {
  const kind = kindOf(section.path);
  return (
    <Link to={`/${section.path}`} className={styles.place ?? ''} onClick={(event) => void (event.ctrlKey || event.metaKey || onFollow())}>
      <span className={styles.placeTitle}>
        {kind && <span className={styles.kind}>{kind}</span>}
        {section.page}
        {section.heading && <> › {section.heading}</>}
      </span>
      <span className={styles.excerpt}>{excerpt.map(({ text, at, isMatch }) => (isMatch ? <mark key={at}>{text}</mark> : text))}</span>
    </Link>
  );
}

function kindOf(path: string): string | undefined {
  if (path.startsWith('lessons/')) return 'Lesson';
  if (/^teach\b/.test(path)) return 'Teach';
  return path.startsWith('exercises/') ? 'Exercise' : undefined;
}

function sentence(state: SearchState): string {
  if (state.kind === 'loading') return 'The words of the course are being loaded.';
  if (state.kind === 'failed') {
    return process.env.NODE_ENV === 'production'
      ? 'The words of the course could not be loaded. Is there a network?'
      : 'There is a search in the built site only.';
  }
  if (!state.found) return 'Write a word or its beginning.';
  if (state.found.length === 0) return 'No place has these words.';
  if (state.found.length === 1) return '1 place';
  return state.found.length > SHOWN ? `${state.found.length} places, the best ${SHOWN} of them here` : `${state.found.length} places`;
}
