/** What a learner does at a workbench, as a test does it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { comeTo } from './comeTo.ts';

export interface WorkbenchPage {
  readonly region: Locator;
  /** Wakes the editor and waits until it can be written in. */
  wake(): Promise<void>;
  /** Replaces the whole answer, exactly, as pasting does. */
  paste(source: string): Promise<void>;
  run(): Promise<void>;
  /** What stands in the editor: all of a short text, the beginning of a long one. */
  text(): Promise<string>;
  /** Waits for the end of a grading. Answers its summary. */
  summary(): Promise<string>;
  check(id: string): Locator;
}

/** A file of an exercise: `solution.ts`, `mutants/off-by-one.ts`. */
export function exerciseFile(exercise: string, name: string): string {
  return readFileSync(new URL(`../../exercises/${exercise}/${name}`, import.meta.url), 'utf8');
}

export function workbenchOn(page: Page, title: string): WorkbenchPage {
  return workbenchIn(page, page.getByRole('region', { name: `Workbench: ${title}` }));
}

/** The workbench of an exercise, by its id. */
export function exerciseOn(page: Page, exercise: string): WorkbenchPage {
  return workbenchIn(page, page.locator(`section[data-exercise="${exercise}"]`));
}

function workbenchIn(page: Page, region: Locator): WorkbenchPage {
  const editor = region.getByRole('textbox', { name: 'Your answer' });
  const status = region.getByRole('status').filter({ hasText: /points|could not be graded|stopped/i });
  return {
    region,
    async wake() {
      await comeTo(region);
      await region.locator('.monaco-editor .view-line').first().waitFor();
      await editor.waitFor({ state: 'attached' });
    },
    async paste(source) {
      await editor.focus();
      await page.keyboard.press('ControlOrMeta+A');
      await page.evaluate((text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, source);
    },
    async run() {
      await region.getByRole('button', { name: 'Run' }).click();
    },
    async text() {
      const lines = await region.locator('.monaco-editor .view-lines').first().innerText();
      return lines.replaceAll('\u00a0', ' ');
    },
    async summary() {
      await status.waitFor();
      return status.innerText();
    },
    check: (id) => region.locator(`[data-check="${id}"]`),
  };
}
