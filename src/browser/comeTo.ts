/** Scrolling to a part of a page as a reader does. */
import type { Locator } from 'playwright-core';

/** Answers once it answers: what comes late takes the place of what stood there to be read. */
export async function comeTo(part: Locator): Promise<void> {
  await part.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await part.locator('xpath=ancestor::*[@data-late="waiting"]').waitFor({ state: 'detached' });
  await part.scrollIntoViewIfNeeded();
}
