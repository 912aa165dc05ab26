/** What a learner does at a workbench, as a test does it. */
import type { Locator, Page } from 'playwright-core';

export interface WorkbenchPage {
  readonly region: Locator;
  /** Wakes the editor and waits until it can be written in. */
  wake(): Promise<void>;
  /** Replaces the whole answer, exactly, as pasting does. */
  paste(source: string): Promise<void>;
  run(): Promise<void>;
  /** Waits for the end of a grading. Answers its summary. */
  summary(): Promise<string>;
  check(id: string): Locator;
}

export function workbenchOn(page: Page, title: string): WorkbenchPage {
  const region = page.getByRole('region', { name: `Workbench: ${title}` });
  const editor = region.getByRole('textbox', { name: 'Your answer' });
  const status = region.getByRole('status').filter({ hasText: /points|could not be graded|stopped/i });
  return {
    region,
    async wake() {
      await region.scrollIntoViewIfNeeded();
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
    async summary() {
      await status.waitFor();
      return status.innerText();
    },
    check: (id) => region.locator(`[data-check="${id}"]`),
  };
}
