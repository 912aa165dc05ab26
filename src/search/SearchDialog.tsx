/**
 * The search. What is found is a plain list of links, so that all that browsers can do with links can be done with these; arrow keys
 * walk from the field into the list and back.
 */
import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Findings } from './Findings.tsx';
import styles from './search.module.css';
import { useSearch } from './useSearch.ts';

interface SearchDialogProps {
  readonly hasSlash: boolean;
  readonly onSlash: (hasSlash: boolean) => void;
  readonly onClosed: () => void;
}

export default function SearchDialog({ hasSlash, onSlash, onClosed }: SearchDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const state = useSearch(useDeferredValue(query));
  const fieldId = useId();

  useEffect(() => dialog.current?.showModal(), []);

  const links = (): HTMLAnchorElement[] => [...(dialog.current?.querySelectorAll('a') ?? [])];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [field.current, ...links()];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  };

  return (
    // It listens for keys of what stands in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog ref={dialog} className={styles.dialog} aria-label="Search the course" onClose={onClosed} onKeyDown={onKeyDown}>
      <search>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            links()[0]?.click();
          }}
        >
          <label htmlFor={fieldId}>Search</label>
          <input
            ref={field}
            id={fieldId}
            type="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            placeholder="syndrome, commit, at most once"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </form>
      </search>
      <Findings state={state} onFollow={() => dialog.current?.close()} />
      <p className={styles.keys}>
        <label>
          <input type="checkbox" checked={hasSlash} onChange={(event) => onSlash(event.target.checked)} /> <kbd>/</kbd> opens the search
        </label>
        <span>
          <kbd>Ctrl K</kbd> or <kbd>⌘ K</kbd> always does
        </span>
      </p>
    </dialog>
  );
}
