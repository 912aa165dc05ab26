/**
 * The pages that links in view lead to are fetched ahead. By itself Docusaurus does that at once and for all links together, while a phone is still busy
 * with the page itself; here one page after the other is fetched when there is nothing else to do, and none where all are kept for use offline.
 */
import { whenIdle } from './whenIdle.ts';

let isSet = false;

/** Called by Docusaurus when a page is shown; links are looked at only after that. */
export function onRouteUpdate(): void {
  if (isSet) return;
  isSet = true;
  const { docusaurus } = window;
  const waiting: string[] = [];
  const fetchNext = (): void => {
    const route = waiting.shift();
    if (route !== undefined) docusaurus.prefetch(route);
    if (waiting.length > 0) whenIdle(fetchNext);
  };
  const prefetch = (route: string): false => {
    if (navigator.serviceWorker?.controller || waiting.includes(route)) return false;
    if (waiting.push(route) === 1) whenIdle(fetchNext);
    return false;
  };
  window.docusaurus = { ...docusaurus, prefetch };
}
