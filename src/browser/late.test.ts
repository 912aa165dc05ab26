/** Figures and workbenches of a lesson are fetched when the reader comes near, and whatever is done before they answer is not lost. */
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { comeTo } from './comeTo.ts';
import { launch, openPage, untilAnswers } from './openPage.ts';

const LESSON = '/lessons/information-redundancy';
/** Far down the page. */
const LATE = '#figure-burst';
const SCRIPTS = '**/assets/js/*';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function openLesson() {
  const opened = await openPage(browser, LESSON);
  await opened.page.waitForLoadState('networkidle');
  return { ...opened, figure: opened.page.locator(LATE) };
}

const focusedIn = (page: Page, selector: string) => page.evaluate((at) => document.activeElement?.closest(at) !== null, selector);

test('a figure far down costs nothing before the reader is near, and stands as large as after', async () => {
  const { page, figure, complaints } = await openLesson();
  const scripts: string[] = [];
  page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
  const before = await figure.boundingBox();

  await page.waitForTimeout(500);
  expect(scripts).toEqual([]);
  await comeTo(figure);

  await expect.poll(() => scripts.length).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  expect((await figure.boundingBox())?.height).toBe(before?.height);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('what is done with a figure before it answers is done when it does', async () => {
  const { page, figure, complaints } = await openLesson();
  const held: Route[] = [];
  let isHeld = true;
  await page.route(SCRIPTS, (route) => (isHeld ? void held.push(route) : route.continue()));
  const sentence = figure.locator('[aria-live]').last();
  const begun = await sentence.innerText();

  const control = figure.locator('button, input').first();
  await control.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  expect(await sentence.innerText()).toBe(begun);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  isHeld = false;
  for (const route of held) await route.continue();

  await expect.poll(() => sentence.innerText()).not.toBe(begun);
  expect(await focusedIn(page, LATE)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a figure that cannot be fetched can be read, says so, and is tried again', async () => {
  const { page, figure } = await openLesson();
  await page.route(SCRIPTS, (route) => route.abort());
  const begun = await figure.innerText();

  await figure.evaluate((element) => element.scrollIntoView());
  await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).first().waitFor();
  expect(await figure.innerText()).toBe(begun);
  await page.unroute(SCRIPTS);
  await figure.locator('xpath=../following-sibling::p[1]').getByRole('button', { name: 'Try again' }).click();

  await figure.getByRole('button', { name: /^Word 1, bit 2/ }).click();
  await expect.poll(() => figure.innerText()).not.toBe(begun);
  await page.context().close();
});

test('the pages that links in view lead to are fetched ahead', async () => {
  const { page, complaints } = await openLesson();

  await expect.poll(() => page.locator('link[rel="prefetch"]').count()).toBeGreaterThan(0);

  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each([
  { what: 'a figure', path: '/', pressed: 'Crash coordinator', seen: 'button:has-text("Let coordinator recover")' },
  { what: 'another part of the page', path: LESSON, pressed: 'On this page', seen: '.theme-doc-toc-mobile a' },
])('what is done with $what before the page answers at all is done when it does', async ({ path, pressed, seen }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const held: Route[] = [];
  let isHeld = true;
  await page.route(SCRIPTS, (route) => (isHeld ? void held.push(route) : route.continue()));
  await page.goto(`${inject('siteUrl')}${path}`, { waitUntil: 'commit' });

  await page.getByRole('button', { name: pressed }).click();
  await expect.poll(() => held.length).toBeGreaterThan(0);
  expect(await page.locator(seen).filter({ visible: true }).count()).toBe(0);
  isHeld = false;
  for (const route of held) await route.continue();

  await page.locator(seen).filter({ visible: true }).first().waitFor();
  await context.close();
});

test('what React hears of while it takes the page over is done once', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const { addEventListener } = EventTarget.prototype;
    let isPressed = false;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: Parameters<typeof addEventListener>) {
      addEventListener.apply(this, args);
      if (isPressed || args[0] !== 'click' || !(this instanceof Element) || this.id !== '__docusaurus') return;
      isPressed = true;
      queueMicrotask(() => document.querySelector<HTMLElement>('.theme-doc-toc-mobile button')?.click());
    };
  });
  await page.goto(`${inject('siteUrl')}${LESSON}`);
  await untilAnswers(page);

  await page.locator('.theme-doc-toc-mobile a').first().waitFor();
  expect(await page.evaluate(() => window.earlyDeeds)).toBeUndefined();
  await context.close();
});
