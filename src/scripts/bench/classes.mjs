// A class of 500 on the command line: answers a second, memory over time, and whether each result is what `grade` gives for the answer alone.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClass } from '../makeClass.mjs';
import { ROOT } from '../install.mjs';
import { expectCount, median } from './counts.mjs';

const SUBMISSIONS = Number(process.env.SUBMISSIONS ?? 500);
/** Milliseconds between two looks at the memory. */
const LOOK_MS = 250;
const MIB = 1024;

export async function classes() {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  try {
    const dir = join(folder, 'class');
    const answers = makeClass(dir, { count: SUBMISSIONS, most: 1 });
    console.log(`\nA class of ${SUBMISSIONS} submissions, ${answers.length} answers: solutions, mutants, starters, hostile ones`);
    console.log('  jobs   seconds   submissions/s   answers/s   memory in MiB at the quarters, and at most (goal: below 600, flat)');
    for (const jobs of [2, 1]) await grade(dir, join(folder, `out-${jobs}`), jobs, answers.length);
    await compare(join(folder, 'out-2'), join(folder, 'out-1'), answers);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function grade(dir, out, jobs, answers) {
  const startMs = performance.now();
  const child = spawn(process.execPath, ['dist/faultline.js', 'batch', dir, '--out', out, '--jobs', String(jobs)], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  const memory = [];
  const timer = setInterval(() => memory.push(residentMib(child.pid)), LOOK_MS);
  const status = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - startMs) / 1000;
  const quarters = [0.25, 0.5, 0.75, 0.95].map((part) => memory[Math.floor(memory.length * part)] ?? 0);
  const cells = [
    String(jobs).padStart(6),
    seconds.toFixed(0).padStart(9),
    (SUBMISSIONS / seconds).toFixed(2).padStart(15),
    (answers / seconds).toFixed(2).padStart(11),
    `   ${quarters.map((mib) => mib.toFixed(0)).join(' ')}, ${Math.max(0, ...memory).toFixed(0)}`,
  ];
  console.log(cells.join(' '));
  expectCount(`exit codes 1 with ${jobs} jobs`, Number(status === 1), 1);
}

/** Of the whole process; 0 where the system does not tell. */
function residentMib(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / MIB;
  } catch {
    return 0;
  }
}

/** Each distinct answer is graded once more alone, in a process of its own. */
async function compare(first, second, answers) {
  const alone = new Map();
  const left = [...new Map(answers.map((answer) => [answer.file, answer])).values()];
  const graded = left.length;
  const lane = async () => {
    for (let answer = left.pop(); answer; answer = left.pop()) alone.set(answer.file, await gradeAlone(answer));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  const same = (out) =>
    answers.filter(({ submission, exercise, file }) => readFileSync(join(out, submission, `${exercise}.json`), 'utf8') === alone.get(file))
      .length;
  console.log(`  ${graded} distinct answers were graded alone, each in a process of its own.`);
  expectCount('results of 2 jobs that are the bytes of `grade`', same(first), answers.length);
  expectCount('results of 1 job that are the bytes of `grade`', same(second), answers.length);
}

function gradeAlone({ exercise, file }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/faultline.js', 'grade', exercise, file, '--reporter', 'json'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    child.once('close', () => resolve(text));
  });
}

/** `grade` from the tarball, as a stranger installs it: whole processes. */
export function installedGrading(exercises) {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-installed-'));
  try {
    const npm = (...args) => spawnSync('npm', args, { cwd: folder, encoding: 'utf8' });
    const [{ filename }] = JSON.parse(npm('pack', ROOT, '--json', '--ignore-scripts').stdout);
    npm('init', '-y');
    npm('install', `./${filename}`, '--offline', '--no-audit', '--no-fund');
    console.log('\n`faultline grade` on each solution, from the tarball (median; goal for functions: at most 600 ms and 150 MiB)');
    for (const { id } of exercises) measure(folder, id);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TURNS = 9;
/** Told on the last line of standard error by the process itself, when it ends. */
const TELL_MEMORY = "process.on('exit',()=>process.stderr.write('\\n'+process.resourceUsage().maxRSS))";

function measure(folder, id) {
  const runs = Array.from({ length: TURNS }, () => {
    const startMs = performance.now();
    const preload = `data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`;
    const args = [
      '--import',
      preload,
      'node_modules/faultline/dist/faultline.js',
      'grade',
      id,
      `node_modules/faultline/exercises/${id}/solution.ts`,
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    return { status, ms: performance.now() - startMs, mib: Number(stderr.split('\n').at(-1)) / MIB };
  });
  console.log(
    `  ${id.padEnd(20)} ${median(runs.map((run) => run.ms))
      .toFixed(0)
      .padStart(6)} ms ${Math.max(...runs.map((run) => run.mib))
      .toFixed(0)
      .padStart(6)} MiB`,
  );
  expectCount(`gradings of ${id} that passed`, runs.filter((run) => run.status === 0).length, TURNS);
}
