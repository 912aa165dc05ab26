import { readdirSync, readFileSync } from 'node:fs';
import type { ExerciseFiles } from './audit.ts';

/** Reads an exercise's folder. `root` is the folder that holds all exercises, with a slash at its end. */
export function readExerciseFiles(root: URL, id: string): ExerciseFiles {
  const read = (path: string): string => readFileSync(new URL(`${id}/${path}`, root), 'utf8');
  const mutants = readdirSync(new URL(`${id}/mutants/`, root)).filter((name) => name.endsWith('.ts'));
  return {
    starter: read('starter.ts'),
    solution: read('solution.ts'),
    mutants: mutants.sort().map((name) => ({ name, text: read(`mutants/${name}`) })),
  };
}
