/**
 * Grades the solution and the mutants of every protocol exercise, in this thread: `node gradings.mjs WASM FOLDER` prints what was explored and how long each took,
 * a line of JSON for each exercise. FOLDER, with a slash at its end, holds all exercises.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { EXERCISES } from '../../../exercises/index.ts';
import { readExerciseFiles } from '../../../exercises/readFiles.ts';
import { isTimedCheck, type Exercise } from '../../../grader/checks/exercise.ts';
import { timedScenarios } from '../../../grader/checks/timedCheck.ts';
import { beginGrading } from '../../../grader/grade/grading.ts';
import { engineMaker } from '../../../grader/worker/engine.ts';

/** How a scenario of the solution was run. */
interface Run {
  readonly id: string;
  readonly plan: string;
  readonly how: 'exhausted' | 'bounded' | 'sampled';
  /** Seeded runs, where it is sampled. */
  readonly runs: number | undefined;
  /** Absent in simulated time, where every run is a world of its own. */
  readonly worlds?: number;
  readonly steps?: number;
  /** Of learner code. */
  readonly calls?: number;
}

interface Graded {
  readonly verdict: string;
  readonly ms: number;
  /** Of the processor, which other work on the machine bears less on. */
  readonly cpuMs: number;
  readonly runs: readonly Run[];
}

interface Mutant extends Omit<Graded, 'runs'> {
  readonly name: string;
}

/** What is printed of an exercise. */
interface ProtocolGradings {
  readonly id: string;
  readonly solution: Graded;
  readonly mutants: readonly Mutant[];
}

const [wasm = '', folder = ''] = process.argv.slice(2);
const newEngine = engineMaker(await WebAssembly.compile(readFileSync(wasm)));
for (const exercise of EXERCISES) {
  if (exercise.roles) console.log(JSON.stringify(await gradingsOf(exercise)));
}

async function gradingsOf(exercise: Exercise): Promise<ProtocolGradings> {
  const files = readExerciseFiles(pathToFileURL(folder), exercise.id);
  const solution = await grade(exercise, files.solution);
  const mutants: Mutant[] = [];
  for (const { name, text } of files.mutants) {
    const { verdict, ms, cpuMs } = await grade(exercise, text);
    mutants.push({ name, verdict, ms, cpuMs });
  }
  return { id: exercise.id, solution, mutants };
}

async function grade(exercise: Exercise, source: string): Promise<Graded> {
  const runs: Run[] = [];
  let callsBefore = 0;
  const startMs = performance.now();
  const cpuBefore = process.cpuUsage();
  const grading = beginGrading({
    exercise,
    source: new TextEncoder().encode(source),
    seed: 1,
    onExplored(scenario, { worlds, steps, runs: drawn, fared }, calls) {
      const isBounded = [...fared.values()].some((one) => one.kind === 'unknown');
      runs.push({
        id: scenario.id,
        plan: scenario.plan,
        how: drawn !== undefined ? 'sampled' : isBounded ? 'bounded' : 'exhausted',
        runs: drawn,
        worlds,
        steps,
        calls: calls - callsBefore,
      });
      callsBefore = calls;
    },
  });
  while (grading.pending) grading.step(grading.needsEngine ? await newEngine() : undefined);
  const { verdict } = grading.report();
  const ms = performance.now() - startMs;
  const { user, system } = process.cpuUsage(cpuBefore);
  const sampled = timedScenarios(exercise.checks.filter(isTimedCheck)).map((scenario): Run => ({
    id: scenario.id,
    plan: scenario.plan,
    how: 'sampled',
    runs: scenario.runs,
  }));
  return { verdict, ms, cpuMs: (user + system) / 1000, runs: [...runs, ...sampled] };
}
