/** That the catalogue itself is proved is a step of `npm test`: `faultline audit`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gradeHere } from '../grader/grade/gradeForTests.ts';
import { auditExercise } from './audit.ts';
import { EXERCISES } from './index.ts';
import { readExerciseFiles } from './readFiles.ts';

const root = new URL('./', import.meta.url);

describe('an audit', () => {
  test('finds a starter that passes, a solution that fails, and mutants that are not caught', async () => {
    const [exercise] = EXERCISES;
    if (!exercise) throw new Error('the catalogue is empty');
    const { starter, solution } = readExerciseFiles(root, exercise.id);
    const mutants = [
      { name: 'unnamed.ts', text: solution },
      { name: 'unknown.ts', text: `// MUTANT no-such-check: it is right.\n${solution}` },
      { name: 'harmless.ts', text: `// MUTANT ${exercise.checks[0]?.id}: it is right.\n${solution}` },
    ];

    const faults = await auditExercise(exercise, { starter: solution, solution: starter, mutants }, (source) =>
      gradeHere({ exercise, source }),
    );

    expect(faults).toEqual([
      "the starter's verdict is passed, not failed",
      'the starter says TODO nowhere',
      expect.stringMatching(/^the solution has \d+ points: /),
      expect.stringMatching(/^mutants\/unnamed\.ts: the first line names no check/),
      'mutants/unknown.ts: there is no check no-such-check',
      `mutants/harmless.ts: ${exercise.checks[0]?.id} is passed, not failed`,
      ...exercise.checks.slice(1).map((check) => `no mutant names the check ${check.id}`),
    ]);
  });
});

/** Right answers of another design than the solution: other data structures, other orders, other ways to compute. */
const alternatives = EXERCISES.flatMap((exercise) => {
  const folder = new URL(`${exercise.id}/alternatives/`, root);
  return existsSync(folder) ? readdirSync(folder).map((name) => [exercise.id, name, exercise, new URL(name, folder)] as const) : [];
});

describe('a right answer of another design has full points', () => {
  test.each(alternatives)('%s/%s', async (_id, _name, exercise, file) => {
    const report = await gradeHere({ exercise, source: readFileSync(file, 'utf8') });

    expect(report.checks.filter((check) => check.status !== 'passed')).toEqual([]);
    expect(report.verdict).toBe('passed');
  });
});
