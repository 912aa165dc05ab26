// npm test: everything that must hold, cheapest first; the first step that fails ends it. The last line counts.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { haveChromium } from './chromium.mjs';
import { buildSite, bundle, install, ROOT, runTool, toolPath } from './install.mjs';

let passed = 0;
let failed = 0;
const children = [];
const folder = mkdtempSync(join(tmpdir(), 'faultline-test-'));

await step('install', install);
// What needs one core only is done beside something else. The language's own library and nothing else is what learners get.
const types = beside(toolPath('tsc'));
const learnersTypes = beside(toolPath('tsc'), '--project', 'exercises');
await step('format', () => runTool('oxfmt', ['--check']));
await step('lint', () => runTool('oxlint', ['--deny-warnings']));
await step('dead code', () => runTool('knip', []));
await step('types', async () => (await types.ended()) && (await learnersTypes.ended()));
await step('bundle', bundle);
const tools = beside('src/scripts/testTools.mjs');
await tests('unit');
await step('redis and chromium', async () => {
  await tools.ended();
  const path = await haveChromium();
  if (path) process.env.CHROME_PATH = path;
  return path !== undefined;
});
// What the audit grades in Node, the parity test grades in Chromium; it need not be graded in Node again.
process.env.FAULTLINE_AUDIT_REPORTS = join(folder, 'reports');
mkdirSync(process.env.FAULTLINE_AUDIT_REPORTS);
const audit = beside('dist/faultline.js', 'audit');
await tests('class');
await step('catalogue audit', audit.ended);
await step('site', buildSite);
await tests('browser');
finish();

/**
 * Starts a script of Node's that goes on by itself. `ended` waits for it, shows what it wrote, and answers whether it succeeded. It writes to a file: this
 * program does not read while it waits for another step.
 */
function beside(script, ...args) {
  const written = join(folder, `${basename(script)}-${children.length}.txt`);
  const output = openSync(written, 'w');
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', output, output] });
  children.push(child);
  const status = new Promise((resolve) => child.once('exit', resolve));
  return {
    async ended() {
      const code = await status;
      process.stdout.write(readFileSync(written));
      return code === 0;
    },
  };
}

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
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
