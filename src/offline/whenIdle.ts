/** Milliseconds after which it is done even if the page never rests. */
const LATEST_MS = 10_000;

/** Does `work` once the page has loaded and rests. Answers how to call it off. */
export function whenIdle(work: () => void): () => void {
  let timer: number | undefined;
  let idle: number | undefined;
  const wait = (): void => {
    // Safari has none.
    if (typeof requestIdleCallback === 'function') idle = requestIdleCallback(work, { timeout: LATEST_MS });
    else timer = window.setTimeout(work, LATEST_MS / 4);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
  return () => {
    removeEventListener('load', wait);
    if (idle !== undefined) cancelIdleCallback(idle);
    clearTimeout(timer);
  };
}
