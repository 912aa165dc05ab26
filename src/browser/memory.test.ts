/** What the page keeps of a learner: as a file and back, in two tabs, through a new starter, and where the browser refuses. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, openPage, untilAnswers } from './openPage.ts';
import { exerciseFile, exerciseOn, type WorkbenchPage } from './workbenchPage.ts';

const PAGE = '/exercises/hamming';
const STARTER = exerciseFile('hamming', 'starter.ts');
const SOLUTION = exerciseFile('hamming', 'solution.ts');
const GRADED = { timeout: 30_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${inject('siteUrl')}${path}`);
  await untilAnswers(page);
};
const firstLine = async (workbench: WorkbenchPage): Promise<string> => (await workbench.text()).split('\n')[0] ?? '';
const notice = (workbench: WorkbenchPage, kind: string) => workbench.region.locator(`[data-notice="${kind}"]`);

/** The draft that the browser keeps, as it stands in its database; undefined before there is a database, too. */
function keptDraft(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    // Opening it would make it.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'faultline')) return undefined;
    return new Promise<string | undefined>((resolve) => {
      const opening = indexedDB.open('faultline');
      opening.addEventListener('success', () => {
        const reading = opening.result.transaction('drafts').objectStore('drafts').get('hamming');
        reading.addEventListener('success', () => {
          opening.result.close();
          resolve(reading.result?.source);
        });
      });
    });
  });
}

async function paste(workbench: WorkbenchPage, page: Page, source: string): Promise<void> {
  await workbench.paste(source);
  await expect.poll(() => keptDraft(page)).toBe(source);
}

