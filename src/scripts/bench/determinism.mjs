// Whether reports depend on anything but the answer: the catalogue is graded again and again, in Node and in Chromium, while all cores are busy.
// RUNS: how often (20). FILES=all: mutants and alternatives too, not only starters and solutions. On two cores that takes seven minutes a run, so the
// other processes give way to it (PRIORITY, as `nice` counts).
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../install.mjs';
import { haveChromium } from '../chromium.mjs';
import { openBlankPage } from './blankPage.mjs';
import { bundledForBrowser, bundledForNode, WASM } from './bundled.mjs';
import { expectCount } from './counts.mjs';

const RUNS = Number(process.env.RUNS ?? 20);
const PRIORITY = 19;
const BUSY = 'for (;;) for (let turn = 0; turn < 1e9; turn += 1) ;';

export async function determinism() {
  const executablePath = await haveChromium();
  if (!executablePath) process.exit(1);
  const files = filesOf(process.env.FILES === 'all');
  const cores = availableParallelism();
  const shares = Array.from({ length: cores }, (_, share) => files.filter((file, at) => at % cores === share));
  const folder = mkdtempSync(join(tmpdir(), 'faultline-files-'));
  const listOf = (share) => join(folder, `${shares.indexOf(share)}.json`);
  for (const share of shares) writeFileSync(listOf(share), JSON.stringify(share));
  const inNode = await bundledForNode('nodeReports');
  const page = await openBlankPage(executablePath, { '/worker.mjs': await bundledForBrowser('browserReports'), '/quickjs.wasm': WASM });
  const busy = shares.map(() => spawn(process.execPath, ['-e', BUSY], { stdio: 'ignore' }));
  for (const { pid } of busy) if (pid) setPriority(pid, PRIORITY);
  console.log(`\nReports of ${files.length} files, ${RUNS} runs in Node and ${RUNS} in Chromium, ${busy.length} other processes busy`);
  const seen = new Map(files.map((file) => [file, new Set()]));
  try {
    for (let run = 1; run <= RUNS; run += 1) {
      const startMs = performance.now();
      const gradings = shares.flatMap((share) =>
        [hashesOfNode(inNode, listOf(share)), page.ask('/worker.mjs', share)].map(async (hashes) => ({ share, hashes: await hashes })),
      );
      for (const { share, hashes } of await Promise.all(gradings)) hashes.forEach((hash, at) => seen.get(share[at]).add(hash));
      const different = [...seen.values()].filter((one) => one.size > 1).length;
      // So that runs of another day and on another machine can be compared.
      const all = createHash('sha256').update(JSON.stringify([...seen.values()].map((one) => [...one].sort())));
      const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
      const told =
        different === 0
          ? `every report the same bytes (together ${all.digest('hex').slice(0, 16)})`
          : `${different} files with more than one report`;
      console.log(`  run ${String(run).padStart(2)}: ${told}, ${seconds} s`);
    }
  } finally {
    for (const one of busy) one.kill();
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const [{ exercise, name }, { size }] of seen) if (size > 1) expectCount(`reports of ${exercise}/${name}`, size, 1);
}

/** In a process of its own. */
async function hashesOfNode(inNode, list) {
  const { stdout } = await promisify(execFile)(process.execPath, [inNode, WASM, list], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout);
}

function filesOf(all) {
  const folder = join(ROOT, 'exercises');
  const exercises = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => one.name);
  return exercises.flatMap((exercise) => {
    const below = (name) => (all ? namesIn(join(folder, exercise, name)).map((file) => `${name}/${file}`) : []);
    const names = ['starter.ts', 'solution.ts', ...below('mutants'), ...below('alternatives')];
    return names.map((name) => ({ exercise, name, text: readFileSync(join(folder, exercise, name), 'utf8') }));
  });
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
