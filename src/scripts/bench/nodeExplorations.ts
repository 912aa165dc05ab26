/**
 * Explores in a process of its own, so that what V8 learned from one exploration does not bear on another: `node nodeExplorations.mjs NAME TURNS WASM SOURCE`
 * prints what each turn came to, as JSON. With `--cpu-prof` it tells where the time of one goes.
 */
import { readFileSync } from 'node:fs';
import { runExploration, type Exploration } from './explorations.ts';

const [name = '', turns = '1', wasm = '', source = ''] = process.argv.slice(2);
const host = { compiled: await WebAssembly.compile(readFileSync(wasm)), source: readFileSync(source) };
const explorations: (Exploration & { readonly cpuMs: number })[] = [];
for (let turn = 0; turn < Number(turns); turn += 1) {
  const before = process.cpuUsage();
  const exploration = await runExploration(name, host);
  const { user, system } = process.cpuUsage(before);
  explorations.push({ ...exploration, cpuMs: (user + system) / 1000 });
}
console.log(JSON.stringify(explorations));
