/** Puts files where a learner works: what is there already is kept, and every file is told. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { LearnerError } from '../base/learnerError.ts';
import { isMarked } from './templates/marker.ts';

export interface Placed {
  readonly path: string;
  readonly text: string;
  /** When `--force` replaces it: always; only where Faultline wrote it, which its first line says; never, because it holds more than Faultline's. */
  readonly force: 'replaces' | 'replaces-own' | 'keeps';
}

/** Answers what was done, as a line. @throws LearnerError */
export function place({ path, text, force }: Placed, isForced: boolean): string {
  const old = textThere(path);
  if (old === undefined) {
    write(path, text);
    return `wrote    ${path}\n`;
  }
  if (old === text) return `kept     ${path}\n`;
  if (force === 'keeps') return `kept     ${path}  (it is yours: it is never replaced)\n`;
  if (force === 'replaces-own' && !isMarked(old)) return `kept     ${path}  (it is not Faultline's: it is never replaced)\n`;
  if (!isForced) return `kept     ${path}  (it is there already; --force replaces it)\n`;
  write(path, text);
  return `replaced ${path}\n`;
}

/** @throws LearnerError */
export function makeFolder(dir: string): void {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new LearnerError(`${dir} is a file, so no answers can be written into it. Name another folder with --dir.`);
  }
  try {
    mkdirSync(dir, { recursive: true });
  } catch {
    throw new LearnerError(`The folder ${dir} cannot be made. Name another one with --dir.`);
  }
}

/** Undefined where there is nothing. */
function textThere(path: string): string | undefined {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts) return undefined;
  if (!facts.isFile())
    throw new LearnerError(`${path} is no file, so nothing can be written there. Move it away, or name another folder with --dir.`);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new LearnerError(`${path} cannot be read. Check who may read it, or name another folder with --dir.`);
  }
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch {
    throw new LearnerError(`${path} cannot be written. Check who may write there, or name another folder with --dir.`);
  }
}
