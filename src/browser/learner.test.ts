/** A learner reads two lessons, solves the exercise in each, and finds both marked. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, openPage, untilAnswers } from './openPage.ts';
import { exerciseFile, exerciseOn } from './workbenchPage.ts';

const LESSONS = [
  { lesson: 'commit-recovery', exercise: 'commit-participant' },
  { lesson: 'information-redundancy', exercise: 'hamming' },
];
const GRADED = { timeout: 90_000 };
const READ = { timeout: 15_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function solve(page: Page, exercise: string): Promise<void> {
  const workbench = exerciseOn(page, exercise);
  await workbench.wake();
  await workbench.paste(exerciseFile(exercise, 'solution.ts'));
  await workbench.run();
  await expect.poll(() => workbench.summary(), GRADED).toContain('100 of 100 points');
}

async function readToTheEnd(page: Page): Promise<void> {
  for (const heading of await page.locator('.theme-doc-markdown > h2').all()) await heading.scrollIntoViewIfNeeded();
  await page.getByRole('navigation', { name: 'Docs pages' }).scrollIntoViewIfNeeded();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
}

test('two lessons are read, their exercises solved, and the map and the sidebar say so', async () => {
  const { page, complaints } = await openPage(browser, '/lessons');
  const ofSidebar = (lesson: string) => page.locator(`.theme-doc-sidebar-menu a[href="/lessons/${lesson}"]`);
  const ofMap = (kind: string, id: string) => page.locator(`main [data-${kind}="${id}"]`);

  for (const { lesson, exercise } of LESSONS) {
    await ofSidebar(lesson).locator('[data-stage=untouched]').waitFor();
    await ofSidebar(lesson).click();
    await page.waitForURL(`**/lessons/${lesson}`);
    await solve(page, exercise);
    await readToTheEnd(page);
    await expect.poll(() => ofSidebar(lesson).innerText(), READ).toContain('finished');
  }

  await page.goto(`${inject('siteUrl')}/progress`);
  await untilAnswers(page);
  for (const { lesson, exercise } of LESSONS) {
    await expect.poll(() => ofMap('lesson', lesson).innerText()).toContain('finished');
    await expect.poll(() => ofMap('exercise', exercise).innerText()).toContain('solved');
    expect(await ofMap('exercise', exercise).getAttribute('data-stage')).toBe('done');
  }
  expect(await page.locator('main').innerText()).toMatch(/2 of \d+ lessons finished · 2 of \d+ exercises solved · 200 of/);
  expect(complaints).toEqual([]);
  await page.context().close();
});
