import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ExerciseFiles } from './audit.ts';

/** Reads an exercise's folder. `root` is the folder that holds all exercises, with a slash at its end. */
export function readExerciseFiles(root: URL, id: string): ExerciseFiles {
  const read = (path: string): string => readFileSync(new URL(`${id}/${path}`, root), 'utf8');
  const filesIn = (folder: string): ExerciseFiles['mutants'] => {
    const url = new URL(`${id}/${folder}/`, root);
    const names = existsSync(url) ? readdirSync(url).filter((name) => name.endsWith('.ts')) : [];
    return names.sort().map((name) => ({ name, text: read(`${folder}/${name}`) }));
  };
  return { starter: read('starter.ts'), solution: read('solution.ts'), mutants: filesIn('mutants'), alternatives: filesIn('alternatives') };
}
