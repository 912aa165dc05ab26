/** axe finds nothing to complain about on any page, light and dark, wide and narrow, and no page is wider than the screen. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeOn, COLOURS } from './axeOn.ts';
import { LESSONS, TEACHING } from './lessons.ts';
import { launch, openPage } from './openPage.ts';
import { exerciseFile, exerciseOn } from './workbenchPage.ts';

const PAGES = [
  '/',
  '/progress',
  '/lessons',
  '/exercises',
  '/exercises/hamming',
  ...LESSONS.map((lesson) => `/lessons/${lesson}`),
  ...TEACHING,
];
/** Where the workbench is looked at with its editor: elsewhere it is the same. */
const AWAKE = new Set(['/exercises/hamming', '/lessons/information-redundancy']);
const WIDTHS = [1440, 390];
/** Colours that glide would be caught half way. */
const OPTIONS = { bypassCSP: true, colorScheme: 'light', reducedMotion: 'reduce' } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The same page in all four ways; but for its colours, the dark one is as the light one. */
async function expectNoComplaint(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
      expect(await axeOn(page, colorScheme === 'light' ? undefined : COLOURS), `${colorScheme}, ${width} wide`).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
}

test.each(PAGES)('%s', async (path) => {
  const { page, complaints } = await openPage(browser, path, OPTIONS);
  if (AWAKE.has(path)) await exerciseOn(page, 'hamming').wake();
  await page.waitForLoadState('networkidle');
  await expectNoComplaint(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an exercise with a failing run open', async () => {
  const { page, complaints } = await openPage(browser, '/exercises/k-fault-voting', OPTIONS);
  const workbench = exerciseOn(page, 'k-fault-voting');
  await workbench.wake();
  await workbench.paste(exerciseFile('k-fault-voting', 'mutants/first-reply.ts'));
  await workbench.run();
  const run = workbench.check('masked').locator('[data-part=run]');
  await run.getByText('What if?').click({ timeout: 60_000 });
  await run.locator('[data-part=what-if]').getByText('Nothing can happen after this.').waitFor();
  await expectNoComplaint(page);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each(['/no-such-page', '/lessons/no-such-lesson'])('%s, which is not there', async (path) => {
  const { page, complaints } = await openPage(browser, path, OPTIONS);
  await page.getByRole('link', { name: 'Begin with the first lesson: Partial failure' }).waitFor();
  expect(await page.title()).toBe('There is no page here | Faultline');
  await expectNoComplaint(page);
  // The browser's own word, of the address that was asked for.
  expect(complaints).toEqual(['console: Failed to load resource: the server responded with a status of 404 (Not Found)']);
  await page.context().close();
});
