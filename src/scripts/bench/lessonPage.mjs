// What pages cost a reader: JavaScript, how much they move when the editor comes, and Lighthouse's scores for a phone.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { CHROMIUM_FLAGS } from '../chromium.mjs';
import { ROOT } from '../install.mjs';
import { printTable } from './counts.mjs';

const LESSON = '/lessons/information-redundancy';

export async function lessonPage(site) {
  console.log('\nJavaScript before an editor is wanted (KB gzipped; goal: at most 200)');
  for (const path of ['/', '/progress', ...lessonPaths()]) {
    site.requested.clear();
    const page = await site.newPage(412, 823);
    await page.goto(`${site.url}${path}`, { waitUntil: 'networkidle' });
    console.log(`  ${path.padEnd(36)} ${scriptKilobytes(site.requested)}`);
    await page.context().close();
  }
  await editorLoads(site);

  console.log('\nLighthouse, mobile (goals: performance 90, accessibility 100, best practices 95, layout shift 0.02)');
  const rows = [['page', 'performance', 'accessibility', 'best practices', 'largest paint', 'blocked', 'layout shift']];
  for (const path of ['/', ...lessonPaths()]) rows.push([path, ...(await lighthouseRow(`${site.url}${path}`, site.executablePath))]);
  printTable(rows);
}

/** Every lesson that was built. */
function lessonPaths() {
  const folder = join(ROOT, 'build', 'lessons');
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.html')));
  return names.sort().map((name) => `/lessons/${name}`);
}

async function editorLoads(site) {
  site.requested.clear();
  const page = await site.newPage(412, 823);
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${site.url}${LESSON}`, { waitUntil: 'networkidle' });
  const before = await page.evaluate(() => globalThis.shift);
  await page
    .getByRole('region', { name: /^Workbench: / })
    .first()
    .evaluate((region) => region.scrollIntoView());
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.waitForLoadState('networkidle');
  const after = await page.evaluate(() => globalThis.shift);
  console.log(`  ${`${LESSON}, with editor`.padEnd(36)} ${scriptKilobytes(site.requested)}`);
  console.log(`\nLayout shift when the editor loads: ${(after - before).toFixed(4)} (goal: below 0.02); before that ${before.toFixed(4)}`);
  await page.context().close();
}

/** All scripts asked for, as a host would send them. */
function scriptKilobytes(requested) {
  const scripts = [...requested].filter((path) => path.endsWith('.js'));
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(ROOT, 'build', path))).length, 0);
  return `${(bytes / 1000).toFixed(0).padStart(5)}   in ${scripts.length} files`;
}

async function lighthouseRow(url, chromePath) {
  const userDataDir = mkdtempSync(join(tmpdir(), 'faultline-lighthouse-'));
  const chrome = await launch({ chromePath, chromeFlags: ['--headless', ...CHROMIUM_FLAGS], userDataDir });
  const result = await lighthouse(url, {
    port: chrome.port,
    onlyCategories: ['performance', 'accessibility', 'best-practices'],
    logLevel: 'error',
  });
  await chrome.kill();
  rmSync(userDataDir, { recursive: true, force: true });
  const { categories, audits } = result.lhr;
  const scores = ['performance', 'accessibility', 'best-practices'].map((id) => String(Math.round(categories[id].score * 100)));
  const shown = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'].map((id) => audits[id].displayValue);
  return [...scores, ...shown];
}
