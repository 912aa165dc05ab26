/** What a learner is shown of a wrong detector: few deviations, none of which could be left out, and the same run again when it is replayed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { WrongRun } from '../../grader/base/report.ts';
import { isTimedCheck } from '../../grader/checks/exercise.ts';
import { runTimedChecks } from '../../grader/checks/timedChecks.ts';
import { replayTimed, type TimedReplay } from '../../grader/checks/timedReplay.ts';
import { load } from '../../grader/sandbox/runForTests.ts';
import type { Sandbox } from '../../grader/sandbox/sandbox.ts';
import { failureDetector } from './exercise.ts';

const checks = failureDetector.checks.filter(isTimedCheck);
const operations = 100_000_000;

async function open(mutant: string): Promise<Sandbox> {
  return (await load(readFileSync(new URL(`./mutants/${mutant}.ts`, import.meta.url), 'utf8'))).sandbox;
}

async function wrongRun(
  mutant: string,
  only: string,
): Promise<{ readonly run: WrongRun; replay(schedule: string): TimedReplay | undefined }> {
  const sandbox = await open(mutant);
  const handle: Sandbox['handle'] = (call) => sandbox.handle(call);
  const [result] = runTimedChecks({ checks, handle, operations, seed: 1, only });
  if (result?.counterexample?.kind !== 'run') throw new Error(`${mutant} passes ${only}`);
  return { run: result.counterexample, replay: (schedule) => replayTimed({ checks, handle, operations, schedule }) };
}

describe.each([
  ['any-other-life', 'old-heartbeats'],
  ['suspicions-survive', 'alternate'],
  ['first-one-at-once', 'calm'],
])('%s', (mutant, check) => {
  test('is shown a short run in which everything matters', async () => {
    const { run, replay } = await wrongRun(mutant, check);
    const [scenario, seed, ...rest] = run.schedule.split('.');
    const deviations = rest.filter((token) => /^[a-z]\d+[-@]/.test(token));

    expect(deviations.length).toBeLessThanOrEqual(5);
    expect(run.trace.length).toBeLessThanOrEqual(60);
    expect(run.trace.at(-1)).toMatchObject({ kind: 'violation', check });
    expect(replay(run.schedule)?.trace).toEqual(run.trace);
    const without = deviations.map((left) => [scenario, seed, ...rest.filter((token) => token !== left)].join('.'));
    expect(without.filter((schedule) => replay(schedule)?.violation !== undefined)).toEqual([]);
  });
});
