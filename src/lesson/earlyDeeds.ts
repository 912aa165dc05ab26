/**
 * What a reader does with a page before it answers. The page can be seen, and looks as if it answered, before its programs run, so it notes that itself, in
 * `window.earlyDeeds` (see `plugins/afterPaint.ts`); it is done again once somebody listens.
 */
import { useEffect, useState } from 'react';

declare global {
  interface Window {
    earlyDeeds?: Event[];
  }
}

/** What the browser itself has done, such as a link that was followed or a box that was ticked. */
const DONE_ALREADY = 'a[href], label, input, select, textarea, summary';

/** Does it again. For what stands around everything else, whose effects come last: then all parts of the page listen. */
export function useEarlyDeeds(): void {
  const [unheard] = useState(countUnheard);
  useEffect(() => repeat(unheard), [unheard]);
}

/** The deeds that React has not heard of: it listens from just before its first rendering on, which it does at once for a deed that it hears of before. */
function countUnheard(): number {
  const deeds = typeof window === 'undefined' ? [] : (window.earlyDeeds ?? []);
  const now = deeds.findIndex((event) => event.eventPhase !== Event.NONE);
  return now < 0 ? deeds.length : now;
}

function repeat(unheard: number): void {
  const deeds = window.earlyDeeds ?? [];
  // Nothing is noted any more.
  delete window.earlyDeeds;
  deeds.forEach(({ type, target }, place) => {
    if (!(target instanceof Element) || !target.isConnected) return;
    // Parts whose code is not there yet have their own way to note what is done with them, which begins only now.
    if (place >= unheard && !target.closest('[data-late=waiting]')) return;
    if (type === 'input') target.dispatchEvent(new Event('input', { bubbles: true }));
    // Parts of a drawing have no `click()`.
    else if (!target.closest(DONE_ALREADY)) target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
}
