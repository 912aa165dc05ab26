/** axe finds nothing to complain about on any kind of page, light and dark, wide and narrow. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, openPage } from './openPage.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGES = ['/', '/lessons/information-redundancy', '/exercises', '/exercises/hamming'];
const SCHEMES = ['light', 'dark'] as const;
const WIDTHS = [1440, 390];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const cases = PAGES.flatMap((path) => SCHEMES.flatMap((scheme) => WIDTHS.map((width) => [path, scheme, width] as const)));

test.each(cases)('%s, %s, %i pixels wide', async (path, colorScheme, width) => {
  const { page, complaints } = await openPage(browser, path, { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  await page.waitForLoadState('networkidle');
  // The whole page, the workbench awake.
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(500);
  await page.waitForLoadState('networkidle');
  await page.evaluate(axe);

  const violations = await page.evaluate(async () => {
    const { axe: run } = window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } };
    const results = await run.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return results.violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .map((node) => node.html)
          .join(' | ')
          .slice(0, 600)}`,
    );
  });

  expect(violations).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});