test('what was saved as a file comes back after all was forgotten', async () => {
  const { page, complaints } = await openPage(browser, '/lessons/information-redundancy');
  const workbench = exerciseOn(page, 'hamming');
  await workbench.wake();
  await paste(workbench, page, SOLUTION);
  await workbench.run();
  await expect.poll(() => workbench.summary(), GRADED).toContain('100 of 100 points');
  const question = page.locator('form[id="information-redundancy/1"]');
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Answer' }).click();
  const judged = await question.locator('[data-right]').innerText();

  await go(page, '/progress');
  const totals = page.locator('main p').filter({ hasText: 'exercises solved' }).first();
  await expect.poll(() => totals.innerText()).toMatch(/ 1 of \d+ exercises solved · 100 of/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save my progress as a file' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^faultline-progress-.*\.json$/);
  const path = await file.path();

  await page.getByRole('button', { name: 'Forget everything …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget everything' }).click();
  await page.getByText('Everything is forgotten.').waitFor();
  await expect.poll(() => totals.innerText()).toMatch(/ 0 of \d+ exercises solved · 0 of/);
  expect(await keptDraft(page)).toBe(undefined);

  await page.getByLabel('Bring in a file').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: readFileSync(path) });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await page.getByText('Done. What was in the file is here now').waitFor();
  await expect.poll(() => totals.innerText()).toMatch(/ 1 of \d+ exercises solved · 100 of/);

  await go(page, '/lessons/information-redundancy');
  await expect.poll(() => question.locator('[data-right]').innerText()).toBe(judged);
  await workbench.wake();
  await expect.poll(() => firstLine(workbench)).toBe(SOLUTION.split('\n')[0]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test.each([
  ['that is no JSON', '{"schema": "faultline-prog', 'This is not a JSON file, or it was cut off.'],
  ['of something else', '{"schema": "recipes/7"}', 'This is not a progress file that this version of Faultline can read'],
  ['with a part missing', '{"schema": "faultline-progress/1", "drafts": [{}]}', 'Nothing was changed.'],
])('a file %s is refused in a sentence', async (_what, text, sentence) => {
  const { page, complaints } = await openPage(browser, '/progress');
  await page.getByLabel('Bring in a file').setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(text) });

  await page.getByText(sentence).waitFor();
  expect(await page.getByRole('button', { name: 'Bring it in' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a tab in which nothing waits follows another', async () => {
  const { page, complaints } = await openPage(browser, PAGE);
  const other = await page.context().newPage();
  await go(other, PAGE);
  const [here, there] = [exerciseOn(page, 'hamming'), exerciseOn(other, 'hamming')];
  await Promise.all([here.wake(), there.wake()]);

  await here.paste('// Written here.\n');
  await notice(there, 'followed').waitFor();
  await expect.poll(() => firstLine(there)).toBe('// Written here.');
  await notice(there, 'followed').getByRole('button', { name: 'All right' }).click();
  await there.paste('// Written there.\n');
  await notice(here, 'followed').waitFor();
  await expect.poll(() => firstLine(here)).toBe('// Written there.');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('two tabs that write at once lose nothing', async () => {
  const { page, complaints } = await openPage(browser, PAGE);
  const other = await page.context().newPage();
  // In that tab a burst of keys takes long to come to rest: it does not write before the first one has.
  await other.addInitScript(() => {
    const setTimer = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (handler: () => void, ms?: number, ...rest: unknown[]) => setTimer(handler, ms === 200 ? 3000 : ms, ...rest),
    });
  });
  await go(other, PAGE);
  const [here, there] = [exerciseOn(page, 'hamming'), exerciseOn(other, 'hamming')];
  await Promise.all([here.wake(), there.wake()]);

  await there.paste('// Written there.\n');
  await paste(here, page, '// Written here.\n');
  await notice(there, 'kept-both').waitFor();
  expect(await firstLine(there)).toBe('// Written there.');
  await expect.poll(() => firstLine(here)).toBe('// Written there.');

  await notice(there, 'kept-both').locator('summary').click();
  expect(await notice(there, 'kept-both').innerText()).toContain('// Written here.');
  await page.bringToFront();
  await here.region.locator('summary', { hasText: 'More' }).click();
  await here.region.getByRole('button', { name: /from another tab/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the earlier version' }).click();
  await expect.poll(() => firstLine(here)).toBe('// Written here.');
  expect(complaints).toEqual([]);
  await page.context().close();
});

const OLD_DRAFT = {
  exercise: 'hamming',
  source: '// Of last year.\n',
  starter: '0123456789abcdef0123456789abcdef',
  edits: 3,
  tab: 'old',
  at: 1,
};

/** A page of the exercise with a draft that began from another starter. */
async function withOldDraft() {
  const opened = await openPage(browser, '/progress');
  // By now the page has read its progress, so its database is there.
  await opened.page.getByText(/ 0 of \d+ exercises solved/).waitFor();
  await opened.page.evaluate(
    (draft) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('faultline');
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('drafts', 'readwrite');
          writing.objectStore('drafts').put(draft, draft.exercise);
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    OLD_DRAFT,
  );
  await go(opened.page, PAGE);
  const workbench = exerciseOn(opened.page, 'hamming');
  await workbench.wake();
  await notice(workbench, 'new-starter').waitFor();
  return { ...opened, workbench };
}

test('who began from an older starter may keep the draft and is asked once', async () => {
  const { page, complaints, workbench } = await withOldDraft();
  expect(await firstLine(workbench)).toBe('// Of last year.');

  await notice(workbench, 'new-starter').getByRole('button', { name: 'Keep mine' }).click();
  await expect.poll(() => notice(workbench, 'new-starter').count()).toBe(0);
  await workbench.paste('// Of this year.\n');
  await expect.poll(() => keptDraft(page)).toBe('// Of this year.\n');
  await page.reload();
  await workbench.wake();
  await expect.poll(() => firstLine(workbench)).toBe('// Of this year.');
  expect(await notice(workbench, 'new-starter').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('who takes the new starter finds the old draft among the earlier versions', async () => {
  const { page, complaints, workbench } = await withOldDraft();

  await notice(workbench, 'new-starter').getByRole('button', { name: 'Show the new starter' }).click();
  await expect.poll(() => firstLine(workbench)).toBe(STARTER.split('\n')[0]);
  await workbench.region.locator('summary', { hasText: 'More' }).click();
  await workbench.region.getByRole('button', { name: /before the new starter/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the earlier version' }).click();
  await expect.poll(() => firstLine(workbench)).toBe('// Of last year.');
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a browser that stores nothing is told, and Run works', async () => {
  const { page, complaints } = await openPage(browser, '/');
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The user denied permission to access the database.', 'SecurityError');
    };
  });
  await go(page, PAGE);
  const workbench = exerciseOn(page, 'hamming');
  await workbench.wake();
  await notice(workbench, 'not-kept').getByText('this browser does not let the page store anything').waitFor();

  await workbench.paste(SOLUTION);
  await workbench.run();
  await expect.poll(() => workbench.summary(), GRADED).toContain('100 of 100 points');
  expect(await notice(workbench, 'not-kept').getByRole('button', { name: 'Download my code' }).count()).toBe(1);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('where the code editor does not load there is a plain one, and Run works', async () => {
  const folder = new URL('../../build/assets/js/', import.meta.url);
  const chunks = readdirSync(folder).filter(
    (name) => name.endsWith('.js') && readFileSync(new URL(name, folder), 'utf8').includes('faultline.run'),
  );
  expect(chunks.length).toBeGreaterThan(0);
  const { page, complaints } = await openPage(browser, '/exercises');
  for (const chunk of chunks) await page.route(`**/${chunk}`, (route) => route.abort());
  await page.locator('main').getByRole('link', { name: 'Hamming (7,4) and SECDED' }).click();
  const { region, summary } = exerciseOn(page, 'hamming');
  await page.locator('section[data-exercise=hamming][data-editor=plain]').waitFor();

  await region.getByText('The code editor could not be loaded').waitFor();
  await region.getByRole('textbox', { name: 'Your answer' }).fill(SOLUTION);
  await region.getByRole('button', { name: 'Run' }).click();
  await expect.poll(summary, GRADED).toContain('100 of 100 points');
  expect(await keptDraft(page)).toBe(SOLUTION);
  // The browser itself says that it did not get the file.
  expect(complaints.filter((complaint) => !complaint.includes('net::ERR_FAILED'))).toEqual([]);
  await page.context().close();
});
