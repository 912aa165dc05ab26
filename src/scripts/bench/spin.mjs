// The same system in Spin, where it is installed: how fast generated C searches it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MODEL = fileURLToPath(new URL('grayLamport.pml', import.meta.url));
/** No reductions, and no compression of worlds, which costs more time here than it saves. */
const FLAGS = ['-O2', '-DSAFETY', '-DNOREDUCE', '-DNOCOMP'];
/** Steps of the longest path, of which there are 25; and 2^22 slots of the table, so that it is never more than half full. */
const LIMITS = '-m1000 -w22';

export function haveSpin() {
  return ['spin', 'gcc'].every((program) => !spawnSync(program, ['--version']).error);
}

/** Generates and compiles the search, and lets it run `turns` times. */
export function runSpin(managers, turns) {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-spin-'));
  try {
    done('spin', ['-a', `-DMANAGERS=${managers}`, MODEL], folder);
    done('gcc', [...FLAGS, '-o', 'pan', 'pan.c'], folder);
    return Array.from({ length: turns }, () => readRun(done('sh', ['-c', `./pan ${LIMITS}; times`], folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function done(program, args, cwd) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${stdout}${stderr}`);
  return stdout;
}

/** Spin counts the first world as a transition too. The last line is the processor time of the shell's children, as `0m2.18s 0m0.09s`. */
function readRun(output) {
  const number = (pattern) => Number(pattern.exec(output)?.[1] ?? Number.NaN);
  const [user, system] = [
    ...output
      .trim()
      .split('\n')
      .at(-1)
      .matchAll(/(\d+)m([\d.]+)s/g),
  ].map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds));
  return {
    errors: number(/errors: (\d+)/),
    worlds: number(/(\S+) states, stored/),
    steps: number(/(\S+) transitions/) - 1,
    ms: number(/elapsed time (\S+) seconds/) * 1000,
    cpuMs: (user + system) * 1000,
  };
}
