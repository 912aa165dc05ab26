/** A learner at the workbench of the lesson on Hamming codes. */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './openPage.ts';
import { workbenchOn } from './workbenchPage.ts';

const LESSON = '/lessons/information-redundancy';
const TITLE = 'Hamming (7,4) and SECDED';
const read = (name: string): string => readFileSync(new URL(`../../exercises/hamming/${name}`, import.meta.url), 'utf8');

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a wrong decoder fails the right check with the wrong call, then the solution has 100 points', async () => {
  const { page, complaints } = await openPage(browser, LESSON);
  const workbench = workbenchOn(page, TITLE);
  await workbench.wake();

  await workbench.paste(read('mutants/off-by-one.ts'));
  await workbench.run();
  await workbench.summary();
  const failed = workbench.check('correct-single');

  expect(await failed.getAttribute('data-status')).toBe('failed');
  expect(await workbench.check('encode').getAttribute('data-status')).toBe('passed');
  expect(await failed.innerText()).toContain("decode74('0100000')");

  await workbench.paste(read('solution.ts'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => workbench.summary(), { timeout: 20_000 }).toContain('100 of 100 points');
  expect(complaints).toEqual([]);
});

test('an endless loop is stopped, and Run works again', async () => {
  const { page, complaints } = await openPage(browser, LESSON);
  const workbench = workbenchOn(page, TITLE);
  await workbench.wake();

  // A built-in that no budget of operations can see: only Stop or the switch ends it.
  await workbench.paste(`${read('solution.ts')}\n[].indexOf.call({ length: 2 ** 53 - 1 }, 1 as never);\n`);
  await workbench.run();
  const stop = workbench.region.getByRole('button', { name: 'Stop' });
  await expect.poll(() => stop.isEnabled()).toBe(true);
  await stop.click();
  await workbench.paste(read('solution.ts'));
  await workbench.run();

  await expect.poll(() => workbench.summary(), { timeout: 20_000 }).toContain('100 of 100 points');
  expect(complaints).toEqual([]);
});

test('an endless loop of the learner’s own ends by itself with a sentence', async () => {
  const { page, complaints } = await openPage(browser, LESSON);
  const workbench = workbenchOn(page, TITLE);
  await workbench.wake();

  await workbench.paste(
    read('solution.ts').replace('const position = syndrome(bits);\n  if', 'for (;;) {}\n  const position = syndrome(bits);\n  if'),
  );
  await workbench.run();
  await workbench.summary();

  expect(await workbench.check('correct-single').innerText()).toContain('did not end within');
  expect(complaints).toEqual([]);
});

test('the draft is there after a reload, and Reset brings the starter back only when confirmed', async () => {
  const { page, complaints } = await openPage(browser, LESSON);
  const workbench = workbenchOn(page, TITLE);
  await workbench.wake();
  await workbench.paste(read('solution.ts'));
  await page.waitForTimeout(600);

  await page.reload();
  await workbench.wake();
  await workbench.run();

  await expect.poll(() => workbench.summary(), { timeout: 20_000 }).toContain('100 of 100 points');
  expect(complaints).toEqual([]);
});

test('a source that cannot be graded names the place', async () => {
  const { page, complaints } = await openPage(browser, LESSON);
  const workbench = workbenchOn(page, TITLE);
  await workbench.wake();

  await workbench.paste("import fs from 'fs';\nexport const encode74 = 1;\n");
  await workbench.run();
  await workbench.summary();

  expect(await workbench.region.innerText()).toMatch(/E_IMPORT/);
  expect(complaints).toEqual([]);
});

test('the starter is readable without JavaScript', async () => {
  const { page } = await openPage(browser, LESSON, { javaScriptEnabled: false });

  expect(await page.locator('body').innerText()).toContain('export function decode84(word: string): Decoded84');
});
