/** A failing run in the page: its diagram opens where the promise breaks, the keys walk through it, and other turns lead elsewhere. */
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './openPage.ts';
import { exerciseFile, exerciseOn } from './workbenchPage.ts';

/** It believes the first reply, whoever sends it. */
const MUTANT = exerciseFile('k-fault-voting', 'mutants/first-reply.ts');
const CHECK = 'masked';
const GRADED = { timeout: 60_000 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The page of the exercise, with the failing run open. */
async function failingRun() {
  const opened = await openPage(browser, '/exercises/k-fault-voting');
  const workbench = exerciseOn(opened.page, 'k-fault-voting');
  await workbench.wake();
  await workbench.paste(MUTANT);
  await workbench.run();
  const run = workbench.check(CHECK).locator('[data-part=run]');
  await run.waitFor(GRADED);
  const diagram = run.locator('[data-part=diagram]');
  return { ...opened, run, diagram, steps: Number(await diagram.getAttribute('data-steps')) };
}

const stepOf = async (diagram: Locator): Promise<number> => Number(await diagram.getAttribute('data-step'));
const sentenceOf = (diagram: Locator): Promise<string> => diagram.locator('p[aria-live]').innerText();

test('a failing run is open at the violation, and the keys alone walk to its beginning and back', async () => {
  const { page, complaints, diagram, steps } = await failingRun();
  expect(steps).toBeGreaterThan(3);
  expect(await stepOf(diagram)).toBe(steps);
  expect(await sentenceOf(diagram)).toContain(`${CHECK} is broken`);

  await diagram.getByRole('region', { name: 'the picture' }).focus();
  for (let step = steps - 1; step >= 0; step -= 1) {
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => stepOf(diagram)).toBe(step);
  }
  expect(await sentenceOf(diagram)).toContain('Before the first');
  for (let step = 1; step <= steps; step += 1) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => stepOf(diagram)).toBe(step);
  }
  expect(await sentenceOf(diagram)).toContain(`${CHECK} is broken`);

  // The slider has the same keys.
  await diagram.getByRole('slider', { name: 'Step' }).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => stepOf(diagram)).toBe(0);
  await page.keyboard.press('End');
  await expect.poll(() => stepOf(diagram)).toBe(steps);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('other turns lead to a run that ends well and to one that breaks too, and the way back leads to the original', async () => {
  const { page, complaints, run, diagram, steps } = await failingRun();
  const whatIf = run.locator('[data-part=what-if]');
  const outcome = run.getByRole('status');
  const slider = diagram.getByRole('slider', { name: 'Step' });
  const take = (words: RegExp) => whatIf.getByRole('button', { name: words }).first().click();

  await whatIf.locator('summary').click();
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => whatIf.innerText()).toContain('(This is what happened.)');
  await take(/nothing goes wrong any more/);
  await expect.poll(() => outcome.innerText()).toContain('This run is over, and the promise holds in it.');
  expect(await run.getAttribute('data-branched')).toBe('true');

  await outcome.getByRole('button', { name: 'Back to the original run' }).click();
  await expect.poll(() => run.getAttribute('data-branched')).toBe('false');
  expect(await outcome.count()).toBe(0);
  // At the step where it was left.
  expect(await stepOf(diagram)).toBe(0);

  await slider.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => stepOf(diagram)).toBe(steps - 1);
  // The lie itself arrives next.
  await take(/REPLY .* arrives/);
  await expect.poll(() => outcome.innerText()).toContain('It breaks here too');
  await outcome.getByRole('button', { name: 'Back to the original run' }).click();
  await expect.poll(() => run.getAttribute('data-branched')).toBe('false');
  expect(complaints).toEqual([]);
  await page.context().close();
});
