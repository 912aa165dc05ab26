// npm run bench: prints what the course costs its users. Numbers only: the machines are noisy, so nothing here passes or fails.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSite, bundle, install, ROOT } from './install.mjs';

if (!install() || !bundle() || !buildSite()) process.exit(1);
const { CHROMIUM_FLAGS, haveChromium } = await import('./chromium.mjs');
const { siteHandler } = await import('./siteHandler.mjs');
const { chromium } = await import('playwright-core');

const LESSON = '/lessons/information-redundancy';
const exercises = JSON.parse(faultline('list', '--json').stdout);

console.log('\nGrading each solution, whole process (ms; goal: median at most 1000)');
for (const { id } of exercises) {
  const times = repeat(9, () => timed(() => faultline('grade', id, `exercises/${id}/solution.ts`)));
  row(id, times);
}
row(
  'start-up alone',
  repeat(9, () => timed(() => faultline('--version'))),
);

const executablePath = await haveChromium();
if (!executablePath) process.exit(1);
const requested = new Set();
const handler = siteHandler({ encodings: ['gzip'] });
const server = createServer((request, response) => {
  requested.add(new URL(request.url ?? '/', 'http://localhost').pathname);
  handler(request, response);
});
await new Promise((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const site = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

console.log('\nFrom Run to report in Chromium, worker warm (ms; goal for hamming: at most 300)');
for (const { id, title } of exercises) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(`${site}/exercises/${id}`);
  const region = page.getByRole('region', { name: `Workbench: ${title}` });
  await region.locator('.monaco-editor .view-line').first().waitFor();
  const solution = readFileSync(join(ROOT, 'exercises', id, 'solution.ts'), 'utf8');
  await paste(page, region, solution);
  const times = [];
  for (let turn = 0; turn < 8; turn += 1) {
    times.push(await page.evaluate(runToReport));
    await page.waitForTimeout(100);
  }
  // The first one finds no worker, or one that is still being warmed.
  row(id, times.slice(1), `(first: ${times[0].toFixed(0)})`);
  await page.context().close();
}

console.log('\nJavaScript of the lesson page (KB gzipped; goal before the editor: at most 200)');
requested.clear();
const lesson = await (await browser.newContext({ viewport: { width: 412, height: 823 } })).newPage();
await lesson.goto(`${site}${LESSON}`, { waitUntil: 'networkidle' });
console.log(`  before the editor is wanted  ${scriptKilobytes()}`);
await lesson
  .getByRole('region', { name: /^Workbench: / })
  .first()
  .scrollIntoViewIfNeeded();
await lesson.locator('.monaco-editor .view-line').first().waitFor();
await lesson.waitForLoadState('networkidle');
console.log(`  with editor and grader       ${scriptKilobytes()}`);
await browser.close();

console.log('\nLighthouse, mobile, lesson page (goals: 90, 100, 95)');
await lighthouseScores(`${site}${LESSON}`);
server.close();

function faultline(...args) {
  return spawnSync(process.execPath, ['dist/faultline.js', ...args], { cwd: ROOT, encoding: 'utf8' });
}

function timed(work) {
  const startMs = performance.now();
  work();
  return performance.now() - startMs;
}

function repeat(count, work) {
  return Array.from({ length: count }, work);
}

function row(name, times, more = '') {
  const sorted = [...times].sort((left, right) => left - right);
  const median = sorted[Math.floor(sorted.length / 2)];
  const [least, most] = [sorted[0], sorted.at(-1)].map((time) => time.toFixed(0));
  console.log(`  ${name.padEnd(18)} median ${median.toFixed(0).padStart(5)}   ${least} to ${most} in ${times.length} ${more}`);
}

/** All scripts asked for since the last clear, as a host would send them. */
function scriptKilobytes() {
  const scripts = [...requested].filter((path) => path.endsWith('.js'));
  const bytes = scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(ROOT, 'build', path))).length, 0);
  return `${(bytes / 1000).toFixed(0).padStart(5)}   in ${scripts.length} files`;
}

async function paste(page, region, text) {
  await region.getByRole('textbox', { name: 'Your answer' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.evaluate((source) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', source);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** In the page: presses Run and waits until the summary of a new report is on the screen. Answers milliseconds. */
function runToReport() {
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith('Run'));
  const region = button.closest('section, [role=region]');
  return new Promise((resolve) => {
    const startMs = performance.now();
    let wasRunning = false;
    const look = () => {
      const running = button.disabled || button.getAttribute('aria-disabled') === 'true';
      wasRunning ||= running;
      if (wasRunning && !running && /of 100 points/.test(region.textContent ?? '')) resolve(performance.now() - startMs);
      else requestAnimationFrame(look);
    };
    button.click();
    look();
  });
}

async function lighthouseScores(url) {
  const { default: lighthouse } = await import('lighthouse');
  const { launch } = await import('chrome-launcher');
  const userDataDir = mkdtempSync(join(tmpdir(), 'faultline-lighthouse-'));
  const chrome = await launch({ chromePath: executablePath, chromeFlags: ['--headless', ...CHROMIUM_FLAGS], userDataDir });
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
