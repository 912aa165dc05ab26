// Whether reports depend on anything but the answer: the catalogue is graded again and again, in Node and in Chromium, while all cores are busy.
// RUNS: how often (20). FILES=all: mutants and alternatives too, not only starters and solutions. That takes an hour or two on two cores, so the
// other processes give way to it (PRIORITY, as `nice` counts).
import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../install.mjs';
import { haveChromium } from '../chromium.mjs';
import { openBlankPage } from './blankPage.mjs';
import { bundledForBrowser, bundledForNode, WASM } from './bundled.mjs';
import { expectCount } from './counts.mjs';

const RUNS = Number(process.env.RUNS ?? 20);
const PRIORITY = 10;
const BUSY = 'for (;;) for (let turn = 0; turn < 1e9; turn += 1) ;';

export async function determinism() {
  const executablePath = await haveChromium();
  if (!executablePath) process.exit(1);
  const files = filesOf(process.env.FILES === 'all');
  const list = join(tmpdir(), `faultline-files-${process.pid}.json`);
  writeFileSync(list, JSON.stringify(files));
  const inNode = await bundledForNode('nodeReports');
  const page = await openBlankPage(executablePath, { '/worker.mjs': await bundledForBrowser('browserReports'), '/quickjs.wasm': WASM });
  const busy = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', BUSY], { stdio: 'ignore' }));
  for (const { pid } of busy) if (pid) setPriority(pid, PRIORITY);
  console.log(`\nReports of ${files.length} files, ${RUNS} runs in Node and ${RUNS} in Chromium, ${busy.length} other processes busy`);
  const seen = files.map(() => new Set());
  try {
    for (let run = 1; run <= RUNS; run += 1) {
      const startMs = performance.now();
      const [node, chromium] = await Promise.all([
        promisify(execFile)(process.execPath, [inNode, WASM, list], { maxBuffer: 1 << 26 }).then(({ stdout }) => JSON.parse(stdout)),
        page.ask('/worker.mjs', files),
      ]);
      for (const hashes of [node, chromium]) hashes.forEach((hash, at) => seen[at].add(hash));
      const different = seen.filter((one) => one.size > 1).length;
      const seconds = ((performance.now() - startMs) / 1000).toFixed(0);
      const told = different === 0 ? 'every report the same bytes' : `${different} files with more than one report`;
      console.log(`  run ${String(run).padStart(2)}: ${told} (${seconds} s)`);
    }
  } finally {
    for (const one of busy) one.kill();
    await page.close();
  }
  files.forEach(({ exercise, name }, at) => {
    if (seen[at].size > 1) expectCount(`reports of ${exercise}/${name}`, seen[at].size, 1);
  });
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
