// Builds an autograder for Gradescope out of this package:
//   node node_modules/faultline/src/ci/gradescope/build.mjs --exercises hamming,tmr-voter --out autograder.zip
// The zip file holds all that the grader needs but Node, which setup.sh brings.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { zipFile } from './zipFile.mjs';

const USAGE = 'Name the exercises and the file to write: build.mjs --exercises hamming,tmr-voter --out autograder.zip [--seed N].';
const MAX_SEED = 2 ** 31 - 1;
const GRADER = ['package.json', 'LICENSE', 'dist/faultline.js', 'dist/worker.js', 'dist/quickjs.wasm'];

const here = new URL('./', import.meta.url);
const packageRoot = new URL('../../../', import.meta.url);

const { exercises, seed, out } = readOptions();
const read = (name, from) => readFileSync(new URL(name, from));
const files = [
  { name: 'setup.sh', content: read('setup.sh', here), executable: true },
  { name: 'run_autograder', content: read('run_autograder', here), executable: true },
  { name: 'autograde.mjs', content: read('autograde.mjs', here) },
  { name: 'config.json', content: Buffer.from(`${JSON.stringify({ exercises, seed }, undefined, 2)}\n`) },
  ...GRADER.map((name) => ({ name: `faultline/${name}`, content: read(name, packageRoot) })),
];
writeFileSync(out, zipFile(files));
const points = exercises.reduce((sum, exercise) => sum + exercise.points, 0);
console.log(
  `Wrote ${out}: ${exercises.map(({ id }) => id).join(', ')}. Give the assignment ${points} points in Gradescope and upload it as its autograder.`,
);

function readOptions() {
  const { values } = readArgs();
  const ids = (values.exercises ?? '').split(',').filter((id) => id !== '');
  const number = values.seed ?? '1';
  if (ids.length === 0 || values.out === undefined) fail(USAGE);
  if (!/^\d{1,10}$/.test(number) || Number(number) > MAX_SEED)
    fail(`--seed is a whole number from 0 to ${MAX_SEED}, not ${JSON.stringify(number)}.`);
  const program = new URL('dist/faultline.js', packageRoot);
  if (!existsSync(program)) fail('The grader is not built here: run `npm run prepare` in this checkout first.');
  const known = JSON.parse(execFileSync(process.execPath, [fileURLToPath(program), 'list', '--json'], { encoding: 'utf8' }));
  const chosen = [...new Set(ids)].map((id) => {
    const exercise = known.find((one) => one.id === id);
    if (!exercise) fail(`No exercise is called ${JSON.stringify(id)}. \`faultline list\` shows them all.`);
    return { id, points: exercise.points };
  });
  return { exercises: chosen, seed: Number(number), out: values.out };
}

function readArgs() {
  try {
    return parseArgs({ options: { exercises: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } } });
  } catch {
    return fail(USAGE);
  }
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
