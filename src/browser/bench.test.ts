/** The workbench besides running: hints, earlier versions, the solution, links, files, keys, and its parts on a narrow screen. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './openPage.ts';
import { exerciseFile, exerciseOn, type WorkbenchPage } from './workbenchPage.ts';

const PAGE = '/exercises/hamming';
const STARTER = exerciseFile('hamming', 'starter.ts');
const MINE = '// Mine.\nexport const encode74 = 1;\n';
const GRADED = { timeout: 30_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function openBench(path = PAGE, options: BrowserContextOptions = {}) {
  const opened = await openPage(browser, path, options);
  const workbench = exerciseOn(opened.page, 'hamming');
  await workbench.wake();
  const press = (name: string | RegExp) => workbench.region.getByRole('button', { name }).click();
  return { ...opened, workbench, press, openMenu: () => workbench.region.locator('summary', { hasText: 'More' }).click() };
}

const firstLine = async (workbench: WorkbenchPage): Promise<string> => (await workbench.text()).split('\n')[0] ?? '';
const focusedIn = (page: Page, selector: string) => page.evaluate((at) => document.activeElement?.closest(at) !== null, selector);

test('hints come one at a time', async () => {
  const { page, complaints } = await openPage(browser, PAGE);
  const { region } = exerciseOn(page, 'hamming');
  const hints = region.getByRole('list', { name: 'Hints' }).getByRole('listitem');
  expect(await hints.count()).toBe(0);

  await region.getByRole('button', { name: 'Show a hint' }).click();
  await expect.poll(() => hints.count()).toBe(1);
  await region.getByRole('button', { name: 'Another hint' }).click();
  await expect.poll(() => hints.count()).toBe(2);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('Reset asks, puts the starter back, and can be undone', async () => {
  const { page, complaints, workbench, press } = await openBench();
  await workbench.paste(MINE);

  await press('Reset');
  await press('Keep my code');
  expect(await firstLine(workbench)).toBe('// Mine.');
  await press('Reset');
  await press('Put the starter back');
  await expect.poll(() => firstLine(workbench)).toBe(STARTER.split('\n')[0]);
  await press('Undo reset');
  await expect.poll(() => firstLine(workbench)).toBe('// Mine.');
  expect(await workbench.region.getByRole('button', { name: 'Undo reset' }).count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an earlier version is listed after a run, shown beside mine, and taken back', async () => {
  const { page, complaints, workbench, press, openMenu } = await openBench();
  await workbench.paste(MINE);
  await workbench.run();
  await workbench.summary();
  await workbench.paste('// Another try.\n');

  await openMenu();
  await press(/lines \(at a run\)/);
  const dialog = page.getByRole('dialog', { name: 'Mine and an earlier version' });
  await dialog.locator('.monaco-diff-editor .view-line').first().waitFor();
  await dialog.getByRole('button', { name: 'Take the earlier version' }).click();

  await expect.poll(() => firstLine(workbench)).toBe('// Mine.');
  // What stood there is an earlier version now.
  await workbench.region.getByRole('button', { name: /lines \(before/ }).waitFor();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the solution stands behind a question, and then beside mine', async () => {
  const { page, complaints, press, openMenu } = await openBench();
  await openMenu();
  await press('Compare with the solution');
  const dialog = page.getByRole('dialog', { name: 'Mine and the solution' });
  await dialog.getByText('You have not solved it yet.').waitFor();
  expect(await dialog.locator('.monaco-diff-editor').count()).toBe(0);

  await dialog.getByRole('button', { name: 'Show the solution' }).click();
  await dialog.locator('.monaco-diff-editor .view-line').first().waitFor();
  await dialog.locator('.monaco-diff-editor .line-insert').first().waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await expect.poll(() => dialog.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a link carries code that runs and replaces nothing until it is asked to', async () => {
  const { page, complaints, workbench, press, openMenu } = await openBench();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await workbench.paste(MINE);
  await openMenu();
  await press('Copy link');
  await workbench.region.getByText('The link is copied.').waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(link.hash).toMatch(/^#code=/);
  expect(complaints).toEqual([]);
  await page.context().close();

  const other = await openBench();
  await other.workbench.paste('// A draft of somebody else.\n');
  await expect.poll(() => firstLine(other.workbench)).toContain('somebody else');
  // As following the link does where the page is open already; the next test opens the page with one.
  await other.page.evaluate((hash) => {
    location.hash = hash;
  }, link.hash);
  await other.workbench.region.getByText('It has not run, and your own is as it was.').waitFor();
  expect(await firstLine(other.workbench)).toContain('somebody else');
  expect(await other.workbench.region.locator('[data-verdict]').getAttribute('data-verdict')).toBe('idle');

  await other.press('Look at it');
  const dialog = other.page.getByRole('dialog', { name: 'Mine and the code of the link' });
  await dialog.locator('.monaco-diff-editor .view-line').first().waitFor();
  await dialog.getByRole('button', { name: 'Take the code of the link' }).click();
  await expect.poll(() => firstLine(other.workbench)).toBe('// Mine.');
  expect(new URL(other.page.url()).hash).toBe('');
  await other.openMenu();
  await other.workbench.region.getByRole('button', { name: /lines \(before/ }).waitFor();
  expect(other.complaints).toEqual([]);
  await other.page.context().close();
});

test('a link that was cut off says so, and leaves all as it is', async () => {
  const { page, complaints, workbench, press } = await openBench(`${PAGE}#code=S0otLlZI`);
  const linked = workbench.region.locator('[data-part=linked]');
  await linked.getByText('The link carries code that cannot be read.').waitFor();
  expect(await linked.getByRole('button', { name: 'Look at it' }).count()).toBe(0);
  expect(await firstLine(workbench)).toBe(STARTER.split('\n')[0]);

  await press('Ignore it');
  await expect.poll(() => linked.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('the answer can be had as a file', async () => {
  const { page, complaints, workbench, press, openMenu } = await openBench();
  await workbench.paste(MINE);
  await openMenu();
  const [file] = await Promise.all([page.waitForEvent('download'), press('Download file')]);

  expect(file.suggestedFilename()).toBe('hamming.ts');
  const parts: Buffer[] = [];
  for await (const part of await file.createReadStream()) parts.push(Buffer.from(part));
  expect(Buffer.concat(parts).toString()).toBe(MINE);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('keys run, stop, walk through the failures, list themselves, and lead back to the editor', async () => {
  const { page, complaints, workbench } = await openBench();
  const verdict = (): Promise<string | null> => workbench.region.locator('[data-verdict]').getAttribute('data-verdict');
  // A built-in that no budget of operations can see.
  await workbench.paste(`${STARTER}\n[].indexOf.call({ length: 2 ** 53 - 1 }, 1 as never);\n`);
  await page.keyboard.press('Control+Enter');
  await expect.poll(verdict).toBe('running');
  await page.keyboard.press('Control+.');
  await expect.poll(verdict).toBe('stopped');

  await workbench.paste(STARTER);
  await page.keyboard.press('Control+Enter');
  await expect.poll(verdict, GRADED).toBe('failed');
  await expect.poll(() => focusedIn(page, '[role=status]')).toBe(true);
  const failed = await workbench.region.locator('details[data-status=failed]').evaluateAll((all) => all.map((one) => one.dataset['check']));
  for (const check of [...failed, failed[0]]) {
    await page.keyboard.press('F8');
    expect(await focusedIn(page, `[data-check="${check}"][open] > summary`)).toBe(true);
  }
  await page.keyboard.press('Shift+F8');
  expect(await focusedIn(page, `[data-check="${failed.at(-1)}"] > summary`)).toBe(true);

  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await list.getByText('run the checks').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => list.count()).toBe(0);
  expect(await focusedIn(page, '[data-part=results]')).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => focusedIn(page, '.monaco-editor')).toBe(true);
  // In the editor it is a character.
  await page.keyboard.press('?');
  expect(await list.count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('a narrow screen shows one part at a time', async () => {
  const { page, complaints } = await openPage(browser, PAGE, { viewport: { width: 390, height: 800 } });
  const { region } = exerciseOn(page, 'hamming');
  const tabs = region.getByRole('navigation', { name: 'Parts of the workbench' });
  const isSeen = async () => ({
    task: await region.getByRole('button', { name: 'Show a hint' }).isVisible(),
    code: await region.getByRole('button', { name: 'Reset' }).isVisible(),
    results: await region.getByRole('heading', { name: 'Results' }).isVisible(),
  });

  await expect.poll(isSeen).toEqual({ task: true, code: false, results: false });
  await tabs.getByRole('button', { name: 'Code' }).click();
  await expect.poll(isSeen).toEqual({ task: false, code: true, results: false });
  await region.locator('.monaco-editor .view-line').first().waitFor();
  await region.getByRole('button', { name: 'Run' }).click();
  await expect.poll(isSeen).toEqual({ task: false, code: false, results: true });
  await expect.poll(() => tabs.innerText(), GRADED).toMatch(/\d+ failed/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
  await page.context().close();
});
