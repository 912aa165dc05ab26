/** Every figure of every lesson, on a narrow screen: answers the keyboard, can be put back, is not wider than the screen, with and without motion. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comeTo } from './comeTo.ts';
import { LESSONS } from './lessons.ts';
import { launch, openPage } from './openPage.ts';

/** What Tab leads to and can be acted on: of radio buttons the one that is chosen. */
const CONTROLS = [
  'button:not([aria-disabled=true], :disabled)',
  'input:not([type=radio], :disabled)',
  'input[type=radio]:checked:not(:disabled)',
  'select:not(:disabled)',
].join();
/** The way back to the start. */
const RESET = 'Start again';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** All that can be seen of a figure. */
function looks(figure: Locator): Promise<string> {
  return figure.evaluate((element) =>
    [
      element.outerHTML,
      ...[...element.querySelectorAll('input')].map(({ value, checked }) => `${value} ${checked}`),
      ...[...element.querySelectorAll('select')].map(({ value }) => value),
    ].join('\n'),
  );
}

/** The key with which the keyboard changes a control. */
function keyFor(control: Locator): Promise<string> {
  return control.evaluate((element) => {
    if (element instanceof HTMLButtonElement) return 'Enter';
    if (!(element instanceof HTMLInputElement)) return 'ArrowDown';
    if (element.type === 'range') return element.value === element.max ? 'ArrowLeft' : 'ArrowRight';
    return element.type === 'radio' ? 'ArrowDown' : ' ';
  });
}

async function answersTheKeyboard(page: Page, figure: Locator): Promise<void> {
  const sentence = figure.locator('[aria-live]').last();
  const begun = await sentence.innerText();
  expect(begun).not.toBe('');
  const control = figure.locator(CONTROLS).filter({ visible: true, hasNotText: RESET }).first();
  await control.focus();
  const before = await looks(figure);
  await page.keyboard.press(await keyFor(control));
  await expect.poll(() => looks(figure)).not.toBe(before);

  await figure.getByRole('button', { name: RESET }).press('Enter');
  await expect.poll(() => sentence.innerText()).toBe(begun);
}

const excess = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test.each(LESSONS)('the figures of %s', async (lesson) => {
  const { page, complaints } = await openPage(browser, `/lessons/${lesson}`, { viewport: { width: 390, height: 800 } });
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion });
    const figures = await page.locator('[id^=figure-]').all();
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) {
      await comeTo(figure);
      await answersTheKeyboard(page, figure);
    }
    expect(await excess(page)).toBeLessThanOrEqual(0);
  }
  expect(complaints).toEqual([]);
  await page.context().close();
});
