import { describe, expect, test } from 'vitest';
import { gradeHere } from '../grader/grade/gradeForTests.ts';
import { auditExercise } from './audit.ts';
import { EXERCISES } from './index.ts';
import { readExerciseFiles } from './readFiles.ts';

const root = new URL('./', import.meta.url);

describe('the catalogue', () => {
  test.each(EXERCISES.map((exercise) => [exercise.id, exercise] as const))('%s is proved by its own files', async (id, exercise) => {
    const faults = await auditExercise(exercise, readExerciseFiles(root, id), (source) => gradeHere({ exercise, source }));

    expect(faults).toEqual([]);
  });
});
