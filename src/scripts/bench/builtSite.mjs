// The built site, served on this machine and opened in Chromium.
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, haveChromium } from '../chromium.mjs';
import { siteHandler } from '../siteHandler.mjs';

/** To be closed at the end. Ends the bench where there is no Chromium. */
export async function openBuiltSite() {
  const executablePath = await haveChromium();
  if (!executablePath) process.exit(1);
  const requested = new Set();
  const handler = siteHandler({ encodings: ['gzip'] });
  const server = createServer((request, response) => {
    // What is fetched ahead for other pages, in idle time, is no part of this one.
    if (request.headers['sec-purpose'] !== 'prefetch') requested.add(new URL(request.url ?? '/', 'http://localhost').pathname);
    handler(request, response);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    executablePath,
    /** Paths asked for since it was last cleared. */
    requested,
    /** A page of a visitor who was never here. Nothing is fetched for later visits, which would count as fetched for this one. */
    newPage: async (width, height, options = {}) =>
      (await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block', ...options })).newPage(),
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
