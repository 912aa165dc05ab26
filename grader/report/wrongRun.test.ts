import { expect, test } from 'vitest';
import type { WrongRun } from '../base/report.ts';
import { replayCommand, runLength, runLines } from './wrongRun.ts';

function run(events: number, foundSteps: number): WrongRun {
  const trace = Array.from({ length: events }, (_, at) => ({ at: 0, process: 'p1', kind: 'timer' as const, name: `t${at}` }));
  return { kind: 'run', schedule: '', foundSteps, trace };
}

test('leaves out the middle of a long run', () => {
  const lines = runLines(run(70, 70));

  expect(lines.slice(14, 18)).toEqual(['p1  timer  t14', '… 10 more events …', 'p1  timer  t25', 'p1  timer  t26']);
  expect(lines.at(-1)).toBe('p1  timer  t69');
  expect(runLines(run(60, 60))).toHaveLength(60);
});

test('says that a run was shrunk where it was', () => {
  expect(runLength(run(9, 4_100), { method: 'sampled', runs: 500 })).toBe('9 steps, shrunk from 4,100');
  expect(runLength(run(1, 1), { method: 'sampled', runs: 500 })).toBe('1 step');
  expect(runLength(run(9, 12), { method: 'exhaustive', states: 1, transitions: 1 })).toBe('9 steps');
});

test('quotes what a shell would take for more than a letter', () => {
  expect(replayCommand('bully-election', 'answers/bully-election.ts', '0.2.1')).toBe(
    'faultline replay bully-election answers/bully-election.ts --schedule 0.2.1',
  );
  expect(replayCommand('bully-election', "Ann's/a b.ts", '')).toBe(`faultline replay bully-election 'Ann'\\''s/a b.ts' --schedule ''`);
});
