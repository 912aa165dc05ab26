/**
 * What a reader does with a page before it answers. The page can be seen, and looks as if it answered, before its programs run, so it notes that itself, in
 * `window.earlyDeeds` (see `plugins/afterPaint.ts`); it is done again once somebody listens.
 */

declare global {
  interface Window {
    earlyDeeds?: Event[];
  }
}

/** What the browser itself has done, such as a link that was followed or a box that was ticked. */
const DONE_ALREADY = 'a[href], label, input, select, textarea, summary';

/** To be called once, when all parts of the page listen. Nothing is noted any more from then on. */
export function repeatEarlyDeeds(): void {
  const deeds = window.earlyDeeds ?? [];
  delete window.earlyDeeds;
  for (const { type, target } of deeds) {
    if (!(target instanceof Element) || !target.isConnected) continue;
    if (type === 'input') target.dispatchEvent(new Event('input', { bubbles: true }));
    // Parts of a drawing have no `click()`.
    else if (!target.closest(DONE_ALREADY)) target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  }
}
