// What the command line costs: whole processes, from nothing to the report.
import { spawnSync } from 'node:child_process';
import { expectCount, timesRow } from './counts.mjs';
import { ROOT } from '../install.mjs';

const TURNS = 5;

/** The exercises as the command line lists them. */
export function listedExercises() {
  return JSON.parse(faultline('list', '--json').stdout);
}

export function commandLine(exercises) {
  console.log('\nGrading each solution on the command line, whole process (ms; goal: median at most 2,000)');
  for (const { id } of exercises) {
    const runs = repeated(() => faultline('grade', id, `exercises/${id}/solution.ts`));
    timesRow(
      id,
      runs.map((run) => run.ms),
    );
    expectCount(`gradings of ${id} that passed`, runs.filter((run) => run.status === 0).length, TURNS);
  }
  timesRow(
    'start-up alone',
    repeated(() => faultline('--version')).map((run) => run.ms),
  );
}

function repeated(work) {
  return Array.from({ length: TURNS }, work);
}

function faultline(...args) {
  const startMs = performance.now();
  const { status, stdout } = spawnSync(process.execPath, ['dist/faultline.js', ...args], { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, ms: performance.now() - startMs };
}
