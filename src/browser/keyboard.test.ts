/** One exercise from the front page on, with the keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './openPage.ts';
import { exerciseFile, exerciseOn } from './workbenchPage.ts';

const GRADED = { timeout: 60_000 };
/** Nobody should need more presses of Tab than these to get anywhere. */
const PATIENCE = 60;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** Presses Tab until the focus is on, or in, what the selector means. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < PATIENCE; presses += 1) {
    await page.keyboard.press('Tab');
    if (await isIn(page, selector)) return;
  }
  throw new Error(`${PATIENCE} presses of Tab do not lead to ${selector}`);
}

const isIn = (page: Page, selector: string) =>
  page.evaluate((at) => {
    const element = document.activeElement;
    return element instanceof HTMLElement && element.closest(at) !== null && element.checkVisibility();
  }, selector);

test('an exercise is found, answered, run, its failing run stepped through, and the editor found again', async () => {
  const { page, complaints } = await openPage(browser, '/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await tabTo(page, 'main a[href="/exercises"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/exercises');
  await tabTo(page, 'main a[href="/exercises/k-fault-voting"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/exercises/k-fault-voting');

  const workbench = exerciseOn(page, 'k-fault-voting');
  await workbench.region.locator('.monaco-editor .view-line').first().waitFor();
  await tabTo(page, '.monaco-editor');
  await page.evaluate((text) => navigator.clipboard.writeText(text), exerciseFile('k-fault-voting', 'mutants/first-reply.ts'));
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
  await page.keyboard.press('ControlOrMeta+Enter');
  await workbench.region.locator('[data-verdict=failed]').waitFor(GRADED);
  await expect.poll(() => isIn(page, '[data-verdict=failed]')).toBe(true);

  await page.keyboard.press('F8');
  await expect.poll(() => isIn(page, '[data-check=masked] > summary')).toBe(true);
  const diagram = workbench.check('masked').locator('[data-part=diagram]');
  await diagram.waitFor();
  await tabTo(page, '[data-part=diagram]');
  await page.keyboard.press('Home');
  await expect.poll(() => diagram.getAttribute('data-step')).toBe('0');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => diagram.getAttribute('data-step')).toBe('1');

  await page.keyboard.press('Escape');
  await expect.poll(() => isIn(page, '.monaco-editor')).toBe(true);
  // And out of it again.
  await page.keyboard.press('Control+M');
  await tabTo(page, 'button[title^="Ctrl+Enter"]');
  await page.keyboard.press('Enter');
  await expect.poll(() => isIn(page, '[role=status]'), GRADED).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the first press of Tab offers the way past the navigation, and the focus is seen there', async () => {
  const { page } = await openPage(browser, '/');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  await tabTo(page, 'main');

  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement ?? document.body);
    return { isOutlined: outlineStyle !== 'none' && outlineWidth !== '0px', boxShadow };
  });
  expect(outline.isOutlined || outline.boxShadow !== 'none').toBe(true);
  await page.context().close();
});
