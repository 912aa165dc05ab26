import { useEffect } from 'react';

interface SearchKeys {
  /** Whether `/` alone opens it: someone who speaks to the machine may want no key without a modifier. */
  readonly hasSlash: boolean;
  readonly onOpen: () => void;
}

/** The editor has uses of its own for both keys, and so has every field for `/`. */
const WRITING = 'input, textarea, select, [contenteditable], [role=textbox], .monaco-editor';
const EDITOR = '.monaco-editor';

export function useSearchKeys({ hasSlash, onOpen }: SearchKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      const isControlK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
      const isSlash = hasSlash && event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isTaken = target?.closest(isControlK ? EDITOR : WRITING) || document.querySelector('dialog:modal');
      if (event.defaultPrevented || isTaken || !(isControlK || isSlash)) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasSlash, onOpen]);
}
