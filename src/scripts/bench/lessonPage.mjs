// What the lesson page costs a reader: JavaScript, and Lighthouse's scores for a phone.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { CHROMIUM_FLAGS } from '../chromium.mjs';
import { ROOT } from '../install.mjs';

const LESSON = '/lessons/information-redundancy';

export async function lessonPage(site) {
  console.log('\nJavaScript of the lesson page (KB gzipped; goal before the editor: at most 200)');
  site.requested.clear();
  const page = await site.newPage(412, 823);
  await page.goto(`${site.url}${LESSON}`, { waitUntil: 'networkidle' });
  console.log(`  before the editor is wanted  ${scriptKilobytes(site.requested)}`);
  await page
    .getByRole('region', { name: /^Workbench: / })
    .first()
    .scrollIntoViewIfNeeded();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.waitForLoadState('networkidle');
  console.log(`  with editor and grader       ${scriptKilobytes(site.requested)}`);
  await page.context().close();

  console.log('\nLighthouse, mobile, lesson page (goals: 90, 100, 95)');
  await lighthouseScores(`${site.url}${LESSON}`, site.executablePath);
}

/** All scripts asked for, as a host would send them. */
function scriptKilobytes(requested) {
  const scripts = [...requested].filter((path) => path.endsWith('.js'));
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(ROOT, 'build', path))).length, 0);
  return `${(bytes / 1000).toFixed(0).padStart(5)}   in ${scripts.length} files`;
}

async function lighthouseScores(url, chromePath) {
  const userDataDir = mkdtempSync(join(tmpdir(), 'faultline-lighthouse-'));
  const chrome = await launch({ chromePath, chromeFlags: ['--headless', ...CHROMIUM_FLAGS], userDataDir });
  const result = await lighthouse(url, {
    port: chrome.port,
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    logLevel: 'error',
  });
  const { categories, audits } = result.lhr;
  for (const { title, score } of Object.values(categories)) console.log(`  ${title.padEnd(18)} ${Math.round(score * 100)}`);
  for (const id of ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift']) {
    console.log(`  ${audits[id].title.padEnd(26)} ${audits[id].displayValue}`);
  }
  await chrome.kill();
  rmSync(userDataDir, { recursive: true, force: true });
}
