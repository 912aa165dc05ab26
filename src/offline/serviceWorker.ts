/**
 * The service worker: keeps every file of the course, so that all of it works without a network.
 *
 * `src/plugins/offline.ts` bundles it with the list of files. Another list is another worker: browsers install that one beside this one, and
 * it takes over when a learner says so, or when no page of the course is open. Until then each page is served whole from its own version.
 */
import { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import type { KeptFile } from './keptFiles.ts';
import { TAKE_IT } from './takeIt.ts';

declare const KEPT_FILES: readonly KeptFile[];

/** What the types of a page do not know of. */
declare const self: {
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
};

// One file after the other, and behind whatever the page itself asks for.
addPlugins([{ requestWillFetch: async ({ request }) => new Request(request, { priority: 'low' }) }]);
precacheAndRoute([...KEPT_FILES], {
  // A figure keeps its state in the address.
  ignoreURLParametersMatching: [/./],
  cleanURLs: false,
  urlManipulation: ({ url }) => (url.pathname.endsWith('/') ? [] : [new URL(`${url.pathname}/index.html`, url)]),
});
cleanupOutdatedCaches();

// A page that this version does not have.
registerRoute(
  ({ request }) => request.mode === 'navigate',
  async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      return (await matchPrecache('404.html')) ?? Response.error();
    }
  },
);

// The page of a first visit, too, works without a network once all is kept.
addEventListener('activate', () => void self.clients.claim());

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data === TAKE_IT) void self.skipWaiting();
});
