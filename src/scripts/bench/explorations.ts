/**
 * What the explorer is measured by, in Node and in Chromium alike: the abstract two-phase commit of Gray and Lamport, which is nothing but search and
 * store, and two-phase commit in the learner's interface, through the sandbox.
 */
import { MAX_PROTOCOL_OPERATIONS } from '../../../grader/base/limits.ts';
import { explore } from '../../../grader/explore/explore.ts';
import { grayLamport } from '../../../grader/explore/grayLamportForTests.ts';
import { search } from '../../../grader/explore/search.ts';
import { openSubmission } from '../../../grader/grade/loading.ts';
import { newMeter } from '../../../grader/sandbox/meter.ts';
import { newWorld } from '../../../grader/sim/world.ts';
import { engineMaker } from '../../../grader/worker/engine.ts';
import { agreement, ROLES, twoPhaseCommit } from './twoPhaseCommit.ts';

/** What an exploration needs of the place where it runs. */
export interface Host {
  readonly compiled: WebAssembly.Module;
  /** The bytes of `twoPhaseCommitSolution.ts`. */
  readonly source: Uint8Array;
}

export interface Exploration {
  readonly kind: string;
  readonly ms: number;
  readonly worlds: number;
  readonly steps: number;
  /** Of learner code. */
  readonly calls: number;
  /** Of the store of worlds, its table and spare room included. */
  readonly bytes: number;
}

/** Far beyond all of them. */
const BOUNDS = { maxWorlds: 10_000_000, maxSteps: 1_000_000_000, maxBytes: 2_000_000_000 };

const EXPLORATIONS = new Map<string, (host: Host) => Exploration | Promise<Exploration>>([
  ['gray-lamport-7', () => searchGrayLamport(7)],
  ['gray-lamport-8', () => searchGrayLamport(8)],
  ['two-phase-commit', (host) => exploreTwoPhaseCommit(host, false)],
  ['two-phase-commit-reduced', (host) => exploreTwoPhaseCommit(host, true)],
]);

/** Explores once. */
export async function runExploration(name: string, host: Host): Promise<Exploration> {
  const exploration = EXPLORATIONS.get(name);
  if (!exploration) throw new Error(`no exploration is called ${name}`);
  return exploration(host);
}

function searchGrayLamport(managers: number): Exploration {
  const startMs = performance.now();
  const { kind, store, steps } = search(grayLamport(managers), BOUNDS);
  const ms = performance.now() - startMs;
  return { kind, ms, worlds: store.count, steps, calls: 0, bytes: store.bytes };
}

/** From the loaded submission on, as a scenario of a grading is explored. */
async function exploreTwoPhaseCommit({ compiled, source }: Host, reduced: boolean): Promise<Exploration> {
  const engine = await engineMaker(compiled)();
  const loading = openSubmission(source, { exports: [], roles: ROLES }, newMeter(MAX_PROTOCOL_OPERATIONS)).load(engine);
  if (loading.kind === 'refused') throw new Error(loading.diagnostics.map((one) => one.message).join(' '));
  let calls = 0;
  const startMs = performance.now();
  const world = newWorld(twoPhaseCommit, [agreement], {
    operations: MAX_PROTOCOL_OPERATIONS,
    handle(call) {
      calls += 1;
      return loading.sandbox.handle(call);
    },
  });
  if (reduced) world.prepareTrim();
  const { kind, worlds, steps, bytes, found } = explore(world, 1, { reduced, bounds: BOUNDS });
  const ms = performance.now() - startMs;
  if (found.size > 0) throw new Error('the solution of two-phase commit breaks its promise');
  return { kind, ms, worlds, steps, calls, bytes };
}
