/** That the catalogue itself is proved is a step of `npm test`: `faultline audit`. */
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

    const alternatives = [{ name: 'wrong.ts', text: starter }];

    const faults = await auditExercise(exercise, { starter: solution, solution: starter, mutants, alternatives }, (source) =>
      gradeHere({ exercise, source }),
    );

    expect(faults).toEqual([
      "the starter's verdict is passed, not failed",
      'the starter says TODO nowhere',
      expect.stringMatching(/^the solution has \d+ points: /),
      expect.stringMatching(/^alternatives\/wrong\.ts has \d+ points: /),
      expect.stringMatching(/^mutants\/unnamed\.ts: the first line names no check/),
      'mutants/unknown.ts: there is no check no-such-check',
      `mutants/harmless.ts: ${exercise.checks[0]?.id} is passed, not failed`,
      ...exercise.checks.slice(1).map((check) => `no mutant names the check ${check.id}`),
    ]);
  });
});
