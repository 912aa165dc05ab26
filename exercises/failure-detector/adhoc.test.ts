import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { isTimedCheck } from '../../grader/checks/exercise.ts';
import { runTimedChecks } from '../../grader/checks/timedChecks.ts';
import { replayTimed } from '../../grader/checks/timedReplay.ts';
import { compile } from '../../grader/compile/compile.ts';
import { newEngine } from '../../grader/sandbox/engineForTests.ts';
import { newMeter } from '../../grader/sandbox/meter.ts';
import { openSandbox } from '../../grader/sandbox/sandbox.ts';
import type { HandlerCall } from '../../grader/sandbox/handlerCall.ts';
import { runLines } from '../../grader/report/wrongRun.ts';
import { failureDetector } from './exercise.ts';

const files = (process.env.FILES ?? 'solution.ts').split(' ');
const seeds = (process.env.SEEDS ?? '1').split(' ').map(Number);
const detail = process.env.DETAIL;
test.each(files)('%s', { timeout: 600000 }, async (file) => {
  const text = readFileSync(new URL(`./${file}`, import.meta.url));
  const compiled = compile(text);
  if (compiled.kind === 'rejected') throw new Error(JSON.stringify(compiled.diagnostics));
  const checks = failureDetector.checks.filter(isTimedCheck);
  for (const seed of seeds) {
    const open = async () => {
      const sandbox = openSandbox(await newEngine(), newMeter(100_000_000));
      const loaded = sandbox.load(compiled.code);
      if (loaded.kind !== 'loaded') throw new Error(JSON.stringify(loaded));
      return sandbox;
    };
    const sandbox = await open();
    let calls = 0;
    const start = performance.now(),
      cpu = process.cpuUsage().user;
    let inGuest = 0;
    const handle = (call: HandlerCall) => {
      calls += 1;
      const t = performance.now();
      const r = sandbox.handle(call);
      inGuest += performance.now() - t;
      return r;
    };
    const onlyNamed = process.env.ONLY ? /MUTANT ([\w-]+)/.exec(text.toString())?.[1] : undefined;
    const results = runTimedChecks({ checks, handle, operations: 100_000_000, seed, only: onlyNamed });
    const ms = performance.now() - start;
    const lines = results.map((r) => {
      const w = r.counterexample?.kind === 'run' ? r.counterexample : undefined;
      return r.status === 'passed'
        ? ''
        : `   ${r.status} ${r.id}: ${r.message} [${w?.schedule}] ${w?.trace.length} of ${w?.foundSteps} runs ${JSON.stringify(r.evidence)}\n` +
            (detail && w && (detail === r.id || detail === 'all')
              ? runLines(w)
                  .map((l, i) => `          ${w.trace[i]?.at} ${l}\n`)
                  .join('')
              : '');
    });
    const head = /^\/\/.*$/m.exec(text.toString())?.[0] ?? '';
    const named = /MUTANT ([\w-]+)/.exec(head)?.[1];
    const verdict = named
      ? results.find((r) => r.id === named)?.status === 'failed'
        ? 'CAUGHT'
        : '!!!!!! NOT CAUGHT'
      : results.every((r) => r.status === 'passed')
        ? 'PASSED'
        : '!!!!! NOT PASSED';
    console.log(
      `${file} seed ${seed} ${verdict} ${calls} calls ${ms.toFixed(0)} ms, cpu ${((process.cpuUsage().user - cpu) / 1000).toFixed(0)}, guest ${inGuest.toFixed(0)} | ${head}\n` +
        (process.env.QUIET
          ? '   failed: ' +
            results
              .filter((r) => r.status !== 'passed')
              .map((r) => r.id)
              .join(' ')
          : lines.join('')),
    );
    for (const r of process.env.NOREPLAY ? [] : results) {
      if (r.counterexample?.kind !== 'run') continue;
      const again = await open();
      const replay = replayTimed({ checks, handle: (c) => again.handle(c), operations: 1e8, schedule: r.counterexample.schedule });
      if (JSON.stringify(replay?.trace) !== JSON.stringify(r.counterexample.trace))
        console.log('   !!!!! REPLAY DIFFERS', r.id, r.counterexample.schedule, replay?.violation);
    }
  }
});
