// npm test: everything that must hold, cheapest first; the first step that fails ends it. The last line counts.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite, bundle, install, ROOT, run, runTool } from './install.mjs';

let passed = 0;
let failed = 0;

await step('install', install);
await step('format', () => runTool('oxfmt', ['--check']));
await step('lint', () => runTool('oxlint', ['--deny-warnings']));
// The project, then what learners get as they get it: the language's own library and nothing else.
await step('types', () => runTool('tsc', []) && runTool('tsc', ['--project', 'exercises']));
await step('dead code', () => runTool('knip', []));
await step('bundle', bundle);
await tests('unit');
// What the audit grades in Node, the parity test grades in Chromium; it need not be graded in Node again.
process.env.FAULTLINE_AUDIT_REPORTS = mkdtempSync(join(tmpdir(), 'faultline-reports-'));
await step('catalogue audit', () => run(process.execPath, ['dist/faultline.js', 'audit']));
await step('redis', async () => {
  const { haveRedis } = await import('./redis.mjs');
  // Where there is none, the tests of the queue say that they are left out.
  haveRedis();
  return true;
});
await tests('class');
await step('site', buildSite);
await step('chromium', async () => {
  const { haveChromium } = await import('./chromium.mjs');
  const path = await haveChromium();
  if (path) process.env.CHROME_PATH = path;
  return path !== undefined;
});
await tests('browser');
finish();

/** A step that passes or fails as a whole. */
async function step(name, work) {
  const startMs = Date.now();
  console.log(`\n▶ ${name}`);
  const done = await work();
  console.log(`${done ? '✓' : '✗'} ${name} (${((Date.now() - startMs) / 1000).toFixed(1)} s)`);
  if (done) passed += 1;
  else {
    failed += 1;
    finish();
  }
}

/** The tests of one project, each of which counts. */
async function tests(project) {
  const results = join(ROOT, 'node_modules', '.faultline', `${project}.json`);
  await step(`${project} tests`, () => {
    const done = runTool('vitest', ['run', '--project', project, '--reporter', 'default', '--reporter', 'json', `--outputFile=${results}`]);
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(results, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests;
    return done && numPassedTests > 0;
  });
}

function finish() {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
