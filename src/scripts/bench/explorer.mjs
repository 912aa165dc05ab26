// The explorer alone: worlds and steps a second in Node, in Chromium and, of the system that it can run too, in Spin.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { haveChromium } from '../chromium.mjs';
import { openBlankPage } from './blankPage.mjs';
import { bundledForBrowser, bundledForNode, WASM } from './bundled.mjs';
import { counted, expectCount, median, printTable } from './counts.mjs';
import { haveSpin, runSpin } from './spin.mjs';

const SOURCE = fileURLToPath(new URL('twoPhaseCommitSolution.ts', import.meta.url));
const TURNS = 3;

/** `worlds` and `steps`: what they must be. How far the reduced search gets along with fewer is not settled. */
const EXPLORATIONS = [
  { name: 'gray-lamport-7', title: 'Gray and Lamport, 7 managers', managers: 7, worlds: 296_448, steps: 2_744_705 },
  { name: 'gray-lamport-8', title: 'Gray and Lamport, 8 managers', managers: 8, worlds: 1_745_408, steps: 18_507_777 },
  { name: 'two-phase-commit', title: 'learner’s 2PC, 5 participants', worlds: 1_562_490, steps: 9_987_299 },
  { name: 'two-phase-commit-reduced', title: 'the same, reduced' },
];

export async function explorer() {
  const executablePath = await haveChromium();
  if (!executablePath) process.exit(1);
  const hasSpin = haveSpin();
  console.log(`\nThe explorer (medians of ${TURNS} turns, the first of them cold)`);
  console.log('  goals: 600,000 worlds a second in Node, 70 % of that in Chromium, half of what Spin does in the same processor time;');
  console.log('  learner code called in at most 0.1 % of steps; 64 bytes a world');
  if (!hasSpin) console.log('  Spin and gcc are not both here, so nothing is compared with Spin.');

  const inNode = await bundledForNode('nodeExplorations');
  const page = await openBlankPage(executablePath, {
    '/worker.mjs': await bundledForBrowser('browserExplorations'),
    '/quickjs.wasm': WASM,
    '/solution.ts': SOURCE,
  });
  try {
    const lines = [HEAD];
    for (const exploration of EXPLORATIONS) lines.push(...(await linesOf(exploration, { inNode, page, hasSpin })));
    printTable(lines);
  } finally {
    await page.close();
  }
}

/** One exploration in every place, one after the other. */
async function linesOf({ name, title, managers, ...expected }, { inNode, page, hasSpin }) {
  const args = [inNode, name, String(TURNS), WASM, SOURCE];
  const node = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  const browser = await page.ask('/worker.mjs', { name, turns: TURNS });
  const spin = hasSpin && managers ? runSpin(managers, TURNS) : [];
  for (const run of [...node, ...browser, ...spin]) checkRun(title, run, { ...node[0], ...expected });
  const ofSpin = spin.length > 0 ? `${percent(rate(node, 'cpuMs'), rate(spin, 'cpuMs'))} of Spin` : '';
  return [
    [title, 'Node', ...cells(node), ofSpin, ...cellsOfCalls(node)],
    ['', 'Chromium', ...cells(browser), `${percent(rate(browser, 'ms'), rate(node, 'ms'))} of Node`, ...cellsOfCalls(browser)],
    ...(spin.length > 0 ? [['', 'Spin', ...cells(spin), '', '', '', '']] : []),
  ];
}

const HEAD = ['', '', 'worlds', 'steps', 'worlds/s', 'of CPU', 'steps/s', 'ratio', 'calls', 'of steps', 'bytes/world'];

/** Everything must have been explored, and be as much as it must be. Calls are the same everywhere. */
function checkRun(title, { kind = 'exhausted', errors = 0, worlds, steps, calls }, expected) {
  if (kind !== 'exhausted') expectCount(`${title}, scenarios that are ${kind}`, 1, 0);
  expectCount(`${title}, promises broken`, errors, 0);
  expectCount(`${title}, worlds`, worlds, expected.worlds);
  expectCount(`${title}, steps`, steps, expected.steps);
  if (calls !== undefined) expectCount(`${title}, calls`, calls, expected.calls);
}

/** Worlds a second, by the clock or by the processor's time. */
function rate(runs, unit) {
  return median(runs.map((run) => (run.worlds / run[unit]) * 1000));
}

function cells(runs) {
  const [{ worlds, steps, cpuMs }] = runs;
  const stepRate = median(runs.map((run) => (run.steps / run.ms) * 1000));
  const cpuRate = cpuMs === undefined ? '' : counted(rate(runs, 'cpuMs'));
  return [counted(worlds), counted(steps), counted(rate(runs, 'ms')), cpuRate, counted(stepRate)];
}

function cellsOfCalls([{ worlds, steps, calls, bytes }]) {
  return [counted(calls), `${((calls / steps) * 100).toFixed(3)} %`, (bytes / worlds).toFixed(0)];
}

function percent(part, whole) {
  return `${((part / whole) * 100).toFixed(0)} %`;
}
