import { useEffect, type RefObject } from 'react';
import { goToFailure } from './nextFailure.ts';

interface Keys {
  readonly onRun: () => void;
  /** Answers whether there was something to stop. */
  readonly onStop: () => boolean;
  readonly onHelp: () => void;
  readonly onEscape: () => void;
}

/** The keys of a workbench: those of its own wherever the focus is in it, and `?` where nothing is being written. */
export function useKeys(bench: RefObject<HTMLElement | null>, keys: Keys): void {
  useEffect(() => {
    const section = bench.current;
    if (!section) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!act(event, section, keys)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor, which has uses of its own for some of them.
    section.addEventListener('keydown', onKeyDown, { capture: true });
    return () => section.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}

/** Whether the key was one of them. */
function act(event: KeyboardEvent, section: HTMLElement, { onRun, onStop, onHelp, onEscape }: Keys): boolean {
  const target = event.target instanceof Element ? event.target : undefined;
  const withControl = event.ctrlKey || event.metaKey;
  if (withControl && event.key === 'Enter') onRun();
  else if (withControl && event.key === '.') return onStop();
  else if (event.key === 'F8') return goToFailure(section, event.shiftKey ? -1 : 1);
  else if (event.key === '?' && target && !target.closest('input, textarea, [role=textbox], .monaco-editor')) onHelp();
  else if (event.key === 'Escape' && target?.closest('[data-part=results]')) onEscape();
  else return false;
  return true;
}
