// npm run screenshots: the front page, the map, a lesson, a figure and a failing exercise, as readers see them, wide and narrow, light and dark.
// They are written to node_modules/.faultline/screenshots; those that the README shows, to static/img. Look at them.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBuiltSite } from './bench/builtSite.mjs';
import { buildSite, install, ROOT } from './install.mjs';

const WRONG = readFileSync(join(ROOT, 'exercises/commit-participant/mutants/changes-its-mind.ts'), 'utf8').replace(/^\/\/ MUTANT.*\n/, '');
const FOLDER = join(ROOT, 'node_modules', '.faultline', 'screenshots');
const FOR_README = { 'front-1440-light': 'front.png', 'exercise-1440-light': 'workbench.png' };

const SUBJECTS = {
  async front(page, url) {
    await page.goto(url);
    await page.getByRole('button', { name: 'Crash coordinator' }).click();
    await page.locator('[data-news=blocked]').waitFor({ timeout: 60_000 });
    await page.getByText(/Faultline has just visited/).waitFor({ timeout: 60_000 });
  },
  async map(page, url) {
    await page.goto(`${url}/progress`);
    await page.locator('[data-lesson]').first().waitFor();
  },
  async lesson(page, url) {
    await page.goto(`${url}/lessons/commit-recovery`);
  },
  async figure(page, url) {
    await page.goto(`${url}/lessons/commit-recovery`);
    const figure = page.locator('[id^=figure-]').first();
    await figure.evaluate((element) => element.scrollIntoView());
    await page.locator('[data-late=live]').filter({ has: figure }).waitFor();
  },
  async exercise(page, url, { width }) {
    await page.goto(`${url}/exercises/commit-participant`);
    if (width < 1200) await page.getByRole('button', { name: 'Code' }).click();
    await page.locator('.monaco-editor .view-line').first().waitFor({ timeout: 60_000 });
    await page.getByRole('textbox', { name: 'Your answer' }).focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.evaluate(paste, WRONG);
    await page.keyboard.press('ControlOrMeta+Enter');
    await page.locator('[role=status][data-verdict=failed]').waitFor({ timeout: 120_000 });
    await page.locator('[data-part=what-if]').first().waitFor();
    await page.locator('[data-part=run]').first().scrollIntoViewIfNeeded();
  },
};

if (!install() || !buildSite()) process.exit(1);
mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const site = await openBuiltSite();
try {
  for (const [name, prepare] of Object.entries(SUBJECTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const { width, height } of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await site.newPage(width, height, { colorScheme });
        await prepare(page, site.url, { width });
        await page.waitForTimeout(400);
        const shot = `${name}-${width}-${colorScheme}`;
        const file = FOR_README[shot] ? join(ROOT, 'static', 'img', FOR_README[shot]) : join(FOLDER, `${shot}.png`);
        await page.screenshot({ path: file });
        console.log(file.slice(ROOT.length));
        await page.context().close();
      }
    }
  }
} finally {
  await site.close();
}

/** In the page: typed, it would be indented once more on each line. */
function paste(text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}
