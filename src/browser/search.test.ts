/** The search, by keys alone, wide and narrow, light and dark. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeOn } from './axeOn.ts';
import { launch, openPage } from './openPage.ts';
import { workbenchOn } from './workbenchPage.ts';

const LESSON = '/lessons/information-redundancy';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test.each([
  ['/', 'light', 1440],
  ['Control+k', 'dark', 1440],
  ['Control+k', 'light', 390],
  ['/', 'dark', 390],
] as const)('%s opens it, arrow keys walk through what it finds (%s, %i pixels wide)', async (key, colorScheme, width) => {
  const { page, complaints } = await openPage(browser, '/', { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  await page.getByRole('button', { name: 'Search' }).waitFor();

  await page.keyboard.press(key);
  await dialog.waitFor();
  await page.keyboard.type('syndrome');
  await dialog.getByRole('link').first().waitFor();
  expect(await axeOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${LESSON}#the-syndrome-is-an-address`);
  await expect.poll(() => dialog.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the editor keeps its keys, and the slash can be given up', async () => {
  const { page } = await openPage(browser, '/exercises/hamming');
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  const workbench = workbenchOn(page, 'Hamming (7,4) and SECDED');
  await workbench.wake();
  await workbench.region.getByRole('textbox', { name: 'Your answer' }).focus();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  expect(await dialog.count()).toBe(0);

  await page.getByRole('button', { name: 'Search' }).click();
  await dialog.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  await page.keyboard.press('/');
  await page.waitForTimeout(300);
  expect(await dialog.count()).toBe(0);
  await page.keyboard.press('Control+k');
  await dialog.waitFor();
  await page.context().close();
});
