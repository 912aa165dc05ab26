/** A Chromium for the browser tests, and pages in it that are watched for what must never happen. */
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { CHROMIUM_FLAGS, findChromium } from '../scripts/chromium.mjs';

export async function launch(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error('No Chromium is here; `npm test` installs one where it can.');
  return chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
}

export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console and uncaught ones, violations of the content security policy, and requests to other hosts. */
  readonly complaints: string[];
}

/** A page is painted before it answers. */
export async function untilAnswers(page: Page): Promise<void> {
  await page.locator('html[data-has-hydrated=true]').waitFor({ state: 'attached' });
}

interface PageOptions extends BrowserContextOptions {
  /** Where the site is served; no slash at its end. */
  readonly site?: string;
}

/** Opens a page of the site in a browser profile of its own, without the service worker, which would fetch the whole course each time. */
export async function openPage(
  browser: Browser,
  path: string,
  { site = inject('siteUrl'), ...options }: PageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !/^(data|blob):/.test(url)) complaints.push(`request to another host: ${url}`);
  });
  await page.goto(`${site}${path}`);
  if (options.javaScriptEnabled !== false) await untilAnswers(page);
  return { page, complaints };
}
