/** After one visit the course works without a network, and a new version of it waits until it is asked for. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveCourse, type CourseServer } from './courseServer.ts';
import { launch, openPage, untilAnswers } from './openPage.ts';
import { workbenchOn } from './workbenchPage.ts';

const LESSON = '/lessons/information-redundancy';
const KEPT_MS = 60_000;
const BUSY_MS = 8_000;
const SOON = { timeout: 30_000 };
const WITH_WORKER: BrowserContextOptions = { serviceWorkers: 'allow' };
const solution = readFileSync(new URL('../../exercises/hamming/solution.ts', import.meta.url), 'utf8');

let browser: Browser;
let course: CourseServer;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());
beforeEach(async () => {
  course = await serveCourse();
});
afterEach(() => course.stop());

const visit = (path: string) => openPage(browser, path, { ...WITH_WORKER, site: course.url });
const notice = (page: Page, news: string) => page.locator(`[data-offline=${news}]`);

test('one visit to the front page is enough to read, write, run and search without a network', async () => {
  const { page, complaints } = await visit('/');
  await notice(page, 'kept').waitFor({ timeout: KEPT_MS });
  expect(await notice(page, 'kept').innerText()).toContain('without a network');
  await course.stop();

  // An address with the state of a figure in it.
  await page.goto(`${course.url}${LESSON}?word=0110111`);
  await untilAnswers(page);
  expect(await page.locator('h1').innerText()).toBe('Information redundancy');
  expect(await notice(page, 'kept').count()).toBe(0);

  const workbench = workbenchOn(page, 'Hamming (7,4) and SECDED');
  await workbench.wake();
  await workbench.paste(solution);
  await workbench.run();
  await expect.poll(() => workbench.summary(), SOON).toContain('100 of 100 points');

  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('syndrome');
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /› The syndrome is an address/ })
    .click();
  await page.waitForURL(`**${LESSON}#the-syndrome-is-an-address`);

  await page.goto(`${course.url}/lessons/no-such-lesson`);
  expect(await page.locator('h1').innerText()).toContain('no page here');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a new version is offered at each visit, and taken only when asked for', async () => {
  const { page } = await visit(LESSON);
  await notice(page, 'kept').waitFor({ timeout: KEPT_MS });
  const isNew = async (on: Page): Promise<boolean> => (await on.content()).includes('content="Faultline 2"');
  course.change(`${LESSON}/index.html`, (html) => html.replace(/(<meta name="?generator"? content=)"[^"]*"/, '$1"Faultline 2"'));
  course.change('/sw.js', (code) => code.replace(/("?url"?:"lessons\/information-redundancy\/index\.html","?revision"?:")[^"]*/, '$1two'));

  await page.reload();
  await notice(page, 'newer').waitFor({ timeout: KEPT_MS });
  expect(await notice(page, 'newer').innerText()).toContain('A new version of the course is here.');
  await notice(page, 'newer').getByRole('button', { name: 'Later' }).click();
  expect(await notice(page, 'newer').count()).toBe(0);
  expect(await isNew(page)).toBe(false);

  await page.reload();
  await notice(page, 'newer').waitFor({ timeout: KEPT_MS });
  expect(await isNew(page)).toBe(false);
  const other = await page.context().newPage();
  await other.goto(`${course.url}${LESSON}`);
  await notice(other, 'newer').waitFor({ timeout: KEPT_MS });
  expect(await isNew(other)).toBe(false);
  // A third tab has so much to do that it looks for news only when all is over.
  const busy = await page.context().newPage();
  await busy.addInitScript((ms) => {
    window.requestIdleCallback = (work) => Number(setTimeout(work, ms));
  }, BUSY_MS);
  await busy.goto(`${course.url}${LESSON}`);
  await untilAnswers(busy);

  await notice(page, 'newer').getByRole('button', { name: 'Take it now' }).click();
  await expect.poll(() => isNew(page).catch(() => false), SOON).toBe(true);
  await page.waitForLoadState();
  expect(await notice(page, 'newer').count()).toBe(0);

  // The other tab keeps what it shows until it is told to load.
  await notice(other, 'taken-elsewhere').waitFor();
  expect(await isNew(other)).toBe(false);
  await notice(other, 'taken-elsewhere').getByRole('button', { name: 'Load it here too' }).click();
  await expect.poll(() => isNew(other).catch(() => false), SOON).toBe(true);
  await notice(busy, 'taken-elsewhere').waitFor(SOON);
  expect(await isNew(busy)).toBe(false);
  await page.context().close();
});

test('where the service worker cannot be installed, the course is as ever', async () => {
  course.change('/sw.js', () => 'this is no worker (');
  const { page, complaints } = await visit(LESSON);
  await page.waitForTimeout(3000);

  expect(await page.locator('[data-offline]').count()).toBe(0);
  await page.getByRole('link', { name: 'Exercises', exact: true }).click();
  await page.waitForURL('**/exercises');
  expect(complaints).toEqual([]);
  await page.context().close();
});
