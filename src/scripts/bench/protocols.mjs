// The protocol exercises: how far the search goes for each solution, and which mutants take longest to be found wrong.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../install.mjs';
import { bundledForNode, WASM } from './bundled.mjs';
import { counted, expectCount, printTable } from './counts.mjs';

const SLOWEST = 5;

export async function protocols() {
  const gradings = await bundledForNode('gradings');
  console.log(
    `\nProtocols in one warm thread of Node: what is explored for the solution, and the ${SLOWEST} slowest mutants (goals: 2,000 and 3,000 ms)`,
  );
  const child = spawn(process.execPath, [gradings, WASM, join(ROOT, 'exercises/')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) printProtocol(JSON.parse(line));
  expectCount('errors of the program that grades', await ended, 0);
}

function printProtocol({ id, solution, mutants }) {
  console.log(`\n  ${id}: the solution ${solution.verdict} in ${counted(solution.ms)} ms, ${counted(solution.cpuMs)} ms of CPU`);
  expectCount(`solutions of ${id} that passed`, solution.verdict === 'passed' ? 1 : 0, 1);
  printTable([['scenario', 'worlds', 'steps', 'calls', 'how', 'plan'], ...solution.runs.map(lineOf)]);
  const slowest = mutants.toSorted((left, right) => right.ms - left.ms).slice(0, SLOWEST);
  printTable([
    ['slowest mutants', 'ms', 'of CPU', ''],
    ...slowest.map(({ name, ms, cpuMs, verdict }) => [name, counted(ms), counted(cpuMs), verdict]),
  ]);
}

const HOW = {
  exhausted: () => 'exhausted',
  bounded: () => 'given up at a limit',
  sampled: (runs) => `sampled: ${counted(runs)} ${runs === 1 ? 'run' : 'runs'}`,
};

function lineOf({ id, plan, how, runs, worlds, steps, calls }) {
  const counts = [worlds, steps, calls].map((count) => (count === undefined ? '' : counted(count)));
  return [id, ...counts, HOW[how](runs), plan];
}
